import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenFlows } from '../../../src/projection/finance/flows.js';
import { internalRate, modifiedRate } from '../../../src/projection/finance/rates.js';
import { discountedFlows, paybackTime } from '../../../src/projection/finance/recovery.js';
import { presentWorth } from '../../../src/projection/finance/worth.js';

const amount = fc.integer({ min: -1_000, max: 1_000 });
const flows = fc.array(amount, { minLength: 2, maxLength: 40 }).map((all) => evenFlows(Float64Array.from(all), 1));

/** Amounts that are worth nothing at these rates and no others: the product of (1 − x·(1 + rate)) over the rates, x being a year's discount. */
function balancedAt(rates: readonly number[]): Float64Array {
  let amounts = [-1_000];
  for (const rate of rates) amounts = [...amounts, 0].map((one, point) => one - (amounts[point - 1] ?? 0) * (1 + rate));
  return Float64Array.from(amounts);
}

/** Halving on the present value alone: slow, and nothing of the code under test. */
function bisected(amounts: Float64Array): number {
  const worth = (rate: number): number => amounts.reduce((sum, one, year) => sum + one / (1 + rate) ** year, 0);
  let [low, high] = [-0.999, 1e6];
  for (let step = 0; step < 300; step += 1) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0 === worth(low) > 0) low = middle;
    else high = middle;
  }
  return low;
}

describe('rates', () => {
  test('at each rate the money is worth nothing', () => {
    fc.assert(
      fc.property(flows, (one) => {
        const found = internalRate(one);
        const rates = typeof found === 'number' ? [found] : found.several;
        for (const rate of rates) {
          const size = one.amounts.reduce((sum, each, year) => sum + Math.abs(each) * (1 + rate) ** -year, 0);
          expect(Math.abs(presentWorth(one, rate))).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every rate that was put in is found, and no other', () => {
    const steps = fc.uniqueArray(fc.integer({ min: -8, max: 30 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(steps, (chosen) => {
        const rates = chosen.map((step) => step / 10).sort((one, other) => one - other);
        const found = internalRate(evenFlows(balancedAt(rates), 1));
        const all = typeof found === 'number' ? [found] : found.several;
        expect(all.length).toBe(rates.length);
        all.forEach((rate, place) => expect(rate).toBeCloseTo(rates[place] ?? NaN, 6));
      }),
      { numRuns: 500 },
    );
  });

  test('of money that is laid out first, the rate that halving finds, to nine digits', () => {
    const received = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), received, (paid, then) => {
        fc.pre(then.some((one) => one > 0));
        const amounts = Float64Array.from([-paid, ...then]);
        const [found, wanted] = [internalRate(evenFlows(amounts, 1)), bisected(amounts)];
        fc.pre(wanted > -0.99);
        expect(Math.abs(Number(found) - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
      }),
      { numRuns: 300 },
    );
  });

  test('money that earns its own rate again has it as its modified rate', () => {
    const received = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), received, (paid, then) => {
        const one = evenFlows(Float64Array.from([-paid, ...then]), 1);
        const rate = Number(internalRate(one));
        expect(Number(modifiedRate(one, rate, rate))).toBeCloseTo(rate, 7);
      }),
    );
  });
});

test('what is discounted comes back no sooner', () => {
  fc.assert(
    fc.property(flows, fc.double({ min: 0, max: 1, noNaN: true }), (one, rate) => {
      const positiveLater = evenFlows(
        one.amounts.map((each, place) => (place === 0 ? -Math.abs(each) - 1 : Math.abs(each))),
        1,
      );
      const [plain, discounted] = [positiveLater, discountedFlows(positiveLater, rate)].map((each) =>
        paybackTime(each, true),
      );
      if (typeof discounted === 'number') expect(discounted).toBeGreaterThanOrEqual(Number(plain) - 1e-12);
    }),
  );
});
