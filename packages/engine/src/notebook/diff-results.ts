import type { Diff } from '@benchbook/dsl';
import type { CellResult } from '../notebook-types.js';
import type { Mover, RunDiff, Standing } from '../workbook-types.js';
import { figureOf } from './census.js';
import type { Runs } from './runs.js';
import { wordsOf, type Words } from './words.js';

/** Movers that are named. */
const LISTED = 20;

/** Who moves from one scenario to another: how many from where to where, and the first of them with the number that did it. */
export async function diffResults(
  { name, label, before, after, line }: Diff,
  runs: Runs,
): Promise<readonly CellResult[]> {
  const words = wordsOf(runs.language);
  const [old, now] = [runs.model(before), runs.model(after)];
  const [from, to] = [old, now].map(({ scenario }) => scenario?.label ?? scenario?.name ?? words.base);
  const diff = await runs.workbook.compare(old, now, { listed: LISTED, language: runs.language, ...runs.stopped });
  if (diff.moved === 0)
    return [
      {
        kind: 'statements',
        statements: [{ about: 'change', text: words.movesNobody(from ?? '', to ?? ''), met: null }],
      },
    ];
  const place = { file: now.file, line };
  const title = label ?? words.flows(from ?? '', to ?? '');
  return [
    figureOf({
      ...place,
      id: name,
      title,
      form: 'heatmap',
      columns: [
        { name: 'from', label: words.from, kind: 'text' },
        { name: 'to', label: words.to, kind: 'text' },
        { name: 'count', label: words.count, kind: 'count' },
      ],
      rows: flowRows(diff, words),
    }),
    figureOf({
      ...place,
      id: `${name}-movers`,
      title: words.movers(diff.movers.length, diff.moved),
      form: 'table',
      columns: ['name', 'from', 'to', 'metric', 'value', 'asked'].map((column) => ({
        name: column,
        label: String(words[column as 'name' | 'from' | 'to' | 'metric' | 'value' | 'asked']),
        kind: 'text',
      })),
      rows: diff.movers.map((mover) => moverRow(mover, words)),
    }),
  ];
}

/** Rows and columns in the order of the level, whatever the reason of a move: a heatmap has them as they first come. */
function flowRows({ flows, labels }: RunDiff, words: Words): readonly (readonly [string, string, number])[] {
  const order = [...labels, words.unknown, words.outside];
  const counts = new Map<string, readonly [string, string, number]>();
  for (const { from, to, count } of flows) {
    const [one, other] = [standing(from, words), standing(to, words)];
    const key = JSON.stringify([one, other]);
    counts.set(key, [one, other, (counts.get(key)?.[2] ?? 0) + count]);
  }
  return [...counts.values()].sort(
    ([a, b], [c, d]) => order.indexOf(b) - order.indexOf(d) || order.indexOf(a) - order.indexOf(c),
  );
}

const standing = ({ kind, label }: Standing, words: Words): string =>
  kind === 'level' ? (label ?? words.unknown) : words[kind];

function moverRow({ key, name, from, to, metric }: Mover, words: Words): readonly string[] {
  const asked = [metric?.from.threshold, metric?.to.threshold].map((text) => text ?? '–').join(' → ');
  return [
    name ?? key,
    standing(from, words),
    standing(to, words),
    metric === null ? '–' : (metric.label ?? metric.name),
    metric?.to.display ?? '–',
    metric === null ? '–' : asked,
  ];
}
