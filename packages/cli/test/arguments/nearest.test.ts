import { expect, test } from 'vitest';
import { nearest } from '../../src/arguments/nearest.js';

test.each([
  ['rnu', ['run', 'test'], 'run'],
  ['chekc', ['check', 'test'], 'check'],
  ['--pop', ['--top', '--population'], '--population'],
  ['key_acounts', ['key_accounts', 'accounts'], 'key_accounts'],
  ['banana', ['run', 'check'], null],
])('%s means %j', (text, candidates, expected) => {
  expect(nearest(text, candidates)).toBe(expected);
});
