import type { ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook, project, start } from '../support/benchbook.js';

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

test('junit is a suite a rulebook and a case a test, with the table and the reasons inside', async () => {
  const { code, stdout } = await benchbook(['test', 'other/failing-test.bench', '--format', 'junit']);
  expect(code).toBe(1);
  await expect(stdout).toMatchFileSnapshot('expected/failing-test.junit.xml');
});

test.each(['en', 'zh'])('coverage names the rows that nobody has used, in %s', async (lang) => {
  const { code, stdout } = await benchbook([
    'test',
    'other/failing-test.bench',
    'other/unused-rows.bench',
    '--coverage',
    '--lang',
    lang,
  ]);
  expect(code).toBe(1);
  await expect(stdout).toMatchFileSnapshot(`expected/coverage.${lang}.txt`);
});

test('too little coverage ends with 1 and says so', async () => {
  const asking = (least: string) => benchbook(['test', 'other/unused-rows.bench', '--coverage-min', least]);
  expect([(await asking('66%')).code, (await asking('66.7%')).code]).toEqual([0, 1]);
  expect((await asking('80%')).stderr).toBe(
    'other/unused-rows.bench: 66.7% of the rows are used, and --coverage-min asks for 80%.\n',
  );
  expect((await asking('80')).stderr).toContain('--coverage-min takes a share such as 80%, not "80".');
});

test('json has the hits of each row by population and by test', async () => {
  const { stdout } = await benchbook(['test', 'other/unused-rows.bench', '--coverage', '--format', 'json']);
  const { files } = JSON.parse(stdout) as { files: { coverage: { tables: { name: string; rows: unknown[] }[] } }[] };
  expect(files[0]?.coverage.tables.map(({ name, rows }) => [name, rows])).toEqual([
    [
      'least',
      [
        {
          text: '| >= 20M CNY |',
          file: 'other/unused-rows.bench',
          line: 15,
          populations: { everyone: 10 },
          tests: { 'small ones': 1 },
        },
      ],
    ],
    [
      'standing',
      [
        {
          text: '| 1      | small    |',
          file: 'other/unused-rows.bench',
          line: 21,
          populations: { everyone: 5 },
          tests: { 'small ones': 1 },
        },
        {
          text: '| 0      | large    |',
          file: 'other/unused-rows.bench',
          line: 22,
          populations: { everyone: 5 },
          tests: {},
        },
      ],
    ],
    [
      'place',
      [
        {
          text: '| 1..10  | first |',
          file: 'other/unused-rows.bench',
          line: 26,
          populations: { everyone: 10 },
          tests: { 'small ones': 1 },
        },
        { text: '| 11..20 | later |', file: 'other/unused-rows.bench', line: 27, populations: {}, tests: {} },
        { text: '| > 20   | last  |', file: 'other/unused-rows.bench', line: 28, populations: {}, tests: {} },
      ],
    ],
  ]);
});

test('--watch runs the tests again when the rulebook changes, and goes on after an error in it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-watch-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(project, folder, { recursive: true });
  const file = path.join(folder, 'scenarios/coverage.bench');
  const text = await readFile(file, 'utf8');
  const child = start(['test', 'scenarios/coverage.bench', '--watch'], { cwd: folder });
  const seen = new Seen(child);
  await seen.until('2 passed, 0 failed');
  await writeFile(file, text.replace('count(risk = high) = 3', 'count(risk = high) = 4'));
  await seen.until('1 passed, 1 failed');
  await writeFile(file, text.replace('apply generic', 'apply genric'));
  await seen.until('has an error, so nothing was run');
  await writeFile(file, text);
  await seen.until('2 passed, 0 failed');
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
});

/** What a running command says, waited for piece by piece. */
class Seen {
  private text = '';
  private wake: () => void = () => undefined;

  constructor(child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.text += chunk.toString();
        this.wake();
      });
  }

  /** Waits for a piece of text and forgets all up to it. */
  async until(piece: string): Promise<void> {
    while (!this.text.includes(piece))
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.text = this.text.slice(this.text.indexOf(piece) + piece.length);
  }
}
