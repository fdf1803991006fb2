import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook, project } from '../support/benchbook.js';

const FILE = 'scenarios/coverage.bench';

/** A copy of the project with a second rulebook: more is asked, and of fewer accounts. */
async function copy(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-diff-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(project, folder, { recursive: true });
  const text = await readFile(path.join(folder, FILE), 'utf8');
  const other = text
    .replace('| >= 5            | >= 15%  ', '| >= 5            | >= 60%  ')
    .replace('top 60%', 'top 50%')
    .replaceAll('department_coverage', 'departments')
    .replace('check unique(accounts.account_id)\n', '');
  await writeFile(path.join(folder, 'scenarios/stricter.bench'), other);
  return folder;
}

const git = (cwd: string, ...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd, stdio: 'ignore' });
};

/** The same copy as a repository of two commits: the second asks more. */
async function repository(): Promise<string> {
  const cwd = await copy();
  git(cwd, 'init', '-q');
  git(cwd, 'add', FILE, 'data');
  git(cwd, 'commit', '-qm', 'one');
  await cp(path.join(cwd, 'scenarios/stricter.bench'), path.join(cwd, FILE));
  git(cwd, 'add', FILE);
  git(cwd, 'commit', '-qm', 'two');
  return cwd;
}

test.each([
  ['en', 'text', 'txt'],
  ['zh', 'text', 'txt'],
  ['en', 'markdown', 'md'],
])('two rulebooks are compared, in %s as %s', async (lang, format, extension) => {
  const cwd = await copy();
  const { code, stdout, stderr } = await benchbook(
    ['diff', FILE, 'scenarios/stricter.bench', '--lang', lang, '--format', format],
    { cwd },
  );
  expect([code, stderr]).toEqual([0, '']);
  await expect(stdout).toMatchFileSnapshot(`expected/diff.${lang}.${extension}`);
});

test('--exit-code ends with 1 where there are differences, and with 0 where there are none', async () => {
  const cwd = await copy();
  const ends = async (other: string) => (await benchbook(['diff', FILE, other, '--exit-code'], { cwd })).code;
  expect([await ends('scenarios/stricter.bench'), await ends(FILE)]).toEqual([1, 0]);
});

test('revisions are compared with each other and with the file as it stands', async () => {
  const cwd = await repository();
  const changed = async (...named: string[]) => {
    const { stdout } = await benchbook(['diff', '--format', 'json', '--no-run', ...named], { cwd });
    const { from, to, changes } = JSON.parse(stdout) as { from: string; to: string; changes: { name: string }[] };
    return [from, to, changes.map(({ name }) => name).sort()];
  };
  const names = ['departments', 'generic', 'key_accounts', 'unique(accounts.account_id)'];
  expect(await changed('HEAD~1', 'HEAD', FILE)).toEqual([`HEAD~1:${FILE}`, `HEAD:${FILE}`, names]);
  expect(await changed('HEAD~1', '--', FILE)).toEqual([`HEAD~1:${FILE}`, FILE, names]);
  expect(await changed(`HEAD~1:${FILE}`, FILE)).toEqual([`HEAD~1:${FILE}`, FILE, names]);
  expect(await changed('HEAD', FILE)).toEqual([`HEAD:${FILE}`, FILE, []]);
});

test('scenarios of a rulebook are compared with each other and with the rulebook as it stands', async () => {
  const cwd = await copy();
  const text = await readFile(path.join(cwd, FILE), 'utf8');
  await writeFile(
    path.join(cwd, FILE),
    `${text}
scenario stricter from base
  set generic.decision_share to >= 60%
scenario strictest from stricter
  set generic.contact_density to >= 9
`,
  );
  const told = async (...named: string[]) => {
    const { stdout } = await benchbook(['diff', ...named, '--format', 'json'], { cwd });
    const { from, to, changes, numbers, run } = JSON.parse(stdout) as {
      from: string;
      to: string;
      changes: unknown[];
      numbers: { path: string; from: string; to: string; difference: string }[];
      run: { moved: number };
    };
    return [from, to, changes, numbers.map((each) => Object.values(each)), run.moved];
  };
  const share = ['generic.decision_share', '>= 15%', '>= 60%', '+45pp'];
  const density = ['generic.contact_density', '>= 5', '>= 9', '+4'];
  // Half of A6's contacts decide, so 60% is too much for it.
  expect(await told(FILE, `${FILE}#stricter`)).toEqual([FILE, `${FILE}#stricter`, [], [share], 1]);
  expect(await told(`${FILE}#stricter`, `${FILE}#strictest`)).toEqual([
    `${FILE}#stricter`,
    `${FILE}#strictest`,
    [],
    [density],
    1,
  ]);
  expect((await benchbook(['diff', FILE, `${FILE}#strictes`], { cwd })).stderr).toContain('Did you mean strictest?');
});

test('what git cannot give is told plainly', async () => {
  const cwd = await repository();
  const told = async (args: readonly string[], env: Readonly<Record<string, string>> = {}, folder = cwd) => {
    const { code, stderr } = await benchbook(['diff', ...args], { cwd: folder, env });
    return [code, stderr.split('\n')[0]];
  };
  expect(await told(['nowhere', FILE])).toEqual([2, 'The repository has no revision nowhere.']);
  expect(await told(['--', '--help', FILE])).toEqual([2, 'The repository has no revision --help.']);
  expect(await told(['HEAD', 'scenarios/stricter.bench'])).toEqual([
    2,
    'Revision HEAD has no scenarios/stricter.bench: it was not tracked then.',
  ]);
  expect(await told(['HEAD', FILE], { PATH: '/nowhere' })).toEqual([
    2,
    'There is no git on this machine, so no revision can be read. Compare two files instead.',
  ]);
  expect(await told(['HEAD', FILE], { GIT_CEILING_DIRECTORIES: tmpdir() }, await copy())).toEqual([
    2,
    'coverage.bench does not lie in a git repository, so it has no revisions.',
  ]);
});

test('where a rulebook has errors only the rules are compared', async () => {
  const { code, stdout, stderr } = await benchbook(['diff', FILE, 'other/broken.bench']);
  expect(code).toBe(0);
  expect(stdout).toContain('declarations differ');
  expect(stderr).toBe(
    'other/broken.bench has errors, so only what the rules say is compared. benchbook check shows them.\n',
  );
});
