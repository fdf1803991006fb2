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
