import { DatabaseError } from '@benchbook/engine';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../src/cli.js';
import { memoryEnvironment } from './support/environment.js';

const cwd = path.join(import.meta.dirname, 'fixtures/project');

/** Runs a command whose workbook fails to open with this error. */
async function failing(error: Error, args: readonly string[], stopped?: AbortSignal) {
  const openWorkbook = () => Promise.reject(error);
  const { environment, stderr } = memoryEnvironment(args, { cwd, openWorkbook, ...(stopped && { stopped }) });
  return { code: await cli(environment), stderr: stderr.text };
}

test('an internal fault is one sentence, and where to get more', async () => {
  expect(await failing(new TypeError('x is not a function'), ['run', 'scenarios/coverage.bench'])).toEqual({
    code: 70,
    stderr:
      'Something went wrong inside Benchbook: x is not a function\nRun the same command with --debug for the details, and please report them.\n',
  });
});

test('--debug shows the stack', async () => {
  const { code, stderr } = await failing(new TypeError('x is not a function'), [
    'run',
    'scenarios/coverage.bench',
    '--debug',
  ]);
  expect(code).toBe(70);
  expect(stderr).toContain('cli.test.ts');
});

test.each([
  ['en', 'There was not enough memory for the run. Close other programs, or allow more with --memory.\n'],
  ['zh', '内存不足以运行。请关闭其他程序, 或用 --memory 允许更多内存。\n'],
])('want of memory is no internal fault, in %s', async (lang, stderr) => {
  const error = new DatabaseError('memory', new Error('Out of Memory'));
  expect(await failing(error, ['run', 'scenarios/coverage.bench', '--lang', lang])).toEqual({ code: 4, stderr });
});

test('a command that is stopped says nothing', async () => {
  const error = new Error('This operation was aborted');
  expect(await failing(error, ['run', 'scenarios/coverage.bench'], AbortSignal.abort())).toEqual({
    code: 130,
    stderr: '',
  });
});
