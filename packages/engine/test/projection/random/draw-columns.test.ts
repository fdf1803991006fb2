import type { Uncertain } from '@benchbook/dsl';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawColumns } from '../../../src/projection/random/draw-columns.js';
import { deviationOf, drawn, hashOf, meanOf, nothingKnown, uncertain } from './support.js';

const TRIALS = 200_000;
const column = (text: string, known = nothingKnown): Float64Array => {
  const params = uncertain(`param x = ${text}`);
  return drawn(params, { trials: TRIALS, seed: 20_260_101 }, known).columns.get('x')!;
};

describe('mean and deviation are what they must be, within four standard errors', () => {
  const pert = Math.sqrt((1.8 * 4.2) / (6 ** 2 * 7)) * 100;
  const spread = Math.log(4) / (2 * 1.6448536269514726);
  const logMean = 2 * Math.exp(spread ** 2 / 2);
  test.each([
    ['25 ~ uniform(20, 30)', 25, 10 / Math.sqrt(12)],
    ['25 ~ discrete(20..30)', 25, Math.sqrt((11 ** 2 - 1) / 12)],
    ['650万 CNY ~ triangular(500万, 650万, 800万)', 650e4, 300e4 / Math.sqrt(24)],
    ['20 ~ pert(0, 20, 100)', (0 + 4 * 20 + 100) / 6, pert],
    ['30% ~ normal(mean: 30%, sd: 5%)', 0.3, 0.05],
    ['2 ~ lognormal(p5: 1, p95: 4)', logMean, logMean * Math.sqrt(Math.exp(spread ** 2) - 1)],
    ['20% ~ beta(2, 8)', 0.2, Math.sqrt(16 / (100 * 11))],
    ['25 ~ discrete(20: 30%, 25: 50%, 30: 20%)', 24.5, 3.5],
  ])('%s', (text, mean, deviation) => {
    const values = column(text);
    const error = deviation / Math.sqrt(TRIALS);
    expect(Math.abs(meanOf(values) - mean)).toBeLessThan(4 * error);
    expect(Math.abs(deviationOf(values) / deviation - 1)).toBeLessThan(0.02);
  });
});

describe('what a number turns out to be', () => {
  test('is in its own unit, whatever unit its distribution is written in', () => {
    const values = column('1 CNY per month ~ triangular(6 CNY per year, 1, 24 CNY per year)');
    expect(Math.min(...values.subarray(0, 1000))).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...values.subarray(0, 1000))).toBeLessThanOrEqual(2);
  });

  test('is whole where only whole numbers are meant, both ends in', () => {
    expect([...new Set(column('2 ~ discrete(1..3)'))].sort()).toEqual([1, 2, 3]);
    expect([...new Set(column('0 ~ discrete(-1.5..1.5)'))].sort((a, b) => a - b)).toEqual([-1, 0, 1]);
  });

  test('is put inside the ends of `within`', () => {
    const values = column('30% ~ normal(mean: 30%, sd: 20%) within 10%..60%');
    expect([Math.min(...values.subarray(0, 5000)), Math.max(...values.subarray(0, 5000))]).toEqual([0.1, 0.6]);
    expect(values.filter((value) => value === 0.1).length / TRIALS).toBeCloseTo(0.1587, 2);
  });

  test('lies below the percentiles of a lognormal with their chances', () => {
    const values = column('2M CNY ~ lognormal(p10: 1M, p90: 4M)');
    const below = (bound: number) => values.filter((value) => value < bound).length / TRIALS;
    expect([below(1e6), below(2e6), below(4e6)]).toEqual([
      expect.closeTo(0.1, 2),
      expect.closeTo(0.5, 2),
      expect.closeTo(0.9, 2),
    ]);
  });

  test('is a known value of the column, in the unit of the number', () => {
    const asked: unknown[] = [];
    const values = column('25 CNY ~ empirical(orders.amount)', (source, name, unit) => {
      asked.push([source, name, unit.text]);
      return Float64Array.of(40, 10, 20, 20);
    });
    expect(asked).toEqual([['orders', 'amount', 'CNY']]);
    const share = (wanted: number) => values.filter((value) => value === wanted).length / TRIALS;
    expect([share(10), share(20), share(40)].map((one) => Math.round(one * 100))).toEqual([25, 50, 25]);
  });
});

