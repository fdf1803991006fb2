import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableFromIPC, type Table } from 'apache-arrow';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkbook, STATES, type Run } from '../../src/index.js';
import { openDuckDB } from '../../src/database/duckdb-node.js';
import { literal } from '../../src/sql/expression.js';
import { select, tableFunction } from '../../src/sql/query.js';
import { files } from '../support/answers.js';
import { modelOf, project } from '../support/project.js';
import { rules } from '../support/rules.js';

const more = `band size "规模"
  | employees | size |
  | < 200     | 小型 |
  | >= 200    | 大型 |
tier service "服务层级" of key_accounts by annual_revenue
  | rank | service |
  | 1..2 | 战略    |
  | else | 潜力    |
show risk by size
`;

async function ranked(others: Readonly<Record<string, string>> = {}): Promise<{ run: Run; root: string }> {
  const root = await project({ ...files, 'rules.bench': rules({ more }), ...others });
  const book = await openWorkbook({ root, file: 'rules.bench' });
  onTestFinished(() => book.close());
  return { run: await book.run(await modelOf(book)), root };
}

async function streamed(run: Run): Promise<Table> {
  const pieces: Uint8Array[] = [];
  for await (const piece of run.ranking()) pieces.push(piece);
  return tableFromIPC(Buffer.concat(pieces));
}

const NAMES = [
  'rank',
  'key',
  'name',
  'industry',
  'size',
  'annual_revenue',
  'employees',
  ...['contact_density', 'decision_share', 'department_coverage'].flatMap((metric) => [
    metric,
    `${metric}.state`,
    `${metric}.threshold`,
    `${metric}.shortfall`,
  ]),
  'failed',
  'passed',
  'unknown',
  'risk',
  'service',
  'priority',
];

test('the ranking travels as Arrow, its columns in their order, of their types, with what they are', async () => {
  const { run } = await ranked();
  const table = await streamed(run);
  expect(table.schema.fields.map(({ name }) => name)).toEqual(NAMES);
  const field = (name: string): unknown => {
    const found = table.schema.fields.find((each) => each.name === name);
    const { role, label, unit, kind } = Object.fromEntries(found?.metadata ?? []) as Record<string, string>;
    return [String(found?.type), role, label, unit, kind];
  };
  expect(field('rank')).toEqual(['Int32', 'rank', 'rank', '', 'count']);
  expect(field('key')).toEqual(['Utf8', 'key', 'key', '', 'text']);
  expect(field('size')).toEqual(['Dictionary<Int32, Utf8>', 'dimension', '规模', '', 'text']);
  expect(field('annual_revenue')).toEqual(['Float64', 'number', 'annual_revenue', 'CNY', 'money']);
  expect(field('contact_density')).toEqual(['Float64', 'metric', 'Density', 'contacts per 亿元', 'ratio']);
  expect(field('contact_density.state')).toEqual(['Uint8', 'state', 'Density', 'contacts per 亿元', 'ratio']);
  expect(field('decision_share.threshold')).toEqual(['Float64', 'threshold', 'Decision share', 'percent', 'percent']);
  expect(field('decision_share.shortfall')).toEqual(['Float64', 'shortfall', 'Decision share', 'percent', 'percent']);
  expect(field('failed')).toEqual(['Uint8', 'count', 'failed', '', 'count']);
  expect(field('risk')).toEqual(['Dictionary<Int32, Utf8>', 'level', 'risk', '', 'text']);
  expect(field('service')).toEqual(['Dictionary<Int32, Utf8>', 'tier', '服务层级', '', 'text']);
  expect(field('priority')).toEqual(['Float64', 'score', 'priority', '', 'number']);
});

const row = (table: Table, index: number): Record<string, unknown> =>
  Object.fromEntries(table.schema.fields.map(({ name }) => [name, table.getChild(name)?.get(index) as unknown]));

