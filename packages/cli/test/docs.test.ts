import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook } from './support/benchbook.js';
import { commandsIn, stepsOf } from './support/guide.js';

/** Every command and every rulebook in the README and the guides does what the page says. */

const root = path.join(import.meta.dirname, '../../..');
const page = (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');

/** The contents of a page's fenced blocks of one language. */
const blocks = (text: string, language: string): string[] =>
  stepsOf(text).flatMap(({ kind, content }) => (kind === language ? [content] : []));

/** The arguments of each command that a page shows. */
const commands = (text: string): string[][] => blocks(text, '').flatMap(commandsIn);

test.each([
  ['README.md', 7],
  ['docs/reference/command.md', 10],
])(
  'every command that %s shows works on a checkout',
  async (name, least) => {
    const found = commands(await page(name));
    expect(found.length).toBeGreaterThanOrEqual(least);
    for (const args of found) expect((await benchbook(args, { cwd: root })).code, args.join(' ')).toBe(0);
  },
  120_000,
);

test.each(['README.md', 'docs/reference/command.md'])('%s shows the same commands in Chinese', async (name) => {
  const said = (found: readonly string[][]): string[] =>
    found.map((args) => args.join(' ').replace(/ --lang zh\b/, ''));
  const chinese = commands(await page(name.replace('.md', '.zh.md')));
  expect(said(chinese)).toEqual(said(commands(await page(name))));
});

test.each(['README.md', 'README.zh.md'])('the rules that %s quotes stand in the rulebook', async (name) => {
  const squeezed = (text: string): string => text.replaceAll(/[ ]+/g, ' ');
  const rulebook = squeezed(await page('scenarios/coverage/coverage.bench'));
  const lines = blocks(await page(name), 'bench').flatMap((block) => block.split('\n'));
  const missing = lines.map(squeezed).filter((line) => line !== '' && !rulebook.includes(line.replace(/ \|$/, ' |')));
  expect(missing).toEqual([]);
});

test.each(['docs/guides/your-own-data.md', 'docs/guides/your-own-data.zh.md'])(
  'the rulebook of %s runs',
  async (name) => {
    const text = await page(name);
    const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-guide-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const write = async (file: string, content: string): Promise<void> => {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    };
    await write('scenarios/crm/crm.bench', blocks(text, 'bench').join('\n'));
    await write(
      'data/crm/companies.csv',
      'Id,Name,Industry,Annual Revenue,Employees\n1,Shaw Inc,Banking,"9,000,000",500.0\n2,Castillo Ltd,,4000000,N/A\n3,Hill,Retail,unknown,12\n',
    );
    await write('data/crm/people.csv', 'Id,Account Id,Title\nc1,1,VP of Sales\nc2,1,"Director, IT"\nc3,1,\nc4,,CEO\n');
    for (const args of commands(text)) {
      const { code, stdout, stderr } = await benchbook(args, { cwd: folder });
      expect(code, stdout + stderr).toBe(0);
    }
    const { stdout } = await benchbook(['run', 'scenarios/crm/crm.bench', '--format', 'json'], { cwd: folder });
    const report = JSON.parse(stdout) as {
      ranking: { name: string; industry: string; level: string }[];
      population: { size: number };
    };
    expect(report.ranking.map(({ name: account, industry, level }) => [account, industry, level])).toEqual([
      // 3 contacts on 9 million are too few; 1 of 3 decides, 2 of 3 departments are covered.
      ['Shaw Inc', 'Finance', 'medium'],
    ]);
  },
);
