import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { course } from '../../src/history/figures.js';
import { benchbook, project } from '../support/benchbook.js';

const RULES = 'scenarios/coverage.bench';

/** A copy of the project, and the command in it, in a time zone of its own. */
async function copy() {
  const cwd = await mkdtemp(path.join(tmpdir(), 'benchbook-history-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await cp(project, cwd, { recursive: true });
  const say = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await benchbook([...args, RULES], { cwd, env: { TZ: 'UTC' } });
    return { code, stdout, stderr };
  };
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(path.join(cwd, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(path.join(cwd, file), text.replace(from, to));
  };
  const keep = async (...args: readonly string[]): Promise<string> => {
    const { stderr } = await say('run', '--keep', ...args);
    return /(?:Kept as|since) (\w{8})/.exec(stderr)?.[1] ?? stderr;
  };
  return { cwd, say, edit, keep, folder: path.join(cwd, '.benchbook/history') };
}

/** Ids and moments are of their own each time. */
const plain = (text: string): string =>
  text.replaceAll(/\b[0-9a-f]{8}\b/g, 'xxxxxxxx').replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'YYYY-MM-DD HH:MM');

test('runs are kept, listed, and shown as a course', async () => {
  const { say, edit, keep } = await copy();
  await keep('--note', 'first');
  await edit(RULES, '>= 60%', '>= 40%');
  await keep('--note', 'fewer departments');
  await keep('--set', 'generic.decision_share=60%');
  expect(plain((await say('history')).stdout)).toMatchInlineSnapshot(`
    "Kept runs of scenarios/coverage.bench
      run       kept              as of  version  under                       accounts  high  medium  low  note
      xxxxxxxx  YYYY-MM-DD HH:MM         2024.12  base                               6     3       1    2  first
      xxxxxxxx  YYYY-MM-DD HH:MM         2024.12  base                               6     3       1    2  fewer departments
      xxxxxxxx  YYYY-MM-DD HH:MM         2024.12  generic.decision_share=60%         6     4       0    2
    "
  `);
  const trend = (await say('history', '--trend')).stdout;
  expect(trend.replaceAll(/\d{4}-\d\d-\d\d/g, 'YYYY-MM-DD')).toMatchInlineSnapshot(`
    "Kept runs of scenarios/coverage.bench
      measure                                  course  YYYY-MM-DD  YYYY-MM-DD  YYYY-MM-DD     change
      count(key_accounts)                      ▁▁▁              6           6           6
      count(risk = high)                       ▁▁█              3           3           4         +1
      count(risk = medium)                     ██▁              1           1           0         -1
      count(risk = low)                        ▁▁▁              2           2           2
      mean(contact_density)                    ▁▁▁           6.81        6.81        6.81
      passed(contact_density)                  ▁▁▁          50.0%       50.0%       50.0%
      mean(decision_share)                     ▁▁▁         31.94%      31.94%      31.94%
      passed(decision_share)                   ██▁          50.0%       50.0%       33.3%  -16.67 pp
      mean(department_coverage)                ▁▁▁         30.00%      30.00%      30.00%
      passed(department_coverage)              ▁▁▁          33.3%       33.3%       33.3%
      mean(priority)                           ▂▁█           9.97        9.92       10.44      +0.47
      coverage_goals: passed(contact_density)  ▁▁▁          50.0%       50.0%       50.0%
      coverage_goals: passed(decision_share)   ██▁          50.0%       50.0%       33.3%  -16.67 pp
    "
  `);
});

test('the same run is kept once', async () => {
  const { keep, say, folder } = await copy();
  const first = await keep();
  const { stderr } = await say('run', '--keep');
  expect(stderr).toContain(`Nothing has changed since ${first}, which is kept already.`);
  expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toHaveLength(1);
});

test('what has changed since: inputs, figures, rules, and who moved', async () => {
  const { say, edit, keep } = await copy();
  await keep();
  await edit(RULES, '>= 60%', '>= 40%');
  const { code, stdout, stderr } = await say('compare');
  expect([code, stderr]).toEqual([0, '']);
  expect(plain(stdout)).toMatchInlineSnapshot(`
    "xxxxxxxx (YYYY-MM-DD HH:MM) → now

    What went in
      - The rules are others: scenarios/coverage.bench

    1 of 13 figures differ
      measure         before  after  change
      mean(priority)    9.97   9.92   -0.06

    One declaration differs
      ~ changed benchmark generic (scenarios/coverage.bench:35)
      where                before  after   difference  line
      department_coverage  >= 60%  >= 40%       -20pp    37

    0 of 6 accounts moved (risk)
      before → after  high  medium  low  before
      high               3       –    –       3
      medium             –       1    –       1
      low                –       –    2       2
      after              3       1    2       6
    "
  `);
});

test('two kept runs, when neither rules nor data are there any more', async () => {
  const { say, edit, keep, cwd } = await copy();
  const first = await keep();
  await edit('data/contacts.csv', 'VP', 'Staff');
  const second = await keep();
  await rm(path.join(cwd, 'data'), { recursive: true });
  const { stdout } = await say('compare', first.slice(0, 5), second);
  expect(stdout).toContain('The data is other: data/contacts.csv');
  const json = JSON.parse((await say('compare', first, 'last', '--format', 'json')).stdout) as {
    schema: string;
    changes: unknown[];
    run: { union: number };
  };
  expect([json.schema, json.changes]).toEqual(['benchbook.compare/1', []]);
  expect(json.run.union).toBeGreaterThan(3);
});

test('a kept run is run again from what was kept, and comes out the same', async () => {
  const { say, edit, keep, cwd } = await copy();
  const first = await keep('--set', 'generic.decision_share=60%');
  await edit(RULES, '>= 60%', '>= 40%');
  await rm(path.join(cwd, 'data'), { recursive: true });
  expect(await say('replay', first)).toEqual({
    code: 0,
    stdout: `${first} came out the same, byte for byte.\n`,
    stderr: '',
  });
});

test('without its data it is run again as long as the data is what it was', async () => {
  const { say, edit, keep } = await copy();
  await keep('--no-data');
  expect((await say('replay', 'last')).code).toBe(0);
  await edit('data/contacts.csv', 'VP', 'Staff');
  const { code, stderr } = await say('replay', 'last');
  expect([code, stderr]).toEqual([
    2,
    'data/contacts.csv is not what it was, and the run was kept without its data (--no-data), so it cannot be replayed.\nSee benchbook replay --help.\n',
  ]);
});

test('a run whose results were tampered with is told', async () => {
  const { say, keep, folder } = await copy();
  await keep();
  const [name = ''] = (await readdir(folder)).filter((each) => each.endsWith('.json'));
  const text = await readFile(path.join(folder, name), 'utf8');
  const { results } = JSON.parse(text) as { results: { report: string; ranking: string } };
  await writeFile(path.join(folder, name), text.replace(results.ranking, 'f'.repeat(64)));
  const { code, stderr } = await say('replay', 'last');
  expect(code).toBe(1);
  expect(plain(stderr)).toBe('xxxxxxxx did not come out the same:\n  the ranked table differs\n');
  expect(plain((await say('compare', 'last', 'last')).stderr)).toContain(
    'The store no longer has what came out of xxxxxxxx.',
  );
});

test('what is not a kept run is passed over; several writers keep each their own', async () => {
  const { say, keep, folder } = await copy();
  await Promise.all(['10%', '20%', '30%', '40%'].map((share) => keep('--set', `generic.decision_share=${share}`)));
  await writeFile(path.join(folder, '20200101T000000-000Z-broken.json'), '{"schema":');
  const { runs } = JSON.parse((await say('history', '--format', 'json')).stdout) as {
    runs: { inputs: { set: string[] } }[];
  };
  expect(runs.flatMap(({ inputs }) => inputs.set).toSorted()).toEqual(
    ['10%', '20%', '30%', '40%'].map((share) => `generic.decision_share=${share}`),
  );
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each([
  [['history'], '  No run of this rulebook has been kept. benchbook run --keep keeps one.\n'],
  [
    ['compare'],
    'No run of this rulebook has been kept. benchbook run --keep keeps one.\nSee benchbook compare --help.\n',
  ],
])('nothing was kept: %s', async (args, said) => {
  const { say } = await copy();
  const { stdout, stderr } = await say(...args);
  expect(stdout + stderr).toBe(said);
});

test('a run that was never kept is told, with those that were', async () => {
  const { say, keep } = await copy();
  const id = await keep();
  const { code, stderr } = await say('replay', 'abcdef');
  expect([code, stderr]).toEqual([2, `No run of this rulebook was kept as abcdef. These were:\n  ${id}\n`]);
});

test('a course goes from its least to its most, with gaps', () => {
  expect([course([1, 2, 3]), course([5, 5]), course([3, null, 1]), course([null])]).toEqual(['▁▅█', '▁▁', '█ ▁', ' ']);
});
