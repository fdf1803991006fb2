import type { SweepResult } from '@benchbook/engine';
import { cell, heading, type Block, type Cell } from '../document/block.js';
import type { Words } from '../language/words.js';

/** One axis: a row a point, a column a figure. Two: for each figure a table of both. */
export function sweepBlocks({ label, axes, figures, rows }: SweepResult, { asking }: Words): readonly Block[] {
  const [first, second] = axes;
  if (first === undefined) return [];
  const title = label ?? asking.sweepOf(axes.map(({ text }) => text).join(' × '));
  const point = (axis: typeof first, place: number): Cell =>
    cell(axis.points[place]?.display ?? '', axis.current === place ? 'strong' : undefined);
  const mark = (axis: typeof first, place: number): string => (axis.current === place ? ' ◀' : '');
  if (second === undefined)
    return [
      heading(title),
      {
        kind: 'table',
        columns: [
          { label: first.text, align: 'right' },
          ...figures.map((text) => ({ label: text, align: 'right' as const })),
          { label: '' },
        ],
        rows: rows.map(({ at: [place = 0], figures: values }) => [
          point(first, place),
          ...values.map(({ display }) => cell(display)),
          cell(mark(first, place).trim()),
        ]),
      },
    ];
  return [
    heading(title),
    ...figures.map((text, figure): Block => ({
      kind: 'table',
      columns: [
        { label: text },
        ...second.points.map((each, place) => ({
          label: `${each.display}${mark(second, place)}`,
          align: 'right' as const,
        })),
      ],
      rows: first.points.map((_, place) => [
        cell(`${first.points[place]?.display ?? ''}${mark(first, place)}`),
        ...second.points.map((__, other) =>
          cell(rows[place * second.points.length + other]?.figures[figure]?.display ?? ''),
        ),
      ]),
    })),
  ];
}
