import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataError, type NoticeData } from '@benchbook/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../../src/cli.js';
import { benchbook, project, start } from '../support/benchbook.js';
import { memoryEnvironment } from '../support/environment.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'benchbook-unreadable-'));
  await writeFile(path.join(folder, 'gbk.bench'), Buffer.from([0x72, 0xb9, 0xe6, 0xd4, 0xf2]));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['run', 'en', 'error R313: gbk.bench is not UTF-8 text. Save it again as UTF-8.\n'],
  ['check', 'zh', '错误 R313: gbk.bench 不是 UTF-8 文本, 请另存为 UTF-8。\n'],
])('a rulebook that is no text is a fault of the rulebook: %s in %s', async (command, lang, stderr) => {
  expect(await benchbook([command, 'gbk.bench', '--lang', lang], { cwd: folder })).toEqual({
    code: 3,
    stdout: '',
    stderr,
  });
});

test('the server does not call it a fault of the data either', async () => {
  const child = start(['serve', 'gbk.bench', '--port', '0'], { cwd: folder });
  const said = await new Promise<string>((resolve) => {
    let stderr = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (stderr.includes('Revision 1')) resolve(stderr);
    });
  });
  child.kill('SIGTERM');
  expect(said).toContain('Revision 1: the rulebook cannot be run\n');
});

const stopping = (found: Pick<NoticeData, 'code' | 'data'>): NoticeData =>
  ({ severity: 'error', file: null, line: null, count: null, ...found }) as NoticeData;

test.each([
  [2, stopping({ code: 'R313', data: { file: 'a.bench', why: 'absent' } }), 'error R313: There is no file a.bench.'],
  [2, stopping({ code: 'R312', data: { population: 'nope', known: ['all'] } }), 'error R312: There is no population'],
  [3, stopping({ code: 'R313', data: { file: 'a.bench', why: 'large' } }), 'error R313: a.bench is larger than'],
])('what stops a run before its data ends with %i', async (code, found, sentence) => {
  const openWorkbook = () => Promise.reject(new DataError([found]));
  const { environment, stderr } = memoryEnvironment(['run', 'scenarios/coverage.bench'], {
    cwd: project,
    openWorkbook,
  });
  expect(await cli(environment)).toBe(code);
  expect(stderr.text.startsWith(sentence)).toBe(true);
});
