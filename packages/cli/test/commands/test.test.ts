import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

test('tests that pass end with 0', async () => {
  expect(await benchbook(['test', 'scenarios/coverage.bench'])).toEqual({
    code: 0,
    stdout: 'scenarios/coverage.bench\n  ok an account without contacts\n  ok the census\n  2 passed, 0 failed\n',
    stderr: '',
  });
});

test.each(['en', 'zh'])('a test that fails shows expected beside actual and ends with 1, in %s', async (lang) => {
  const { code, stdout } = await benchbook(['test', 'other/failing-test.bench', '--lang', lang]);
  expect(code).toBe(1);
  await expect(stdout).toMatchFileSnapshot(`expected/failing-test.${lang}.txt`);
});

test('--filter leaves the other tests out', async () => {
  const { stdout } = await benchbook(['test', 'scenarios/coverage.bench', '--filter', 'census']);
  expect(stdout).toBe('scenarios/coverage.bench\n  ok the census\n  1 passed, 0 failed\n');
});

test('json holds every result', async () => {
  const { code, stdout } = await benchbook(['test', 'other/failing-test.bench', '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'benchbook.tests/1',
    passed: 0,
    failed: 2,
    files: [
      {
        file: 'other/failing-test.bench',
        results: [
          {
            name: 'large accounts',
            outcome: 'failed',
            failures: [{ of: 'B1', what: 'standing', expected: 'small', actual: 'large' }],
          },
          {},
        ],
      },
    ],
  });
});
