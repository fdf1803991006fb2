import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rescaled } from '../../src/model/rescale.js';

const texts = (percents: readonly number[], digits = 0) =>
  rescaled(
    percents.map((one) => new Big(one)),
    digits,
  )?.map((one) => one.toFixed()) ?? null;

test('proportions that come out even stay exact, with a digit or two more where that is what it takes', () => {
  expect(texts([60, 20])).toEqual(['75', '25']);
  expect(texts([50, 30])).toEqual(['62.5', '37.5']);
  expect(texts([120, 80])).toEqual(['60', '40']);
});

test('others are rounded at the digits that are written, and what is left over goes to the largest remainders', () => {
  expect(texts([33, 33, 33])).toEqual(['34', '33', '33']);
  expect(texts([40, 50])).toEqual(['44', '56']);
  expect(texts([33.3, 33.3, 33.3], 1)).toEqual(['33.4', '33.3', '33.3']);
});

test('nothing can be made of shares that are all 0, below 0, or would vanish', () => {
  expect(texts([0, 0])).toBeNull();
  expect(texts([-10, 120])).toBeNull();
  expect(texts([1, 1_000])).toBeNull();
});

const cents = fc.integer({ min: 0, max: 20_000 }).map((count) => new Big(count).div(100));

test('whatever they are, they come to 100, keep their order, and none is off by a whole digit', () => {
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 3 }), (percents, digits) => {
      const found = rescaled(percents, digits);
      if (found === null) return;
      const sum = percents.reduce((total, one) => total.plus(one), new Big(0));
      const unit = new Big(10).pow(-digits);
      expect(found.reduce((total, one) => total.plus(one), new Big(0)).toFixed()).toBe('100');
      for (const [index, part] of found.entries()) {
        const share = (percents[index] ?? new Big(0)).times(100).div(sum);
        expect(part.minus(share).abs().lt(unit)).toBe(true);
        for (const [other, one] of percents.entries())
          if (percents[index]?.gt(one)) expect(part.gte(found[other] ?? 0)).toBe(true);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
