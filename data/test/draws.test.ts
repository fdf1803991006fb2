import { expect, test } from 'vitest';
import { normalQuantile } from '../src/random/normal.js';
import { random, shuffled } from '../src/random/draws.js';

test('a draw depends on seed, purpose and row, and on nothing drawn before', () => {
  const draw = random(1);
  const first = draw('revenue', 'A1').uniform();
  draw('name', 'A1').uniform();
  expect(draw('revenue', 'A1').uniform()).toBe(first);
  expect(draw('revenue', 'A2').uniform()).not.toBe(first);
  expect(draw('headcount', 'A1').uniform()).not.toBe(first);
  expect(random(2)('revenue', 'A1').uniform()).not.toBe(first);
});

test('first draws of many rows are uniform, and independent between purposes', () => {
  const draw = random(1);
  const rows = Array.from({ length: 20_000 }, (_, i) => `A${i}`);
  const [a, b] = ['one', 'two'].map((purpose) => rows.map((row) => draw(purpose, row).uniform()));
  const tenths = Array.from({ length: 10 }, (_, i) => a!.filter((x) => Math.floor(10 * x) === i).length);
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(150);
  const covariance = a!.reduce((sum, x, i) => sum + (x - 0.5) * (b![i]! - 0.5), 0) / rows.length;
  expect(12 * Math.abs(covariance)).toBeLessThan(0.02);
});

test('a weighted choice follows the weights', () => {
  const draw = random(1);
  const sides = [
    { side: 'often', weight: 3 },
    { side: 'seldom', weight: 1 },
  ];
  const often = Array.from({ length: 10_000 }, (_, i) => draw('side', `${i}`).weighted(sides)).filter(
    ({ side }) => side === 'often',
  );
  expect(often.length / 10_000).toBeCloseTo(0.75, 1);
});

test('shuffling keeps every item and does not depend on the order given', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
  const order = shuffled(items, random(1), 'order').map(({ id }) => id);
  expect(shuffled(items.toReversed(), random(1), 'order').map(({ id }) => id)).toEqual(order);
  expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('normal quantiles are those of the tables', () => {
  expect(normalQuantile(0.5)).toBeCloseTo(0, 8);
  expect(normalQuantile(0.8)).toBeCloseTo(0.841621, 6);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 6);
});
