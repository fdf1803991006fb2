import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

test('--help lists the commands', async () => {
  const { code, stdout, stderr } = await benchbook(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('  run      Run a rulebook over its data and report what came out\n');
});

test('COMMAND --help describes its options in the language asked for', async () => {
  const { code, stdout } = await benchbook(['run', '--help', '--lang', 'zh']);
  expect(code).toBe(0);
  expect(stdout).toContain('用法\n  benchbook run [FILE]\n');
  expect(stdout).toContain('--format text|json|csv|parquet|arrow|markdown|html\n');
});

test('help exit-codes says what a command ends with', async () => {
  const { stdout } = await benchbook(['help', 'exit-codes']);
  const codes = stdout.split('\n').flatMap((line) => /^ {2}(\d+) /.exec(line)?.[1] ?? []);
  expect(codes).toEqual(['0', '1', '2', '3', '4', '70', '130']);
});

test('--version is the package version', async () => {
  expect(await benchbook(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
});

test('no command at all is answered with the overview on stderr', async () => {
  const { code, stdout, stderr } = await benchbook([]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('benchbook COMMAND [FILE] [OPTIONS]');
});
