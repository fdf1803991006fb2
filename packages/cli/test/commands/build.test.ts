import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook, project } from '../support/benchbook.js';

const NOTEBOOK = `# Who is at risk

\`\`\`bench hidden
use "../coverage.bench"
\`\`\`

\`\`\`bench
show risk by industry "By industry" as bars
input generic.department_coverage over [20%, 60%, 100%] "Departments asked"
\`\`\`
`;

const NAMING = `${NOTEBOOK}
\`\`\`bench
show key_accounts top 3 by priority "The first" as table
\`\`\`
`;

/** A copy of the fixture project with notebooks, to build in. */
async function copy(notebooks: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-build-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(project, folder, { recursive: true });
  await mkdir(path.join(folder, 'scenarios/notes'));
  for (const [name, text] of Object.entries(notebooks))
    await writeFile(path.join(folder, 'scenarios/notes', name), text);
  return folder;
}

const TIME = { SOURCE_DATE_EPOCH: '1767225600' };
const build = (cwd: string, ...more: readonly string[]) =>
  benchbook(['build', 'scenarios/notes', 'scenarios/coverage.bench', '-o', 'site', ...more], { cwd, env: TIME });

interface Summary {
  readonly pages: readonly {
    readonly page: string;
    readonly identity: { readonly hash: string };
    readonly columns: readonly string[];
  }[];
  readonly made: readonly string[];
  readonly removed: readonly string[];
}

async function summary(cwd: string, ...more: readonly string[]): Promise<Summary> {
  const { code, stdout, stderr } = await build(cwd, '--format', 'json', ...more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Summary;
}

test('notebooks and rulebooks become pages that fetch nothing and say what they are', async () => {
  const folder = await copy({ 'risk.md': NOTEBOOK });
  const { pages, made } = await summary(folder, '--live', 'https://rules.example.org/');
  expect(made).toEqual(['notes/risk.html', 'coverage.rules.html']);
  const [risk] = pages;
  const html = await readFile(path.join(folder, 'site/notes/risk.html'), 'utf8');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|src=|@import|url\(/);
  expect(html.match(/href="(?!#)[^"]*"/g)).toEqual(['href="../index.html"', 'href="https://rules.example.org/"']);
  expect(html).toContain(`made 2026-01-01 00:00 UTC`);
  expect(html).toContain(`from ${risk?.identity.hash.slice(0, 12) ?? '?'} (2 data files)`);
  expect(html.match(/<svg /g)?.length).toBeGreaterThanOrEqual(2);
  const index = await readFile(path.join(folder, 'site/index.html'), 'utf8');
  expect(index).toContain('<a href="notes/risk.html">Who is at risk</a>');
});

test('the same rules, data and time are the same bytes', async () => {
  const texts = await Promise.all(
    [0, 1].map(async () => {
      const folder = await copy({ 'risk.md': NOTEBOOK });
      await summary(folder);
      return Promise.all(
        ['index.html', 'notes/risk.html', 'coverage.rules.html', 'benchbook-site.json'].map((name) =>
          readFile(path.join(folder, 'site', name), 'utf8'),
        ),
      );
    }),
  );
  expect(texts[1]).toEqual(texts[0]);
});

test('only what has changed is made again: rules, data, or what is there', async () => {
  const folder = await copy({ 'risk.md': NOTEBOOK });
  await summary(folder);
  expect((await summary(folder)).made).toEqual([]);
  await writeFile(path.join(folder, 'scenarios/notes/risk.md'), NOTEBOOK.replace('# Who', '# Who else'));
  expect((await summary(folder)).made).toEqual(['notes/risk.html']);
  await rm(path.join(folder, 'site/coverage.rules.html'));
  expect((await summary(folder)).made).toEqual(['coverage.rules.html']);
  const rows =
    (await readdir(path.join(folder, 'data'), { recursive: true })).find((name) => name.endsWith('accounts.csv')) ?? '';
  const data = path.join(folder, 'data', rows);
  await writeFile(data, `${(await readFile(data, 'utf8')).trimEnd()}\n`);
  await writeFile(data, (await readFile(data, 'utf8')).replace(/\n$/, '\n\n'));
  expect((await summary(folder)).made).toEqual(['notes/risk.html', 'coverage.rules.html']);
});

test('pages of files that are gone are taken away, and nothing else', async () => {
  const folder = await copy({ 'risk.md': NOTEBOOK, 'other.md': NOTEBOOK });
  await summary(folder);
  await writeFile(path.join(folder, 'site/mine.html'), 'mine');
  await rm(path.join(folder, 'scenarios/notes/other.md'));
  // A list that was tampered with reaches nothing outside.
  const list = path.join(folder, 'site/benchbook-site.json');
  await writeFile(
    list,
    (await readFile(list, 'utf8')).replace('"page": "notes/other.html"', '"page": "../outside.html"'),
  );
  await writeFile(path.join(folder, 'outside.html'), 'outside');
  expect((await summary(folder)).removed).toEqual([]);
  expect(await readFile(path.join(folder, 'outside.html'), 'utf8')).toBe('outside');
  await writeFile(path.join(folder, 'scenarios/notes/third.md'), NOTEBOOK);
  await summary(folder);
  await rm(path.join(folder, 'scenarios/notes/third.md'));
  expect((await summary(folder)).removed).toEqual(['notes/third.html']);
  expect(await readFile(path.join(folder, 'site/mine.html'), 'utf8')).toBe('mine');
});

test('tables that name accounts stop it before anything is written, until their columns are allowed', async () => {
  const folder = await copy({ 'risk.md': NAMING });
  const { code, stderr } = await build(folder);
  expect(code).not.toBe(0);
  expect(stderr).toContain('these tables name accounts or people');
  expect(stderr).toMatch(/risk\.md: \S+/);
  expect(await readdir(folder)).not.toContain('site');
  const columns = /risk\.md: (.+)/.exec(stderr)?.[1]?.split(', ') ?? [];
  const { pages } = await summary(folder, ...columns.flatMap((column) => ['--include', column]));
  expect(pages[0]?.columns).toEqual(expect.arrayContaining(columns));
});

test('an address that is none is refused', async () => {
  const folder = await copy({ 'risk.md': NOTEBOOK });
  const { code, stderr } = await build(folder, '--live', 'javascript:alert(1)');
  expect(code).not.toBe(0);
  expect(stderr).toContain('--live takes the address of a page');
});
