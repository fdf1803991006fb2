import type { Explanation } from '@benchbook/engine';
import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

const rulebook = 'scenarios/coverage.bench';

test.each(['en', 'zh'])('why an account stands where it stands, in %s', async (lang) => {
  const { code, stdout, stderr } = await benchbook(['explain', rulebook, 'A3', '--lang', lang]);
  expect([code, stderr]).toEqual([0, '']);
  await expect(stdout).toMatchFileSnapshot(`expected/explain.${lang}.txt`);
});

test('a unique name is as good as the key, and the only rulebook is found', async () => {
  const { code, stdout, stderr } = await benchbook(['explain', '招商银行', '--format', 'json']);
  expect([code, stderr]).toEqual([0, 'Taking scenarios/coverage.bench, the only rulebook under scenarios/.\n']);
  expect(JSON.parse(stdout) as Explanation).toMatchObject({
    key: 'A1',
    rank: 1,
    of: 6,
    scores: [{ display: '16.00' }],
  });
});

test('--rules names the rulebook', async () => {
  const { code, stdout } = await benchbook(['explain', 'A1', '--rules', rulebook]);
  expect([code, stdout.split('\n')[0]]).toEqual([0, '招商银行 (A1)']);
});

test('an account that is not there is answered with those that may be meant', async () => {
  const { code, stdout, stderr } = await benchbook(['explain', rulebook, 'Castilo Ltd']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(
    'key_accounts has no account Castilo Ltd.\n  Did you mean one of these?\n    A5  Castillo Ltd\n',
  );
});

test.each([
  [
    'A7',
    'en',
    'Tiny One (A7) is in accounts but not in key_accounts: its annual_revenue 5,000,000.00 CNY is below the cut.',
  ],
  [
    'Tiny One',
    'zh',
    'Tiny One (A7) 在 accounts 里, 但不在 key_accounts 里: annual_revenue 5,000,000.00 CNY, 在取线以下。',
  ],
  ['A10', 'en', 'Nobody (A10) is in accounts but not in key_accounts: it is left out by where annual_revenue > 0 CNY.'],
  ['A10', 'zh', 'Nobody (A10) 在 accounts 里, 但不在 key_accounts 里: 被 where annual_revenue > 0 CNY 排除。'],
])('%s is told why the population leaves it out, in %s', async (account, lang, sentence) => {
  const { code, stdout, stderr } = await benchbook(['explain', rulebook, account, '--lang', lang]);
  expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', sentence]);
});

test.each([
  ['en', 'Two accounts are called Twin. Name one by its key:\n  T1\n  T2\n'],
  ['zh', '有 2 个客户名为 Twin。请用键指明:\n  T1\n  T2\n'],
])('a name that several have is answered with their keys, in %s', async (lang, said) => {
  const { code, stdout, stderr } = await benchbook(['explain', 'other/twins.bench', 'Twin', '--lang', lang]);
  expect([code, stdout, stderr]).toEqual([2, '', said]);
});

test('nobody is offered who is not near', async () => {
  const { code, stderr } = await benchbook(['explain', rulebook, 'Qqqqqqq']);
  expect([code, stderr]).toEqual([2, 'key_accounts has no account Qqqqqqq.\nSee benchbook explain --help.\n']);
});
