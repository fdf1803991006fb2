import { expect, test } from 'vitest';
import { displayWidth, pad } from '../../src/terminal/width.js';

test('a Chinese character takes two columns', () => {
  expect(displayWidth('金融服务业 8')).toBe(12);
});

test('a combining accent and an emoji take none and two', () => {
  expect(displayWidth('e\u0301')).toBe(1);
  expect(displayWidth('🚀')).toBe(2);
});

test('padding counts columns, not characters', () => {
  expect(`${pad('行业', 6)}|${pad('7', 3, 'right')}|`).toBe('行业  |  7|');
});
