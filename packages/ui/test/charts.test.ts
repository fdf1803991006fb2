import { expect, test } from 'vitest';
import { levelStop, step } from '../src/charts/palette.js';
import { axisFor } from '../src/charts/scale.js';
import { shapeOf } from '../src/charts/show-table.js';

test('levels take the ends of the ramp first: worst is the same for two labels as for five', () => {
  expect([0, 1].map((place) => levelStop(place, 2))).toEqual([0, 4]);
  expect([0, 1, 2].map((place) => levelStop(place, 3))).toEqual([0, 2, 4]);
  expect([0, 1, 2, 3, 4].map((place) => levelStop(place, 5))).toEqual([0, 1, 2, 3, 4]);
  expect(levelStop(-1, 3)).toBe('unknown');
});

test('a value finds its step of seven, the ends included', () => {
  expect([0, 0.5, 1].map((value) => step(value, 0, 1))).toEqual([0, 3, 6]);
  expect(step(4, 4, 4)).toBe(3);
});

test('on a logarithmic axis zero stands left of the smallest bin, with a tick of its own', () => {
  const axis = axisFor(
    {
      scale: 'log',
      zero: 630,
      bins: [
        { low: 1, high: 10, count: 5 },
        { low: 10, high: 1000, count: 9 },
      ],
    },
    [5],
  );
  expect(axis.ticks).toEqual([0, 1, 10, 100, 1000]);
  expect(axis.place(0)).toBeLessThan(axis.place(1));
  expect(axis.zero![1]).toBeLessThan(axis.place(1));
  expect(axis.domain[0]).toBe(axis.zero![0]);
});

test('a benchmark beyond every value is still on the axis', () => {
  const axis = axisFor({ scale: 'linear', zero: 0, bins: [{ low: 0, high: 0.2, count: 7 }] }, [0.6]);
  expect(axis.domain[1]).toBeCloseTo(0.6);
});

test('one value alone still makes an axis', () => {
  const axis = axisFor({ scale: 'linear', zero: 3, bins: [{ low: 0, high: 0, count: 3 }] }, []);
  expect(axis.domain[1]).toBeGreaterThan(axis.domain[0]);
});

test('text and number columns of a show are told apart by kind', () => {
  const columns = [
    { name: 'industry', label: '行业', kind: 'text' as const },
    { name: 'n', label: 'n', kind: 'count' as const },
  ];
  expect(
    shapeOf({ id: 's', title: '', form: 'bars', file: 'coverage.bench', line: 1, columns, rows: [], because: null }),
  ).toEqual({
    texts: [0],
    numbers: [1],
  });
});
