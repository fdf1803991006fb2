import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

const FILE = 'scenarios/coverage.bench';

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'benchbook-docs-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** The page on a small rulebook with some text in it. */
async function pageOf(text: string, ...options: string[]): Promise<string> {
  const cwd = await folder();
  await writeFile(path.join(cwd, 'small.bench'), text);
  const { code, stdout, stderr } = await benchbook(['docs', 'small.bench', ...options], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

test.each([
  ['en', 'html'],
  ['zh', 'html'],
  ['en', 'markdown'],
])('the page on the sample, in %s as %s', async (lang, format) => {
  const { code, stdout } = await benchbook(['docs', FILE, '--lang', lang, '--format', format]);
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot(`expected/docs.${lang}.${format === 'html' ? 'html.txt' : 'md'}`);
});

test('a folder takes the page, and the picture beside a Markdown page; the same rules are the same bytes', async () => {
  const out = path.join(await folder(), 'made/here');
  const write = async () => {
    await benchbook(['docs', FILE, '-o', out]);
    await benchbook(['docs', FILE, '-o', out, '--format', 'markdown']);
    const names = (await readdir(out)).sort();
    return [names, await Promise.all(names.map((name) => readFile(path.join(out, name), 'utf8')))] as const;
  };
  const first = await write();
  expect(first[0]).toEqual(['coverage.html', 'coverage.md', 'coverage.svg']);
  expect(await write()).toEqual(first);
  expect(first[1][1]).toContain('![What depends on what](coverage.svg)');
});

const RULES = `rulebook small "<script>alert(1)</script> & co"

## A doc with <b>markup</b> and "quotes".
source accounts "a|b" from "data/<x>.csv" key id
  | column | type      |
  | id     | text      |
  | sales  | money CNY |

population all of accounts
  where sales > floor

param floor = 10M CNY

metric revenue in CNY
  = sales

benchmark least
  | revenue    |
  | >= 20M CNY |
`;

test('nothing in a rulebook becomes markup', async () => {
  const html = await pageOf(RULES);
  expect(html).not.toContain('<script');
  expect(html).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; co</h1>');
  expect(html).toContain('A doc with &lt;b&gt;markup&lt;/b&gt; and &quot;quotes&quot;.');
  const markdown = await pageOf(RULES, '--format', 'markdown');
  expect(markdown).toContain('# \\<script\\>alert(1)\\</script\\> \\& co');
  expect(markdown).toContain('A doc with \\<b\\>markup\\</b\\>');
});

test('every link leads to an element of the page, and nothing is fetched', async () => {
  const { stdout } = await benchbook(['docs', FILE]);
  const ids = new Set([...stdout.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const links = [...stdout.matchAll(/href="([^"]*)"/g)].map(([, link]) => decodeURIComponent(link ?? ''));
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !link.startsWith('#') || !ids.has(link.slice(1)))).toEqual([]);
  expect(stdout).not.toMatch(/src=|@import|url\(/);
});

test('the graph runs from the data to the score, and shows what nothing applies', async () => {
  const markdown = await pageOf(RULES, '--format', 'markdown');
  const [, graph = ''] = /```mermaid\n([^`]*)```/.exec(markdown) ?? [];
  expect(graph).toBe(`flowchart LR
  n1["a|b<br/>source accounts"]
  n2["all<br/>population all"]
  n3["floor<br/>param floor"]
  n4["revenue<br/>metric revenue"]
  n5["least<br/>benchmark least"]
  n1 --> n2
  n3 --> n2
  n1 --> n4
  n4 --> n5
`);
  expect(await pageOf(RULES)).toContain('class="s3 idle"');
});

test('a rulebook with errors is refused, and with --keep-going shown as it stands', async () => {
  expect((await benchbook(['docs', 'other/broken.bench'])).code).toBe(3);
  expect((await benchbook(['docs', 'other/broken.bench', '--keep-going'])).code).toBe(0);
});
