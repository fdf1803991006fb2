import { expect, test } from 'vitest';
import { formatNumber } from '@benchbook/dsl';
import { modelOf, onBase } from '../support.js';

test.each([
  [0.0173, 'percent', undefined, '1.73%'],
  [0.9516702, 'percent', undefined, '95.17%'],
  [0.9516702, 'percent', 1, '95.2%'],
  [186.4149, 'ratio', undefined, '186.41'],
  [0.00491, 'ratio', undefined, '0.0049'],
  [0, 'ratio', undefined, '0.00'],
  [1339, 'count', undefined, '1,339'],
  [16, 'number', undefined, '16.00'],
  [1.005, 'number', 2, '1.01'],
  [-0.001, 'number', 2, '0.00'],
  [-1234.5, 'number', 1, '-1,234.5'],
  [0.05, 'points', 0, '5pp'],
  [56_310_000, 'money', 0, '56,310,000'],
  [Number.NaN, 'number', undefined, '–'],
] as const)('%s as %s with %s digits is %s', (value, kind, digits, text) => {
  expect(formatNumber(value, kind, digits)).toBe(text);
});

test('money shows its currency when the unit is known', () => {
  const [param] = modelOf(onBase('param floor = 500万元')).params;
  if (param?.type.kind !== 'number') throw new Error('a number was declared');
  expect(formatNumber(5_000_000, param.type.unit)).toBe('5,000,000.00 CNY');
});
