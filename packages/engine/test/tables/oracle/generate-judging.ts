/** Random benchmarks, levels, and what is applied to whom. */
import fc from 'fast-check';
import { columnOf, COLUMNS } from './columns.js';
import type { Cell } from './condition.js';
import type { Given, Policy, Row, Table } from './decide.js';
import { agreeing, cellOf, givenOf, maybe, orderOf } from './generate.js';
import { METRICS, THRESHOLDS, type Combination } from './judge.js';

/** What may be asked of a metric: at least, at most, or anything. */
type Side = 'low' | 'high' | 'any';

function thresholdOf(metric: string, side: Side): fc.Arbitrary<Given> {
  const fits = { low: /^>/, high: /^</, any: /./ }[side];
  const items = (THRESHOLDS[metric] ?? []).filter(({ written }) => fits.test(written));
  return fc.constantFrom(...items).map(({ written }) => ({ value: written, written, listed: written }));
}

const rowsOf = (
  inputs: readonly string[],
  gives: readonly fc.Arbitrary<Given | null>[],
  most: number,
): fc.Arbitrary<readonly Row[]> => {
  const row = fc.record({
    cells: fc.tuple(...inputs.map((name) => cellOf(columnOf(name), false))),
    gives: fc.tuple(...gives),
  });
  return fc.array(row, { minLength: 1, maxLength: inputs.length === 0 ? 1 : most });
};

const plain = { gathering: null, inOutputOrder: false, order: null } as const;

const benchmark = (side: Side): fc.Arbitrary<Table> =>
  fc
    .record({
      policy: fc.constantFrom<Policy>('unique', 'any', 'first'),
      inputs: fc.uniqueArray(fc.constantFrom(...Object.keys(COLUMNS)), { maxLength: 2 }),
      outputs: fc.uniqueArray(fc.constantFrom(...Object.keys(METRICS)), { minLength: 1, maxLength: 4 }),
    })
    .chain(({ policy, inputs, outputs }) => {
      const asked = outputs.map((metric) => thresholdOf(metric, side));
      return fc.tuple(rowsOf(inputs, asked.map(maybe), 4), fc.tuple(...asked)).map(([drawn, filled]): Table => {
        // A column of nothing but `-` judges nothing.
        const rows = drawn.map((row, at) => (at === 0 ? { ...row, gives: filled } : row));
        const table = { ...plain, policy, inputs, outputs, rows };
        return { ...table, rows: agreeing(table) };
      });
    });

export interface Applied {
  readonly how: Combination;
  readonly benchmarks: readonly Table[];
}

export const applied: fc.Arbitrary<Applied> = fc.oneof(
  benchmark('any').map((one): Applied => ({ how: 'first', benchmarks: [one] })),
  fc.constantFrom<Side>('low', 'high').chain((side) =>
    fc.record({
      how: fc.constantFrom<Combination>('strictest', 'loosest'),
      benchmarks: fc.array(benchmark(side), { minLength: 2, maxLength: 2 }),
    }),
  ),
  fc.record({
    how: fc.constant<Combination>('first'),
    benchmarks: fc.array(benchmark('any'), { minLength: 2, maxLength: 2 }),
  }),
);

/** Every count needs a row: the last one takes what the others leave. */
export const level: fc.Arbitrary<Table> = fc
  .record({
    policy: fc.constantFrom<Policy>('unique', 'any', 'first', 'priority'),
    count: fc.constantFrom('failed', 'failed', 'passed', 'unknown', 'judged'),
    others: fc.uniqueArray(fc.constantFrom('failed', 'passed', 'sector', 'active', 'score'), { maxLength: 2 }),
    isOrdered: fc.boolean(),
  })
  .chain(({ policy, count, others, isOrdered }) => {
    const inputs = [...new Set([count, ...others])];
    const label = givenOf('text');
    return fc
      .tuple(rowsOf(inputs, [label, maybe(givenOf('score'))], 4), label, givenOf('score'))
      .map(([drawn, last, points]): Table => {
        const isFirst = policy === 'first' || policy === 'priority';
        const rest = inputs.map((name): Cell => ({ kind: !isFirst && name === count ? 'else' : 'any' }));
        const rows = drawn.map((row, at) => (at === 0 ? { ...row, gives: [row.gives[0] ?? null, points] } : row));
        const left = { cells: rest, gives: [last, null] };
        const table: Table = {
          ...plain,
          policy,
          inputs,
          outputs: ['label', 'points'],
          rows: isFirst ? [...rows, left] : [left, ...rows],
        };
        const kept = { ...table, rows: agreeing(table) };
        return { ...kept, order: isOrdered && policy === 'priority' ? orderOf(kept, 1) : null };
      });
  });
