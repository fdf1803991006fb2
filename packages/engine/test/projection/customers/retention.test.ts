import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifetime, survival } from '../../../src/projection/customers/retention.js';
import { lifetimeValue, valueOverCost } from '../../../src/projection/customers/value.js';

/** ln Γ by Lanczos' series (g = 7, n = 9). */
function logGamma(value: number): number {
  const [first = 0, ...more] = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const series = more.reduce((sum, one, place) => sum + one / (value + place), first);
  const base = value + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (value - 0.5) * Math.log(base) - base + Math.log(series);
}

const logBeta = (one: number, other: number): number => logGamma(one) + logGamma(other) - logGamma(one + other);

const percents = (shares: Float64Array): number[] => Array.from(shares, (share) => Number((share * 100).toFixed(1)));

describe('shifted beta-geometric', () => {
  test("Fader and Hardie's two groups of customers, year by year", () => {
    // Their estimates from seven years; after one year 63% of the regular and 85% of the high-end customers are there.
    expect(percents(survival({ kind: 'beta-geometric', alpha: 0.704, beta: 1.182 }, 4))).toEqual([
      100, 62.7, 47.4, 38.8, 33.2,
    ]);
    expect(percents(survival({ kind: 'beta-geometric', alpha: 0.668, beta: 3.806 }, 4))).toEqual([
      100, 85.1, 74.7, 67, 61,
    ]);
  });

  test('the recursion is the quotient of two beta functions', () => {
    const shape = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 60 }), (alpha, beta, step) => {
        const found = survival({ kind: 'beta-geometric', alpha, beta }, step)[step] ?? NaN;
        const wanted = Math.exp(logBeta(alpha, beta + step) - logBeta(alpha, beta));
        expect(Math.abs(found - wanted)).toBeLessThan(1e-9);
      }),
    );
  });

  test('who stays, stays longer: the share that stays rises from step to step', () => {
    const left = survival({ kind: 'beta-geometric', alpha: 0.7, beta: 1.2 }, 20);
    const kept = Array.from(left.subarray(1), (share, step) => share / (left[step] ?? 1));
    expect(kept.every((share, step) => step === 0 || share > (kept[step - 1] ?? 1))).toBe(true);
  });
});

describe('for how long', () => {
  test('the sum of what is left, where it ends', () => {
    for (const staying of [
      { kind: 'constant', share: 0.82 },
      { kind: 'beta-geometric', alpha: 3, beta: 4 },
    ] as const) {
      const summed = survival(staying, 2_000_000).reduce((sum, share) => sum + share, 0);
      expect(Number(lifetime(staying))).toBeCloseTo(summed, 4);
    }
  });

  test.each([
    [{ kind: 'constant', share: 1 }],
    [{ kind: 'beta-geometric', alpha: 1, beta: 4 }],
    [{ kind: 'beta-geometric', alpha: 0.7, beta: 1.2 }],
  ] as const)('%j does not end', (staying) => {
    expect(lifetime(staying)).toEqual({ why: 'does not end', several: [] });
  });
});

test('from 18% to 8% of churn a customer is worth 125% more', () => {
  const [now, then] = [0.82, 0.92].map((share) => Number(lifetimeValue(100, lifetime({ kind: 'constant', share }))));
  expect((then ?? 0) / (now ?? 1)).toBeCloseTo(2.25, 12);
});

test('what costs nothing to win has no ratio', () => {
  expect(valueOverCost(100, 0)).toEqual({ why: 'no cost', several: [] });
  expect(valueOverCost({ why: 'does not end', several: [] }, 5)).toEqual({ why: 'does not end', several: [] });
});
