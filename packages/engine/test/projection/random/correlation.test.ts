import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlated, type Pair } from '../../../src/projection/random/correlation/correlated.js';
import { cellOf, eigen, matrix, triangle, type Matrix } from '../../../src/projection/random/correlation/matrix.js';
import { nearestCorrelation } from '../../../src/projection/random/correlation/nearest-correlation.js';
import { ranksOf } from '../../../src/projection/random/correlation/ranks.js';
import { drawn, nothingKnown, uncertain } from './support.js';

const TRIALS = 20_000;
const PARAMS = uncertain(
  'param a = 1 ~ 0..2',
  'param b = 2 ~ lognormal(p5: 1, p95: 4)',
  'param c = 30% ~ pert(20%, 30%, 45%)',
  'param d = 5 ~ normal(mean: 5, sd: 1)',
);

const columnsWith = (pairs: readonly Pair[]) => drawn(PARAMS, { trials: TRIALS, seed: 11, pairs }, nothingKnown);

/** Spearman's, of columns without ties. */
function rankCorrelation(one: Float64Array, other: Float64Array): number {
  const [left, right] = [ranksOf(one), ranksOf(other)];
  const sum = left.reduce((so, rank, trial) => so + (rank - (right[trial] ?? 0)) ** 2, 0);
  return 1 - (6 * sum) / (one.length * (one.length ** 2 - 1));
}

const smallest = (of: Matrix): number => Math.min(...eigen(of).values);

describe('ranks that correlate', () => {
  test('as they are wanted to, within a hundredth; what is drawn of each number stays', () => {
    const pairs = [
      { first: 'a', second: 'b', correlation: 0.6 },
      { first: 'b', second: 'c', correlation: -0.4 },
    ];
    const [apart, together] = [columnsWith([]).columns, columnsWith(pairs).columns];
    const between = (one: string, other: string) =>
      rankCorrelation(together.get(one) ?? new Float64Array(), together.get(other) ?? new Float64Array());
    expect(between('a', 'b')).toBeCloseTo(0.6, 2);
    expect(between('b', 'c')).toBeCloseTo(-0.4, 2);
    expect(between('a', 'c')).toBeCloseTo(0, 1);
    for (const path of ['a', 'b', 'c', 'd'])
      expect(together.get(path)?.slice().sort()).toEqual(apart.get(path)?.slice().sort());
    // The first stays in its order, and who correlates with nobody, too.
    for (const path of ['a', 'd']) expect(together.get(path)).toEqual(apart.get(path));
  });

  test('wholly: in the same order, or the opposite one', () => {
    for (const correlation of [1, -1]) {
      const { columns, repaired } = columnsWith([{ first: 'a', second: 'b', correlation }]);
      const [a, b] = [columns.get('a') ?? new Float64Array(), columns.get('b') ?? new Float64Array()];
      expect(rankCorrelation(a, b)).toBeCloseTo(correlation, 6);
      expect(repaired).toBeNull();
    }
  });

  test('three that cannot all hold are moved to the nearest that can, and it is said by how much', () => {
    const pairs = [
      { first: 'a', second: 'b', correlation: 0.9 },
      { first: 'b', second: 'c', correlation: 0.9 },
      { first: 'a', second: 'c', correlation: -0.9 },
    ];
    const { columns, repaired } = columnsWith(pairs);
    expect(repaired).toBeGreaterThan(0.3);
    const found = rankCorrelation(columns.get('a') ?? new Float64Array(), columns.get('b') ?? new Float64Array());
    expect(found).toBeGreaterThan(0.4);
  });

  test('pairs in any order, either way round, are the same', () => {
    const pairs = [
      { first: 'a', second: 'b', correlation: 0.5 },
      { first: 'a', second: 'c', correlation: 0.3 },
    ];
    const turned = pairs.map(({ first, second, correlation }) => ({ first: second, second: first, correlation }));
    const [one, other] = [columnsWith(pairs).columns, columnsWith(turned).columns];
    const between = (of: typeof one) =>
      rankCorrelation(of.get('a') ?? new Float64Array(), of.get('b') ?? new Float64Array());
    expect(between(one)).toBeCloseTo(between(other), 2);
  });

  test('a number that is always the same correlates with nothing, and harms nothing', () => {
    const columns = new Map([
      ['a', Float64Array.from({ length: 100 }, (_, trial) => trial)],
      ['b', new Float64Array(100).fill(3)],
    ]);
    expect(correlated(columns, [{ first: 'a', second: 'b', correlation: 0.5 }])).toBeNull();
    expect(new Set(columns.get('b'))).toEqual(new Set([3]));
  });
});

const symmetric = fc
  .integer({ min: 2, max: 6 })
  .chain((size) =>
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size * size, maxLength: size * size })
      .map((cells) =>
        matrix(size, (row, column) =>
          row === column ? 1 : (cells[Math.min(row, column) * size + Math.max(row, column)] ?? 0),
        ),
      ),
  );

describe('matrices', () => {
  test("the nearest correlation matrix of Higham's example", () => {
    const of = matrix(3, (row, column) => (Math.abs(row - column) < 2 ? 1 : 0));
    const found = nearestCorrelation(of);
    // Higham (2002), section 4: 0.7607 and 0.1573.
    expect(cellOf(found, 0, 1)).toBeCloseTo(0.7607, 4);
    expect(cellOf(found, 0, 2)).toBeCloseTo(0.1573, 4);
  });

  test('it is one, and leaves alone what is one', () => {
    fc.assert(
      fc.property(symmetric, (of) => {
        const found = nearestCorrelation(of);
        expect(smallest(found)).toBeGreaterThan(-1e-9);
        for (let place = 0; place < of.size; place += 1) expect(cellOf(found, place, place)).toBe(1);
        if (smallest(of) > 1e-6) of.cells.forEach((cell, place) => expect(found.cells[place]).toBeCloseTo(cell, 6));
      }),
      { numRuns: 60 },
    );
  });

  test('a triangle times its transpose is the matrix; there is one just where no eigenvalue is below 0', () => {
    fc.assert(
      fc.property(symmetric, (of) => {
        const least = smallest(of);
        fc.pre(Math.abs(least) > 1e-6);
        const found = triangle(of);
        expect(found !== null).toBe(least > 0);
        if (found === null) return;
        for (let row = 0; row < of.size; row += 1)
          for (let column = 0; column < of.size; column += 1) {
            let sum = 0;
            for (let k = 0; k < of.size; k += 1) sum += cellOf(found, row, k) * cellOf(found, column, k);
            expect(sum).toBeCloseTo(cellOf(of, row, column), 9);
          }
      }),
    );
  });
});
