import type { WorkbenchState } from '@benchbook/engine';
import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';
import { serveCopy } from '../support/served.js';

const rulebook = 'other/broken-test.bench';

test.each([
  ['en', ['run', rulebook], ' warning B'],
  ['zh', ['run', rulebook], ' 警告 B'],
  ['en', ['explain', rulebook, 'A1'], ' warning B'],
])('what is wrong in a test alone does not stop a run, in %s: %j', async (lang, args, warning) => {
  const { code, stdout, stderr } = await benchbook([...args, '--lang', lang]);
  expect([code, stdout === '']).toEqual([0, false]);
  expect(stderr).toContain(warning);
  expect(stderr).not.toMatch(/error|错误/);
});

test.each([['check'], ['test'], ['run', '--strict']])('%j is stopped by it', async (command, ...options) => {
  expect((await benchbook([command, rulebook, ...options])).code).toBe(3);
});

test('the server shows the report, and what is wrong as warnings', async () => {
  const served = await serveCopy({ file: rulebook });
  const state = (await (await fetch(`${served.address}api/state`)).json()) as WorkbenchState;
  await served.stop();
  expect([state.stale, state.report?.population.size]).toEqual([false, 10]);
  expect(new Set(state.diagnostics.map(({ severity }) => severity))).toEqual(new Set(['warning']));
});
