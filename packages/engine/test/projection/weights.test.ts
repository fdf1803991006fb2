import { expect, test } from 'vitest';
import { rampedShare } from '../../src/projection/time/ramp.js';
import { weigh, type Course } from '../../src/projection/time/weights.js';

/** What flows before a plan of six months, in each of its months, and after it. */
function weights(course: Partial<Course>, each = 1): number[] {
  const slots = new Float64Array(8);
  weigh({ kind: 'rate', first: 1, last: 6, every: 1, ramp: 0, growth: 0, ...course }, 6, each, slots);
  return [...slots].map((weight) => Number(weight.toFixed(6)));
}

test('money flows once, again and again, in parts, or all the time', () => {
  expect(weights({ kind: 'once', first: 0 })).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  expect(weights({ kind: 'once', first: 3 })).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
  expect(weights({ kind: 'once', first: 7 })).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  expect(weights({ kind: 'every', every: 3, first: 2 })).toEqual([0, 0, 1, 0, 0, 1, 0, 0]);
  expect(weights({ kind: 'spread', first: 2, last: 5 })).toEqual([0, 0, 0.25, 0.25, 0.25, 0.25, 0, 0]);
  expect(weights({ first: 4 })).toEqual([0, 0, 0, 0, 1, 1, 1, 0]);
});

test('what comes twice a month flows twice in a month', () => {
  expect(weights({ kind: 'every', every: 0.5, last: 2 })).toEqual([0, 2, 2, 0, 0, 0, 0, 0]);
});

test('a time that is cut off after its last decimal still comes to whole months', () => {
  expect(weights({ kind: 'every', every: 0.333333333333, last: 2 })).toEqual([0, 3, 3, 0, 0, 0, 0, 0]);
});

test('what is spread beyond the plan leaves the parts that lie in it', () => {
  expect(weights({ kind: 'spread', first: 5, last: 8 })).toEqual([0, 0, 0, 0, 0, 0.25, 0.25, 0]);
});

test('a ramp gives each month its mean: a quarter, three quarters, then all', () => {
  expect(weights({ ramp: 2, first: 2 })).toEqual([0, 0, 0.25, 0.75, 1, 1, 1, 0]);
  // Half of the second month still grows, from two thirds to all.
  expect([0, 1, 2].map((after) => rampedShare(after, 1.5))).toEqual([1 / 3, 0.5 * (2.5 / 1.5 / 2) + 0.5, 1]);
});

test('growth compounds month by month, and in a plan of years once a year', () => {
  const monthly = weights({ growth: 0.21 });
  expect(monthly[1]).toBe(1);
  expect(monthly[4]).toBeCloseTo(1.21 ** (3 / 12), 6);
  expect(weights({ growth: 0.21 }, 12)).toEqual([0, 1, 1, 1, 1, 1, 1, 0]);
  const years = new Float64Array(38);
  weigh({ kind: 'rate', first: 1, last: 36, every: 1, ramp: 0, growth: 0.1 }, 36, 12, years);
  expect([years[12], years[13], years[25]].map((one) => one?.toFixed(4))).toEqual(['1.0000', '1.1000', '1.2100']);
});
