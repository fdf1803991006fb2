import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkbook, type Reading, type Workbook } from '../src/index.js';
import { project, run } from './support/project.js';

const ACCOUNTS = 'account_id,employees\nA1,500\nA2,80\nA3,\nA4,many\n';
const DATA = `# where the figures come from
source accounts from "accounts.csv" key account_id
  | column     | type  |
  | account_id | text  |
  | employees  | count |
`;
const RULES = `use "rules/data.bench"
population staffed of accounts
  where employees > 100
metric size
  = employees
benchmark large
  | size   |
  | >= 400 |
apply large to staffed
`;

async function opened(files: Readonly<Record<string, string | Uint8Array>>): Promise<[Workbook, string]> {
  const root = await project(files);
  const book = await openWorkbook({ root, file: 'rules.bench' });
  onTestFinished(() => book.close());
  return [book, root];
}

const found = ({ diagnostics }: Reading): unknown[] => diagnostics.map(({ code, data }) => [code, data]);

test('a rulebook runs with the files it uses, and its notices name the file they are about', async () => {
  const { report, book } = await run({ 'rules.bench': RULES, 'rules/data.bench': DATA, 'accounts.csv': ACCOUNTS });

  expect(report.population.size).toBe(1);
  expect(report.metrics.size).toMatchObject({ file: 'rules.bench', line: 4 });
  expect(report.notices.map(({ code, file, line }) => [code, file, line])).toEqual([
    ['D232', 'rules/data.bench', 5],
    ['R309', 'rules.bench', 2],
  ]);
  const watched = book.watched(await book.read());
  expect(watched.map((file) => file.replace(/^.*benchbook-test-[^/]*\//, ''))).toEqual([
    'rules.bench',
    'rules/data.bench',
    'accounts.csv',
  ]);
});

test('the fingerprint covers what is used', async () => {
  const files = { 'rules.bench': RULES, 'rules/data.bench': DATA, 'accounts.csv': ACCOUNTS };
  const [one, two] = [await run(files), await run({ ...files, 'rules/data.bench': `${DATA}# more\n` })];

  expect(one.report.fingerprint).not.toBe(two.report.fingerprint);
});

test('a file that is not there is waited for; one that is too large or not text says so', async () => {
  const [book, root] = await opened({
    'rules.bench': 'use "absent.bench"\nuse "large.bench"\nuse "bytes.bench"\nuse "folder.bench"\nparam x = 1\n',
    'large.bench': '#'.repeat(8 * 2 ** 20 + 1),
    'bytes.bench': new Uint8Array([0xff, 0xfe, 0x00]),
    'folder.bench/a.txt': '',
  });
  const reading = await book.read();

  expect(found(reading)).toEqual([
    ['B018', { path: 'absent.bench', why: 'absent' }],
    ['B018', { path: 'large.bench', why: 'large' }],
    ['B018', { path: 'bytes.bench', why: 'not utf-8' }],
    ['B018', { path: 'folder.bench', why: 'unreadable' }],
  ]);
  expect(book.watched(reading)).toContain(join(root, 'absent.bench'));
});

test('a link is followed inside the project only, and leads to one file whatever its name', async () => {
  const outside = await project({ 'secret.bench': 'param secret = 1\n' });
  const [book, root] = await opened({
    'rules.bench': 'use "a.bench"\nuse "same.bench"\nuse "out.bench"\n',
    'a.bench': 'param x = 1\n',
  });
  await symlink(join(root, 'a.bench'), join(root, 'same.bench'));
  await symlink(join(outside, 'secret.bench'), join(root, 'out.bench'));
  const reading = await book.read();

  expect(found(reading)).toEqual([['B018', { path: 'out.bench', why: 'outside' }]]);
  expect(reading.model?.params.map(({ name }) => name)).toEqual(['x']);
});
