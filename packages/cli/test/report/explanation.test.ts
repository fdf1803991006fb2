import type { Explanation } from '@benchbook/engine';
import { expect, test } from 'vitest';
import { toTerminal } from '../../src/document/to-terminal.js';
import { wordsFor } from '../../src/language/words.js';
import { explanationBlocks } from '../../src/report/explanation/blocks.js';
import { plain } from '../../src/terminal/paint.js';

const unscored: Explanation['scores'][number] = {
  name: 'priority',
  label: null,
  value: null,
  display: '',
  times: 10,
  file: 'coverage.bench',
  line: 60,
  terms: [],
};
const known: Explanation = {
  population: 'key_accounts',
  key: 'A1',
  name: null,
  rank: 1,
  of: 360,
  attributes: [],
  metrics: [],
  levels: [],
  scores: [],
};

const place = (explanation: Explanation, language: 'en' | 'zh'): string | undefined =>
  toTerminal(explanationBlocks(explanation, wordsFor(language)), { width: Infinity, paint: plain })
    .split('\n')[1]
    ?.trim();

test.each([null, 1])('an account without a score has no rank (%s)', (rank) => {
  const explanation = { ...known, rank, scores: [unscored] };
  expect(place(explanation, 'en')).toBe('not ranked among the 360 in key_accounts: its score is unknown');
  expect(place(explanation, 'zh')).toBe('在 key_accounts 的 360 个里没有名次: 得分未知');
});

test('without a score in the rulebook the rank is the place by key', () => {
  expect(place(known, 'en')).toBe('rank 1 of 360 in key_accounts');
});
