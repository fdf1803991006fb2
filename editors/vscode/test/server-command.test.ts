import path from 'node:path';
import { expect, test } from 'vitest';
import { serverCommand } from '../src/server-command.js';

const machine = (present: readonly string[], windows = false) => ({
  exists: (file: string) => present.includes(file),
  windows,
});

test('the settings come first, then what a folder has installed, then the PATH', () => {
  const own = path.join('/work', 'node_modules', '.bin', 'benchbook');
  const lsp = ['lsp', '--stdio'];
  expect(serverCommand(['npx', 'benchbook'], ['/work'], machine([own]))).toEqual({
    command: 'npx',
    args: ['benchbook', ...lsp],
  });
  expect(serverCommand([], ['/other', '/work'], machine([own]))).toEqual({ command: own, args: lsp });
  expect(serverCommand([''], ['/work'], machine([]))).toEqual({ command: 'benchbook', args: lsp });
  expect(serverCommand([], ['/work'], machine([`${own}.cmd`], true)).command).toBe(`${own}.cmd`);
});
