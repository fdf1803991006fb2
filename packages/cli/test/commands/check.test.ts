import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

test('a rulebook in order is said to be', async () => {
  expect(await benchbook(['check', 'scenarios/coverage.bench'])).toEqual({
    code: 0,
    stdout: 'scenarios/coverage.bench: in order\n',
    stderr: '',
  });
});

test.each(['en', 'zh'])('errors are shown with their line underlined, in %s', async (lang) => {
  const { code, stdout, stderr } = await benchbook(['check', 'other/broken.bench', '--lang', lang]);
  expect([code, stderr]).toEqual([3, '']);
  await expect(stdout).toMatchFileSnapshot(`expected/check.${lang}.txt`);
});

test('json tells several files apart', async () => {
  const { code, stdout } = await benchbook([
    'check',
    'scenarios/coverage.bench',
    'other/broken.bench',
    '--format',
    'json',
  ]);
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'benchbook.check/1',
    files: [
      { file: 'scenarios/coverage.bench', errors: 0, diagnostics: [] },
      {
        file: 'other/broken.bench',
        diagnostics: [{ severity: 'error', file: 'other/broken.bench', line: 12, column: 5 }],
      },
    ],
  });
});