test('each row is an entity, in ranking order', async () => {
  const { run } = await ranked();
  const table = await streamed(run);
  expect(table.numRows).toBe(4);
  expect(row(table, 1)).toEqual({
    rank: 2,
    key: 'A3',
    name: '恒泰精密',
    industry: '制造业',
    size: '大型',
    annual_revenue: 40_000_000,
    employees: 1_200,
    contact_density: 2.5,
    'contact_density.state': STATES.indexOf('failed'),
    'contact_density.threshold': 5,
    'contact_density.shortfall': 0.5,
    decision_share: 0,
    'decision_share.state': STATES.indexOf('failed'),
    'decision_share.threshold': 0.15,
    'decision_share.shortfall': 1,
    department_coverage: 0.2,
    'department_coverage.state': STATES.indexOf('failed'),
    'department_coverage.threshold': 0.6,
    'department_coverage.shortfall': 0.6666666666666666,
    failed: 3,
    passed: 0,
    unknown: 0,
    risk: 'high',
    service: '战略',
    priority: 13.83333333333333,
  });
  expect(row(table, 2)).toMatchObject({ key: 'A4', size: null, employees: null });
});

test('an Arrow file holds the bytes of the stream', async () => {
  const { run, root } = await ranked();
  const path = join(root, 'ranking.arrow');
  await run.writeRanking(path, 'arrow');
  const file = tableFromIPC(await readFile(path));
  const stream = await streamed(run);
  expect(file.schema.fields.map(String)).toEqual(stream.schema.fields.map(String));
  expect([0, 1, 2, 3].map((index) => row(file, index))).toEqual([0, 1, 2, 3].map((index) => row(stream, index)));
});

test('a Parquet file reads back as the same rows', async () => {
  const { run, root } = await ranked();
  const path = join(root, 'ranking.parquet');
  await run.writeRanking(path, 'parquet');
  const database = await openDuckDB({ readable: [root] });
  onTestFinished(() => database.close());
  const read = await database.read(select({ every: true, from: tableFunction('read_parquet', [literal(path)]) }));
  const table = await streamed(run);
  expect(read.names).toEqual(NAMES);
  expect(read.rows()).toEqual([0, 1, 2, 3].map((index) => row(table, index)));
});

test('a CSV file has the same rows for people: words for states, and no digits that only computing left', async () => {
  const { run, root } = await ranked();
  const path = join(root, 'ranking.csv');
  await run.writeRanking(path, 'csv');
  const [header, first] = (await readFile(path, 'utf8')).split('\n');
  expect(header?.split(',')).toEqual(NAMES);
  expect(first).toBe(
    '1,A1,Shaw Inc,金融服务业,大型,90000000,500,0,failed,5,1,0,failed,0.15,1,0,failed,0.6,1,3,0,0,high,战略,16',
  );
});

test('a file that was there is replaced as a whole', async () => {
  const { run, root } = await ranked();
  const path = join(root, 'ranking.csv');
  await run.writeRanking(path, 'csv');
  const first = await readFile(path, 'utf8');
  await run.writeRanking(path, 'csv');
  expect(await readFile(path, 'utf8')).toBe(first);
  expect(first.split('\n')[0]).toBe(NAMES.join(','));
});

test('columns of the source may be called like those of the ranking', async () => {
  const rename = (text: string): string => text.replaceAll('employees', 'rank').replaceAll('industry', 'key');
  const { root, run } = await ranked({
    'accounts.csv': rename(files['accounts.csv']),
    'rules.bench': `${rename(rules({ more }))}show risk by key\nshow contact_density by name\n`,
  });
  const { ranking } = await run.report('en');
  expect(ranking.map(({ rank, key, name, dimensions }) => [rank, key, name, dimensions['accounts.key']])).toEqual([
    [1, 'A1', 'Shaw Inc', '金融服务业'],
    [2, 'A3', '恒泰精密', '制造业'],
    [3, 'A4', 'Gonzalez Inc', '科技业'],
    [4, 'A2', 'Castillo Ltd', '医疗'],
  ]);
  await run.writeRanking(join(root, 'ranking.parquet'), 'parquet');
  const table = await streamed(run);
  expect(row(table, 0)).toMatchObject({ rank: 1, key: 'A1', 'accounts.key': '金融服务业', 'accounts.rank': 500 });
});
