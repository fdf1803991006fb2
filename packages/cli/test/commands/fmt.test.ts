import { spawn } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook, start } from '../support/benchbook.js';

const ROUGH = 'check count(a)>=1\n\n\nband size\n|employees|size|\n  | < 200|小型|\n  |else|大型|  # 其余\n';
const FORMED =
  'check count(a) >= 1\n\nband size\n  | employees | size |\n  | < 200     | 小型 |\n  | else      | 大型 |  # 其余\n';

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-fmt-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

test('files of folders are brought into form, and the second time nothing changes', async () => {
  const cwd = await project({
    'scenarios/a.bench': ROUGH,
    'scenarios/deep/b.bench': FORMED,
    'scenarios/notes.txt': ROUGH,
  });
  expect(await benchbook(['fmt'], { cwd })).toEqual({
    code: 0,
    stdout: 'Formatted: scenarios/a.bench\n',
    stderr: '2 files, 1 changed.\n',
  });
  expect(await readFile(path.join(cwd, 'scenarios/a.bench'), 'utf8')).toBe(FORMED);
  expect(await readFile(path.join(cwd, 'scenarios/notes.txt'), 'utf8')).toBe(ROUGH);
  expect(await benchbook(['fmt', '.', 'scenarios/a.bench'], { cwd })).toEqual({
    code: 0,
    stdout: '',
    stderr: '2 files, none changed.\n',
  });
});

test('--check writes nothing, shows what would change and ends with 1', async () => {
  const cwd = await project({ 'a.bench': ROUGH });
  const { code, stdout, stderr } = await benchbook(['fmt', '--check', 'a.bench'], { cwd });
  expect(stdout).toBe(`a.bench:1
- check count(a)>=1
+ check count(a) >= 1
a.bench:3
- 
a.bench:5
- |employees|size|
-   | < 200|小型|
-   |else|大型|  # 其余
+   | employees | size |
+   | < 200     | 小型 |
+   | else      | 大型 |  # 其余

`);
  expect([code, stderr]).toEqual([1, '1 file, 1 not in form. benchbook fmt mends it.\n']);
  expect(await readFile(path.join(cwd, 'a.bench'), 'utf8')).toBe(ROUGH);
  expect((await benchbook(['fmt', '--check', 'a.bench', '--lang', 'zh'], { cwd })).stderr).toBe(
    '共 1 个文件, 1 个格式不统一。benchbook fmt 可以整理。\n',
  );
});

test('a declaration with an error stays as it is, and the reader is told', async () => {
  const broken = 'metric  m\n\t=  count((a)\n';
  const cwd = await project({ 'a.bench': `check a=1\n${broken}` });
  const { code, stderr } = await benchbook(['fmt', 'a.bench'], { cwd });
  expect([code, stderr]).toEqual([
    0,
    'a.bench:2: A declaration with an error was left as it is. benchbook check says what is wrong.\n1 file, 1 changed.\n',
  ]);
  expect(await readFile(path.join(cwd, 'a.bench'), 'utf8')).toBe(`check a = 1\n${broken}`);
});

test('a link stays a link, and a file keeps its mode', async () => {
  const cwd = await project({ 'real/a.bench': ROUGH });
  await chmod(path.join(cwd, 'real/a.bench'), 0o640);
  await symlink('real/a.bench', path.join(cwd, 'b.bench'));
  await benchbook(['fmt', 'b.bench'], { cwd });
  expect((await lstat(path.join(cwd, 'b.bench'))).isSymbolicLink()).toBe(true);
  expect(await readFile(path.join(cwd, 'real/a.bench'), 'utf8')).toBe(FORMED);
  expect((await stat(path.join(cwd, 'real/a.bench'))).mode & 0o777).toBe(0o640);
});

test('--stdin writes what it reads, formatted', async () => {
  const child = start(['fmt', '--stdin']);
  expect(child.stdin).toBe(null);
  const { spawnargs } = child;
  const piped = spawn(process.execPath, spawnargs.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
  piped.stdin.end(ROUGH);
  expect(await text(piped.stdout)).toBe(FORMED);
});

test('a file that is no text stops the command before any is written', async () => {
  const cwd = await project({ 'a.bench': ROUGH });
  await writeFile(path.join(cwd, 'b.bench'), new Uint8Array([0xff, 0xfe, 0x41]));
  const { code, stderr } = await benchbook(['fmt', '.'], { cwd });
  expect([code, stderr]).toEqual([3, 'b.bench is not UTF-8 text. Save it again as UTF-8.\n']);
  expect(await readFile(path.join(cwd, 'a.bench'), 'utf8')).toBe(ROUGH);
});

test.each([
  [['fmt', 'a.txt'], 'a.txt holds no rules: rulebooks end in .bench, notebooks in .md.\n'],
  [['fmt', 'b.bench'], 'There is no file b.bench. Did you mean a.bench?\n'],
  [['fmt'], 'Which rulebook? Name a file: there is none under scenarios/ here.\n'],
])('%j is a mistake of the command line', async (args, said) => {
  const cwd = await project({ 'a.txt': '', 'a.bench': FORMED });
  const { code, stderr } = await benchbook(args, { cwd });
  expect([code, stderr.split('\n')[0]]).toEqual([2, said.trimEnd()]);
});
