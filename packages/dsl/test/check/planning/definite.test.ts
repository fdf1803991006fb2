import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clashOf, isSemiDefinite, thirdBetween } from '../../../src/check/planning/definite.js';

const cosine = (a: readonly number[], b: readonly number[]): number => {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, one, index) => sum + one * (y[index] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

describe('a matrix of correlations', () => {
  test('that comes from data can be', () => {
    const vectors = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(vectors, (rows) => {
        const whole = rows.filter((row) => row.some((one) => one !== 0));
        const matrix = whole.map((a, i) => whole.map((b, j) => (i === j ? 1 : cosine(a, b))));
        expect(isSemiDefinite(matrix)).toBe(true);
      }),
    );
  });

  test('three of which two leave no room for the third', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        (a, b) => {
          const [low, high] = thirdBetween(a, b);
          const matrix = (c: number) => [
            [1, a, b],
            [a, 1, c],
            [b, c, 1],
          ];
          expect(isSemiDefinite(matrix((low + high) / 2))).toBe(true);
          expect(isSemiDefinite(matrix(high + 0.01))).toBe(false);
          expect(isSemiDefinite(matrix(low - 0.01))).toBe(false);
        },
      ),
    );
  });

  test('a clash of four, none of three', () => {
    const r = -0.4;
    const four = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : r)));
    expect(clashOf(four)).toEqual([0, 1, 2, 3]);
    expect(clashOf([...four.map((row) => [...row, 0]), [0, 0, 0, 0, 1]])).toEqual([0, 1, 2, 3]);
  });
});
