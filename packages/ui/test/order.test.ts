import { expect, test } from 'vitest';
import fc from 'fast-check';
import { orderBy, orderNumbers } from '../src/ranking/order.js';
import type { CodeColumn } from '../src/ranking/table.js';

test('numbers are ordered from the smallest, or from the largest, and gaps come last either way', () => {
  const values = [3, Number.NaN, -1, 0, 1e300, -0.5];
  expect([...orderNumbers(values, 'ascending')]).toEqual([2, 5, 3, 0, 4, 1]);
  expect([...orderNumbers(values, 'descending')]).toEqual([4, 0, 3, 5, 2, 1]);
});

test('equal values keep the order they stand in, -0 being 0', () => {
  expect([...orderNumbers([0, 5, -0, 5], 'ascending')]).toEqual([0, 2, 1, 3]);
  expect([...orderNumbers([0, 5, -0, 5], 'descending')]).toEqual([1, 3, 0, 2]);
});

test('any numbers are ordered as a stable comparing sort orders them', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), (values) => {
      const places = values.map((_, place) => place);
      const expected = places.toSorted((a, b) => Number(values[a]! > values[b]!) - Number(values[a]! < values[b]!));
      expect([...orderNumbers(values, 'ascending')]).toEqual(expected);
    }),
  );
});

test('labels are ordered as their language orders them: Chinese by pinyin', () => {
  const column: CodeColumn = {
    name: 'industry',
    role: 'dimension',
    label: '行业',
    labelIn: { en: 'industry', zh: '行业' },
    unit: '',
    kind: 'number',
    store: 'codes',
    codes: Int32Array.of(0, 1, -1, 2),
    labels: ['制造业', '金融业', '科技业'],
  };
  expect([...orderBy(column, 'ascending', 4, 'zh-CN')]).toEqual([1, 3, 0, 2]);
});
