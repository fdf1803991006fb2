import { formatNumber } from '@benchbook/dsl';
import type { ModelResult } from '@benchbook/engine';
import { cell, heading, type Block, type Cell } from '../document/block.js';
import type { Words } from '../language/words.js';
import { figureRows } from './figure-blocks.js';
import { titleOf } from './named.js';

/** A month's columns are too many for a line: beyond so many they are added up by years. */
const MOST_COLUMNS = 13;

/** The figures a model reports, and its money over time. */
export function moneyBlocks(model: ModelResult, words: Words['planning']): readonly Block[] {
  const groups = grouped(model, words);
  const amounts = (of: readonly number[]): readonly Cell[] =>
    groups.map(({ places }) => amount(places.reduce((sum, place) => sum + (of[place] ?? 0), 0)));
  return [
    ...(model.figures.length === 0 ? [] : [heading(titleOf(model)), figureRows(model.figures, words)]),
    heading(words.overTime(titleOf(model), model.currency)),
    {
      kind: 'table',
      columns: [
        { label: words.flow },
        ...groups.map(({ label }) => ({ label, align: 'right' as const })),
        { label: words.total, align: 'right' },
      ],
      rows: [
        ...model.flows.map((flow) => [
          cell(`${words.kinds[flow.kind]} ${titleOf(flow)}`),
          ...amounts(flow.amounts),
          amount(flow.total.value),
        ]),
        [cell(words.net, 'strong'), ...amounts(model.net), amount(model.net.reduce((sum, one) => sum + one, 0))],
        [
          cell(words.balance),
          ...groups.map(({ places }) => amount(model.balance[places.at(-1) ?? 0] ?? null)),
          amount(model.balance.at(-1) ?? null),
        ],
      ],
    },
  ];
}

const amount = (value: number | null): Cell =>
  value === null
    ? cell('–')
    : cell(
        formatNumber(value, 'money', Math.abs(value) >= 1_000 || Number.isInteger(value) ? 0 : 2),
        value < 0 ? 'bad' : undefined,
      );

interface Group {
  readonly label: string;
  readonly places: readonly number[];
}

function grouped({ columns, unit }: ModelResult, words: Words['planning']): readonly Group[] {
  const named = (column: string): string => {
    if (column === 'start' || column === 'end') return words[column];
    return /^\d{1,3}$/.test(column) && unit === 'months' ? words.month(Number(column)) : column;
  };
  const single = columns.map((column, place) => ({ label: named(column), places: [place] }));
  if (columns.length <= MOST_COLUMNS) return single;
  const ends = (column: string | undefined) => column === 'start' || column === 'end';
  const periods = single.filter(({ places: [place = 0] }) => !ends(columns[place]));
  const years = Array.from({ length: Math.ceil(periods.length / 12) }, (_, year): Group => {
    const own = periods.slice(year * 12, year * 12 + 12);
    const [first, last] = [own[0], own.at(-1)];
    return { label: `${first?.label ?? ''}..${last?.label ?? ''}`, places: own.flatMap(({ places }) => places) };
  });
  return [
    ...single.filter(({ places: [place = 0] }) => columns[place] === 'start'),
    ...years,
    ...single.filter(({ places: [place = 0] }) => columns[place] === 'end'),
  ];
}
