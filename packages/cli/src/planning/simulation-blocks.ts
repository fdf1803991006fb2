import { formatNumber } from '@benchbook/dsl';
import type { Fan, PlanResult, SimulationResult } from '@benchbook/engine';
import { cell, heading, list, paragraph, type Block } from '../document/block.js';
import { count } from '../document/figures.js';
import type { Words } from '../language/words.js';
import { periodLabel, titleOf } from './named.js';

/** What many draws of the uncertain numbers come to. */
export function simulationBlocks(
  simulation: SimulationResult,
  { models }: PlanResult,
  words: Words['planning'],
): readonly Block[] {
  const { figures, driven, drivers, fixed, repaired, refused, trials, seed } = simulation;
  const model = titleOf(
    models.find(({ name }) => name === simulation.model) ?? { name: simulation.model, label: null },
  );
  const title = heading(words.simulation(model, count(trials), seed));
  if (refused.length > 0)
    return [
      title,
      paragraph(words.cannotDraw, 'bad'),
      list(refused.map(({ path, why }) => cell(`${path}: ${words.refused[why]}`))),
    ];
  return [
    title,
    {
      kind: 'table',
      columns: [
        { label: words.figure },
        { label: words.value, align: 'right' },
        { label: words.error, align: 'right' },
        { label: '' },
      ],
      rows: figures.map(({ text, figure, error, without }) => [
        cell(text),
        cell(figure.display, 'strong'),
        cell(error?.display ?? ''),
        cell(without === 0 ? '' : words.without(count(without)), 'quiet'),
      ]),
    },
    ...figures.flatMap(({ text, fan }) => (fan === null ? [] : fanBlocks(text, fan, words))),
    ...(drivers.length === 0
      ? []
      : [
          heading(words.drivers(driven ?? '', model)),
          {
            kind: 'bars',
            rows: drivers.map(({ path, correlation, explained }) => ({
              label: path,
              figures: [correlation.toFixed(2), `${words.explained} ${(explained * 100).toFixed(0)}%`],
              share: Math.abs(correlation),
            })),
          } satisfies Block,
        ]),
    ...(fixed.length === 0 ? [] : [paragraph(words.fixed(fixed.join(', ')), 'warn')]),
    ...(repaired === null ? [] : [paragraph(words.repaired(repaired.toFixed(2)), 'warn')]),
  ];
}

/** A month's columns are too many for a line: of a long plan every so many periods are shown, and the last. */
const MOST_COLUMNS = 9;

function fanBlocks(text: string, { columns, bands }: Fan, words: Words['planning']): readonly Block[] {
  const each = Math.ceil((columns.length - 1) / (MOST_COLUMNS - 1));
  const places = columns.flatMap((_, place) => (place % each === 0 || place === columns.length - 1 ? [place] : []));
  return [
    heading(words.fan(text)),
    {
      kind: 'table',
      columns: [
        { label: '' },
        ...places.map((place) => ({
          label: place === 0 ? words.start : periodLabel(columns[place] ?? '', words),
          align: 'right' as const,
        })),
      ],
      rows: bands.map(({ percent, values }) => [
        cell(`p${String(percent)}`),
        ...places.map((place) => cell(formatNumber(values[place] ?? NaN, 'money', 0))),
      ]),
    },
  ];
}
