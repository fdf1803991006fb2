import { describe, expect, test } from 'vitest';
import { drivenBy } from '../../../src/projection/statistics/drivers.js';
import { deviationOf, meanOf, percentileOf, sampleOf, shareOf } from '../../../src/projection/statistics/sample.js';
import { drawn, nothingKnown, uncertain } from '../random/support.js';

const TRIALS = 100_000;

const normals = (seed: number): Float64Array =>
  drawn(uncertain('param x = 5 ~ normal(mean: 5, sd: 2)'), { trials: TRIALS, seed }, nothingKnown).columns.get('x') ??
  new Float64Array();

describe('a sample', () => {
  test('small enough to be told by hand', () => {
    const sample = sampleOf(Float64Array.of(4, NaN, 1, 3, 2));
    expect(sample.without).toBe(1);
    expect(meanOf(sample).value).toBe(2.5);
    expect(deviationOf(sample).value).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(percentileOf(sample, 0.5).value).toBe(2.5);
    expect(percentileOf(sample, 0.05).value).toBeCloseTo(1.15, 12);
  });

  test('of nothing has no figures', () => {
    const sample = sampleOf(Float64Array.of(NaN, NaN));
    expect(sample.without).toBe(2);
    expect([meanOf(sample), percentileOf(sample, 0.5), deviationOf(sample)].map(({ value }) => value)).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
    expect(shareOf(0, 0).value).toBeNaN();
  });

  test('standard errors: of forty seeds nearly all lie within two of what they estimate', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => sampleOf(normals(seed).slice(0, 5_000)));
    const within = (of: (typeof seeds)[number], estimate: { value: number; error: number }, wanted: number): boolean =>
      Math.abs(estimate.value - wanted) < 2 * estimate.error;
    expect(seeds.filter((one) => within(one, meanOf(one), 5)).length).toBeGreaterThan(33);
    expect(seeds.filter((one) => within(one, deviationOf(one), 2)).length).toBeGreaterThan(33);
    expect(
      seeds.filter((one) => within(one, percentileOf(one, 0.95), 5 + 2 * 1.6448536269514722)).length,
    ).toBeGreaterThan(33);
  });
});

/** Of one number. */
const driven = (number: Float64Array, figure: Float64Array) => drivenBy([number], figure)[0]!;

describe('what a figure hangs on', () => {
  test('3x + 4y: nine parts and sixteen of twenty-five', () => {
    const [x, y] = [normals(1), normals(2)];
    const figure = x.map((value, trial) => 3 * value + 4 * (y[trial] ?? 0));
    expect(Math.abs(driven(x, figure).explained - 9 / 25)).toBeLessThan(0.015);
    expect(Math.abs(driven(y, figure).explained - 16 / 25)).toBeLessThan(0.015);
    // Spearman's of two normals that correlate by 0.6: 6 ÷ π × arcsin(0.3).
    expect(driven(x, figure).correlation).toBeCloseTo((6 / Math.PI) * Math.asin(0.3), 2);
  });

  test('a square explains all and correlates with nothing; what has no say explains nothing', () => {
    const [x, other] = [normals(1), normals(2)];
    const square = driven(
      x,
      x.map((value) => (value - 5) ** 2),
    );
    expect(square.correlation).toBeCloseTo(0, 1);
    expect(square.explained).toBeGreaterThan(0.9);
    expect(driven(other, x).explained).toBeLessThan(0.01);
    expect(driven(x, new Float64Array(TRIALS).fill(1))).toEqual({ correlation: 0, explained: 0 });
  });
});
