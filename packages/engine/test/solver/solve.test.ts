import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Program } from '../../src/solver/program.js';
import { solve } from '../../src/solver/solve.js';

const LIMITS = { gap: 1e-9, seconds: 20 };

/** Whole columns from 0 to 1 and rows up to a limit. */
const knapsack = (
  costs: readonly number[],
  rows: readonly (readonly number[])[],
  highs: readonly number[],
): Program => ({
  direction: 'maximise',
  columns: costs.map((cost) => ({ cost, low: 0, high: 1, whole: true })),
  rows: rows.map((values, row) => ({
    low: -Infinity,
    high: highs[row] ?? 0,
    places: [...values.keys()],
    values,
  })),
});

/** Every choice there is. */
function bruteForce({ columns, rows }: Program): number {
  let best = -Infinity;
  for (let choice = 0; choice < 2 ** columns.length; choice += 1) {
    const is = (place: number): number => ((choice & (2 ** place)) === 0 ? 0 : 1);
    const sum = (values: readonly number[]): number => values.reduce((so, value, place) => so + value * is(place), 0);
    if (rows.every(({ values, high }) => sum(values) <= high))
      best = Math.max(best, sum(columns.map(({ cost }) => cost)));
  }
  return best;
}

test('the best of all choices, as trying every one of them has it', async () => {
  const amount = fc.integer({ min: 0, max: 20 });
  const programs = fc.integer({ min: 1, max: 8 }).chain((size) => {
    const row = fc.array(amount, { minLength: size, maxLength: size });
    return fc.record({
      costs: row,
      rows: fc.array(row, { minLength: 1, maxLength: 3 }),
      highs: fc.array(amount, { minLength: 3, maxLength: 3 }),
    });
  });
  await fc.assert(
    fc.asyncProperty(programs, async ({ costs, rows, highs }) => {
      const program = knapsack(costs, rows, highs);
      const found = await solve(program, LIMITS);
      expect(found).toMatchObject({ status: 'best', gap: 0 });
      expect('objective' in found && Math.round(found.objective)).toBe(bruteForce(program));
    }),
    { numRuns: 150 },
  );
});

test('parts of a thing, and the least of something', async () => {
  const found = await solve(
    {
      direction: 'minimise',
      columns: [
        { cost: 3, low: 0, high: Infinity, whole: false },
        { cost: 2, low: 0, high: 1, whole: false },
      ],
      rows: [{ low: 2.5, high: Infinity, places: [0, 1], values: [1, 1] }],
    },
    LIMITS,
  );
  expect(found).toMatchObject({ status: 'best', objective: 6.5, bound: 6.5, gap: 0 });
  expect('values' in found && [...found.values]).toEqual([1.5, 1]);
});

test('what cannot be, what has no limit, and what there is nothing to choose of', async () => {
  const impossible = knapsack([1], [[1]], [1]);
  expect(await solve({ ...impossible, rows: [{ low: 2, high: 3, places: [0], values: [1] }] }, LIMITS)).toEqual({
    status: 'infeasible',
  });
  const endless: Program = {
    direction: 'maximise',
    columns: [{ cost: 1, low: 0, high: Infinity, whole: false }],
    rows: [],
  };
  expect(await solve(endless, LIMITS)).toEqual({ status: 'unbounded' });
  expect(await solve({ ...endless, columns: [] }, LIMITS)).toMatchObject({ status: 'best', objective: 0 });
});
