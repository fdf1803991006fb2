import { expect, test } from 'vitest';
import { run, modelOf, workbook } from '../support/project.js';

/** Small rulebooks on one table of their own, each for one corner that was once wrong. */
const source = (columns: string): string => `source rows from "rows.csv" key id
  | column | type   |
  | id     | text   |
${columns}`;

const levels = async (rules: string, csv: string): Promise<unknown> => {
  const { report } = await run({ 'rules.bench': rules, 'rows.csv': csv });
  return Object.fromEntries(report.ranking.map(({ key, level }) => [key, level]));
};

test('a level that reads `passed` is unknown while an unknown metric could still pass', async () => {
  const rules = `${source('  | v      | number |\n')}
population all_rows of rows
metric m in number
  = v
benchmark b
  | m    |
  | >= 1 |
apply b to all_rows
level q
  | passed | q    |
  | >= 1   | good |
  | 0      | bad  |
`;
  expect(await levels(rules, 'id,v\nk1,\nk2,2\nk3,0\n')).toEqual({ k1: null, k2: 'good', k3: 'bad' });
});

test('a level is certain where its numbers are not', async () => {
  const rules = `${source('  | v      | number |\n  | w      | number |\n')}
population all_rows of rows
metric m in number
  = v
metric n in number
  = w
benchmark b
  | m    | n    |
  | >= 1 | >= 1 |
apply b to all_rows
level risk
  | failed | risk | points |
  | >= 2   | high | 3      |
  | 1      | high | 2      |
  | 0      | low  | 1      |
score points of all_rows
  | term | weight | value       |
  | risk | 100%   | risk.points |
`;
  const { report } = await run({ 'rules.bench': rules, 'rows.csv': 'id,v,w\nk1,0,\nk2,0,0\nk3,0,1\n' });
  expect(report.ranking.map(({ key, level, score }) => [key, level, score])).toEqual([
    ['k2', 'high', 3],
    ['k3', 'high', 2],
    ['k1', 'high', null],
  ]);
});

test.each(['percent', 'percent in points'])('a %s that is written like its threshold passes it', async (type) => {
  const cells = ['0.7', '2.9', '8.2', '57.1'].map((text) => (type === 'percent' ? `${text}%` : text));
  for (const cell of cells) {
    const rules = `${source(`  | p      | ${type} |\n`)}
population all_rows of rows
metric m in percent
  = p
benchmark b
  | m    |
  | >= ${cell.replace('%', '')}% |
apply b to all_rows
`;
    const { report } = await run({ 'rules.bench': rules, 'rows.csv': `id,p\nk1,${cell}\n` });
    expect(report.metrics.m?.passed, cell).toBe(1);
  }
});

test('`if empty` does not answer for a division that is not taken', async () => {
  const rules = `${source('  | a      | count |\n  | b      | count |\n')}
population all_rows of rows
metric m in percent
  = if(b = 0, 100%, a / b)
  if empty 0%
`;
  const { report } = await run({ 'rules.bench': rules, 'rows.csv': 'id,a,b\nk1,1,0\nk2,1,2\n' });
  expect(report.ranking.map(({ metrics }) => metrics.m)).toEqual([1, 0.5]);
});

test('whoever is in no known group has no place in one', async () => {
  const rules = `${source('  | g      | text   |\n  | v      | number |\n')}
population all_rows of rows
metric m in percent
  = percent_rank(v within g)
`;
  const { report } = await run({ 'rules.bench': rules, 'rows.csv': 'id,g,v\nk1,x,1\nk2,x,2\nk3,,1\nk4,,2\n' });
  expect(report.ranking.map(({ metrics }) => metrics.m)).toEqual([0, 1, null, null]);
});

test('whom `where` certainly excludes is not among those that cannot be told', async () => {
  const rules = `${source('  | act    | boolean |\n  | s      | number  |\n')}
population some of rows
  where act
  top 50% by s
`;
  const { report } = await run({ 'rules.bench': rules, 'rows.csv': 'id,act,s\nk1,yes,1\nk2,yes,2\nk3,no,\nk4,yes,\n' });
  expect(report.population).toMatchObject({ size: 1, left_out: { where: 1, unknown: 1, below_cut: 1 } });
});

test('derived columns may be declared before what they are derived from, in tests too', async () => {
  const book = await workbook({
    'rules.bench': `source rows not available key id
  | column | type   | from     |
  | id     | text   |          |
  | twice  | number | = more * 2 |
  | more   | number | = v + 1  |
  | v      | number |          |
population all_rows of rows
metric m in number
  = twice
test "chained"
  given rows
    | id | v |
    | k1 | 4 |
  expect all_rows
    | id | m  |
    | k1 | 10 |
`,
  });
  expect((await book.test(await modelOf(book))).map(({ outcome, failures }) => [outcome, failures])).toEqual([
    ['passed', []],
  ]);
});

test('names that differ only in case are refused: a database does not tell them apart', async () => {
  const book = await workbook({ 'rules.bench': `${source('  | Id     | number |\n')}` });
  expect((await book.read()).diagnostics.map(({ code }) => code)).toEqual(['B102']);
});
