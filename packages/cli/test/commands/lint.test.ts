import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

const RULES = `source people from "people.csv" key id
  | column | type |
  | id     | text |
  | role   | text |

param leaders = ["CEO", "CFO"]

check count(people where role in leaders) >= 1
check count(people where role in ["CEO", "CFO"]) <= 9
`;

async function folder(text: string): Promise<string> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'benchbook-lint-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await writeFile(path.join(cwd, 'a.bench'), text);
  return cwd;
}

test('a warning is shown with its line and ends the command with 1', async () => {
  const { code, stdout } = await benchbook(['lint', 'a.bench'], { cwd: await folder(RULES) });
  expect(stdout).toBe(`a.bench:9:34 warning L102: This list is the param \`leaders\`, written once more.
9 | check count(people where role in ["CEO", "CFO"]) <= 9
  |                                  ^^^^^^^^^^^^^^
  = Write \`leaders\`.

a.bench: 1 warning, 0 hints; --fix mends 1
`);
  expect(code).toBe(1);
});

test('--fix mends what can be mended safely', async () => {
  const cwd = await folder(RULES);
  expect(await benchbook(['lint', 'a.bench', '--fix'], { cwd })).toEqual({
    code: 0,
    stdout: 'a.bench: nothing to say\n',
    stderr: 'a.bench: 1 mended\n',
  });
  expect(await readFile(path.join(cwd, 'a.bench'), 'utf8')).toBe(RULES.replace('in ["CEO", "CFO"])', 'in leaders)'));
});

test('a comment allows it, and json tells each finding', async () => {
  const cwd = await folder(RULES.replace('<= 9', '<= 9  # lint: allow L102'));
  expect((await benchbook(['lint', 'a.bench'], { cwd })).code).toBe(0);
  const { stdout } = await benchbook(['lint', 'a.bench', '--format', 'json', '--lang', 'zh'], {
    cwd: await folder(RULES),
  });
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'benchbook.lint/1',
    files: [
      {
        file: 'a.bench',
        errors: 0,
        fixed: 0,
        findings: [{ code: 'L102', line: 9, column: 34, hint: '请写 `leaders`。' }],
      },
    ],
  });
});

test('a rulebook with errors ends it with 3', async () => {
  const { code, stderr } = await benchbook(['lint', 'a.bench'], {
    cwd: await folder(`${RULES}check count(nobody) = 1\n`),
  });
  expect([code, stderr]).toEqual([
    3,
    'a.bench has an error: what they touch was not looked at. benchbook check shows it.\n',
  ]);
});
