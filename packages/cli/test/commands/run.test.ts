import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Report } from '@benchbook/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { benchbook, start } from '../support/benchbook.js';

const rulebook = 'scenarios/coverage.bench';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'benchbook-run-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['text', 'en', 'txt'],
  ['text', 'zh', 'txt'],
  ['markdown', 'en', 'md'],
  ['markdown', 'zh', 'md'],
])('a report as %s in %s', async (format, lang, extension) => {
  const { code, stdout, stderr } = await benchbook(['run', rulebook, '--format', format, '--lang', lang]);
  expect([code, stderr]).toEqual([0, '']);
  await expect(stdout).toMatchFileSnapshot(`expected/run.${lang}.${extension}`);
});

test('json is the report, the same every time', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => benchbook(['run', rulebook, '--format', 'json'])));
  const report = JSON.parse(one!.stdout) as Report;
  expect(one).toEqual(other);
  expect(one!.stdout.startsWith('{\n  "schema": "benchbook.report/1",\n  "rulebook": {\n')).toBe(true);
  expect(report.levels).toEqual({ risk: { high: 3, medium: 1, low: 2, unknown: 0 } });
  expect(report.population).toMatchObject({ name: 'key_accounts', size: 6, of: 10 });
  expect(report.ranking.map(({ key }) => key)).toEqual(['A1', 'A3', 'A5', 'A6', 'A2', 'A4']);
});

test('--top shortens the ranking', async () => {
  const { stdout } = await benchbook(['run', rulebook, '--format', 'json', '--top', '2']);
  expect((JSON.parse(stdout) as Report).ranking).toHaveLength(2);
});

test('csv is the ranked table on stdout', async () => {
  const { code, stdout } = await benchbook(['run', rulebook, '--format', 'csv']);
  const [header, first] = stdout.split('\n');
  expect(code).toBe(0);
  expect(header).toMatch(/^rank,key,name,/);
  expect(first).toMatch(/^1,A1,招商银行,/);
});

test.each(['text', 'json', 'csv', 'parquet', 'arrow', 'markdown'])(
  '--out writes a whole %s file and nothing beside it',
  async (format) => {
    const out = path.join(folder, format, `report.${format}`);
    await rm(path.dirname(out), { recursive: true, force: true });
    expect((await benchbook(['run', rulebook, '--format', format, '--out', out])).stderr).toContain(
      'could not be written',
    );
    await import('node:fs/promises').then(({ mkdir }) => mkdir(path.dirname(out)));
    const { code, stdout, stderr } = await benchbook(['run', rulebook, '--format', format, '--out', out]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`Written: ${out}\n`);
    expect(await readdir(path.dirname(out))).toEqual([`report.${format}`]);
    expect((await readFile(out)).length).toBeGreaterThan(500);
  },
);

test('the only rulebook is taken, and that is said', async () => {
  const { code, stderr } = await benchbook(['run', '--top', '0']);
  expect([code, stderr]).toEqual([0, 'Taking scenarios/coverage.bench, the only rulebook under scenarios/.\n']);
});

test('paths are found from any folder of the project', async () => {
  const { code } = await benchbook(['run', 'coverage.bench'], {
    cwd: path.join(import.meta.dirname, '../fixtures/project/scenarios'),
  });
  expect(code).toBe(0);
});

test('a check of severity error that does not hold ends with 1, a warning only with --strict', async () => {
  const codes = await Promise.all(
    [['failing-check'], ['failing-warning'], ['failing-warning', '--strict']].map(
      async ([name, ...more]) => (await benchbook(['run', `other/${name}.bench`, ...more])).code,
    ),
  );
  expect(codes).toEqual([1, 0, 1]);
});

test('a rulebook with errors is not run: 3, with the line shown', async () => {
  const { code, stdout, stderr } = await benchbook(['run', 'other/broken.bench']);
  expect([code, stdout]).toEqual([3, '']);
  await expect(stderr).toMatchFileSnapshot('expected/broken.en.txt');
});

test('--keep-going runs the rest and says so', async () => {
  const { code, stdout, stderr } = await benchbook(['run', 'other/broken.bench', '--keep-going']);
  expect(code).toBe(0);
  expect(stdout).toContain('everyone: 10 of 10 accounts');
  expect(stderr).toContain(
    'Because of the error metric revenue, benchmark least, level standing are left out; this is the rest of the rulebook.',
  );
});

test.each([
  ['no-data', 'en', 'data/acounts.csv'],
  ['nobody', 'en', 'Nobody is in the population everyone'],
  ['nobody', 'zh', '数据使运行停止:'],
])('data that stops the run ends with 4: %s in %s', async (name, lang, sentence) => {
  const { code, stdout, stderr } = await benchbook(['run', `other/${name}.bench`, '--lang', lang]);
  expect([code, stdout]).toEqual([4, '']);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});

test('a reader that goes away ends the command without a word', async () => {
  const child = start(['run', rulebook, '--format', 'json']);
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout!.destroy();
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, stderr]).toEqual([0, '']);
});
