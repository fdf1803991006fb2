import { expect, test } from 'vitest';
import { choosePaint } from '../../src/terminal/paint.js';

const paint = (isTerminal: boolean, refused: boolean, env: Record<string, string>) =>
  choosePaint({ isTerminal, refused, env })('no', 'bad');

test('colours on a terminal', () => {
  expect(paint(true, false, {})).toBe('\u001b[31mno\u001b[39m');
});

test.each([
  ['a pipe', false, false, {}],
  ['--no-color', true, true, {}],
  ['NO_COLOR', true, false, { NO_COLOR: '1' }],
  ['a dumb terminal', true, false, { TERM: 'dumb' }],
])('none with %s', (_, isTerminal, refused, env) => {
  expect(paint(isTerminal, refused, env)).toBe('no');
});

test('an empty NO_COLOR refuses nothing', () => {
  expect(paint(true, false, { NO_COLOR: '' })).toContain('[31m');
});