describe('the same seed', () => {
  const PARAMS = [
    'param managers = 25 ~ discrete(20..30)',
    'param budget = 650万 CNY ~ 500万..800万',
    'param response = 30% ~ pert(20%, 30%, 45%)',
    'param growth = 3% ~ normal(mean: 3%, sd: 2%)',
    'param deal = 2M CNY ~ lognormal(p5: 1M, p95: 4M)',
    'param churn = 20% ~ beta(2, 8)',
    'param delay = 3 ~ triangular(1, 3, 9)',
    'param winners = 2 ~ discrete(1: 30%, 2: 50%, 3: 20%)',
  ];

  test('gives the same bytes for ever', () => {
    const { columns } = drawn(uncertain(...PARAMS), { trials: 1000, seed: 1 }, nothingKnown);
    expect([...columns].map(([path, values]) => [path, values[0], hashOf(values)])).toEqual([
      ['managers', 26, 'a11f465a9f1e51d3'],
      ['budget', 5858965.862364563, '15c5bdfe6ac2f0b4'],
      ['response', 0.3209410231879113, 'e06718842e09b3bc'],
      ['growth', 0.05348682018307528, '827b788ba94fae6c'],
      ['deal', 1023341.5270624469, 'e5e0a79c684d1315'],
      ['churn', 0.17215989041798885, '49e542d1a215d614'],
      ['delay', 2.6676893356543694, 'f2ad962a02f725ca'],
      ['winners', 1, '18f40f91e9ed3259'],
    ]);
  });

  test('other numbers and more trials move nothing', () => {
    const all = uncertain(...PARAMS);
    const whole = drawn(all, { trials: 300, seed: 5 }, nothingKnown).columns;
    fc.assert(
      fc.property(fc.shuffledSubarray([...all]), fc.integer({ min: 1, max: 300 }), (some, trials) => {
        for (const [path, values] of drawn(some, { trials, seed: 5 }, nothingKnown).columns)
          expect(values).toEqual(whole.get(path)!.subarray(0, trials));
      }),
      { numRuns: 30 },
    );
  });

  test('another seed moves every number', () => {
    const [one, other] = [1, 2].map(
      (seed) => drawn(uncertain(...PARAMS.slice(1, 7)), { trials: 10, seed }, nothingKnown).columns,
    );
    for (const [path, values] of one!)
      values.forEach((value, trial) => expect(value).not.toBe(other!.get(path)![trial]));
  });
});

describe('numbers that a scenario has moved where they cannot be', () => {
  const refused = (text: string, move: (distribution: never) => object): unknown => {
    const [one] = uncertain(`param x = ${text}`);
    const moved = { ...one!, distribution: { ...one!.distribution, ...move(one!.distribution as never) } } as Uncertain;
    const draw = drawColumns([moved], { trials: 1, seed: 1 }, nothingKnown);
    return draw.kind === 'refused' ? draw.refusals : draw;
  };
  const swapped = ({ low, high }: { low: object; high: object }) => ({ low: high, high: low });

  test.each([
    ['25 ~ uniform(20, 30)', swapped, 'order'],
    ['25 ~ triangular(20, 25, 30)', swapped, 'order'],
    [
      '2 ~ lognormal(p5: 1, p95: 4)',
      ({ low, high }: Record<'low' | 'high', { value: object }>) => ({
        low: { ...low, value: high.value },
        high: { ...high, value: low.value },
      }),
      'order',
    ],
    ['25 ~ discrete(20..30)', ({ low }: { low: object }) => ({ high: low, highIncluded: false }), 'no whole number'],
    [
      '25 ~ normal(25, 2)',
      ({ deviation }: { deviation: { value: { neg(): unknown } } }) => ({
        deviation: { ...deviation, value: deviation.value.neg() },
      }),
      'not positive',
    ],
    ['2 ~ discrete(1: 50%, 2: 50%)', ({ cases }: { cases: object[] }) => ({ cases: cases.slice(1) }), 'chances'],
    ['25 CNY ~ empirical(orders.amount)', () => ({}), 'no values'],
  ])('%s', (text, move, why) => {
    expect(refused(text, move as never)).toEqual([{ path: 'x', why }]);
  });

  test('ends that fall together leave one value', () => {
    const [one] = uncertain('param x = 25 ~ pert(20, 25, 30)');
    if (one!.distribution.kind !== 'pert') throw new Error('not a PERT');
    const { mode } = one!.distribution;
    const draw = drawn(
      [{ ...one!, distribution: { kind: 'pert', low: mode, mode, high: mode } }],
      { trials: 3, seed: 1 },
      nothingKnown,
    );
    expect([...draw.columns.get('x')!]).toEqual([25, 25, 25]);
  });
});
