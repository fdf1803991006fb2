import { expect, test } from 'vitest';
import { pad } from '../../src/terminal/pad.js';

test('padding counts columns, not characters', () => {
  expect(`${pad('行业', 6)}|${pad('7', 3, 'right')}|`).toBe('行业  |  7|');
});
