import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook, project, type Finished } from '../support/benchbook.js';

const RULES = `rulebook shops
source shops from "shops.csv" key id
  | column | type  |
  | id     | text  |
  | name   | text  |
  | staff  | count |
  | visits | count |
population all_shops of shops
metric visits_each in visits per person
  = visits / staff
benchmark plain
  | visits_each |
  | >= 10       |
apply plain to all_shops
level health "Health" zh "状况"
  | failed | health |
  | >= 1   | weak   |
  | 0      | sound  |
`;
const SHOPS = 'id,name,staff,visits\ns1,Anna,4,80\ns2,<img src=x onerror=alert(1)>,5,60\ns3,Chen|陈,4,20\n';

/** A folder with a notebook of some text, and the command run in it. */
async function ran(
  text: string,
  ...args: readonly string[]
): Promise<Finished & { readonly file: (name: string) => Promise<string>; readonly folder: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-notebook-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'rules.bench'), RULES);
  await writeFile(path.join(folder, 'shops.csv'), SHOPS);
  await writeFile(path.join(folder, 'story.md'), text);
  const finished = await benchbook(['run', 'story.md', ...args], { cwd: folder });
  return { ...finished, folder, file: (name) => readFile(path.join(folder, name), 'utf8') };
}

const USE = '```bench hidden\nuse "rules.bench"\n```\n';
const STORY = `# Shops & <b>staff</b>

Before. <!-- a note to ourselves -->

${USE}
Between <script>alert(1)</script> and [here](javascript:alert(1)).

\`\`\`bench
show health
input plain.visits_each over 5..20 step 5
\`\`\`

\`\`\`sql
select name, health from ranking order by key
\`\`\`

\`\`\`js
shown();
\`\`\`

After.
`;

test('HTML is the text of the notebook with each result under its cell', async () => {
  const { code, stdout } = await ran(STORY, '--format', 'html');
  expect(code).toBe(0);
  const order = [
    'Before.',
    'Between',
    'show health',
    '<svg',
    'type="radio"',
    'select name',
    'Anna',
    'shown();',
    'After.',
  ];
  const places = order.map((text) => stdout.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(stdout).not.toContain('use &quot;rules.bench');
  expect(stdout).toContain('<title>Shops &amp; &lt;b&gt;staff&lt;/b&gt;</title>');
});

test('nothing in a notebook or its data becomes markup', async () => {
  const { stdout } = await ran(STORY, '--format', 'html');
  const outsideQuotes = stdout.replaceAll(/="[^"]*"/g, '');
  expect(outsideQuotes).not.toMatch(/<script|<img|<b>staff|note to ourselves/);
  expect(stdout).not.toMatch(/href="javascript:/i);
  expect(stdout).toContain(`content="default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'"`);
});

test('a control has a position for each value, and begins where the number stands', async () => {
  const { stdout } = await ran(STORY, '--format', 'html');
  expect(stdout.match(/<input type="radio"/g)).toHaveLength(4);
  expect(stdout).toMatch(/ checked><label[^>]*>10 \(as it is\)/);
  expect(stdout).toContain('<div class="position">weak 0 · sound 3 · 1 moves</div>');
});

test('Markdown keeps the text as it was written and puts its pictures beside it', async () => {
  const { code, stderr, file, folder } = await ran(STORY, '--format', 'markdown', '--out', 'out.md');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Written: out.md\n' });
  const text = await file('out.md');
  expect(text).toContain('Before. <!-- a note to ourselves -->');
  expect(text).toContain('![plain.visits_each](out-pictures/2.svg)');
  expect(text).toContain('| 10 (as it is) | 1 | 2 | 0 |');
  expect(text).toContain('| Chen\\|陈 | weak |');
  expect(await readdir(path.join(folder, 'out-pictures'))).toEqual(['1.svg', '2.svg']);
  expect(await file('out-pictures/1.svg')).toMatch(/^<svg /);
});

test('without a file there are no pictures to point at', async () => {
  const { stdout } = await ran(STORY, '--format', 'markdown');
  expect(stdout).not.toContain('![');
  expect(stdout).toContain('| weak | 1 |');
});

test('the same notebook gives the same bytes', async () => {
  const [one, other] = [await ran(STORY, '--format', 'html'), await ran(STORY, '--format', 'html')];
  expect(one.stdout).toBe(other.stdout);
});

test('words and labels are in the language that is asked for', async () => {
  const { stdout } = await ran(STORY, '--format', 'markdown', '--lang', 'zh');
  expect(stdout).toContain('| 状况 | 数量 |');
  expect(stdout).toContain('| 10 (现值) | 1 | 2 | 0 |');
});

test.each([
  [
    'a test that fails',
    '```bench\ntest "t" on data\n  expect count(health = weak) = 9\n```\n',
    '✗ count(health = weak) = 9: 1',
  ],
  ['a check that does not hold', '```bench\ncheck count(all_shops) >= 9\n```\n', '✗ count(all_shops) >= 9: 3'],
  ['a query without an answer', '```sql\nselect nobody from ranking\n```\n', 'there is no column nobody'],
])('%s is shown and ends the command with 1', async (_, cell, shown) => {
  const { code, stdout } = await ran(`${USE}\n${cell}`, '--format', 'markdown');
  expect(code).toBe(1);
  expect(stdout).toContain(shown);
});

test('a rulebook is no document, and cells decide what is shown', async () => {
  const other = await benchbook(['run', 'scenarios/coverage.bench', '--format', 'html'], { cwd: project });
  expect({ code: other.code, told: other.stderr.split('\n')[0] }).toEqual({
    code: 2,
    told: 'scenarios/coverage.bench is a rulebook; --format html is for notebooks (.md).',
  });
  const { code, stderr } = await ran(STORY, '--format', 'html', '--top', '3');
  expect(code).toBe(2);
  expect(stderr).toContain('leave out --top');
});
