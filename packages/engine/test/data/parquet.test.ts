import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, cast, column, literal, type SqlExpression, type SqlType } from '../../src/sql/expression.js';
import { output, select, subquery, tableFunction } from '../../src/sql/query.js';
import { type Project, project, sentence, source } from './support.js';

/** Writes rows as a Parquet file; a value is cast to its column's type. */
async function write(
  { root, database }: Project,
  name: string,
  types: Readonly<Record<string, SqlType>>,
  rows: readonly (readonly (string | null)[])[],
) {
  const names = Object.keys(types);
  const lists = names.map((_, index) => call('list_value', ...rows.map((row) => literal(row[index] ?? null))));
  const cell = (list: SqlExpression): SqlExpression => call('list_extract', list, column('range'));
  const columns = lists.map((list, index) => output(cast(cell(list), types[names[index]!]!), names[index]!));
  const numbers = tableFunction('range', [literal(1), literal(rows.length + 1)], {}, 'numbers');
  await database.writeFile(
    select({ every: true, from: subquery(select({ columns, from: numbers }), 'rows') }),
    {},
    join(root, name),
    'parquet',
  );
}

test('the types of the file are taken as they are where they fit, and counted where they do not', async () => {
  const here = await project({});
  const types = {
    Id: 'BIGINT',
    Name: 'VARCHAR',
    Headcount: 'DOUBLE',
    Revenue: 'DECIMAL(18,2)',
    Share: 'DOUBLE',
    Joined: 'DATE',
    Active: 'INTEGER',
  } as const;
  await write(here, 'a.parquet', types, [
    ['1', ' Acme ', '500', '12.50', '20', '2024-03-01', '1'],
    ['2', '', 'NaN', null, '0.5', null, '0'],
    ['3', 'N/A', '40.5', '-3', null, '1999-12-31', '7'],
  ]);
  const columns = {
    id: 'text from Id',
    name: 'text from Name',
    employees: 'count from Headcount',
    revenue: 'money 万 CNY from Revenue',
    share: 'percent in points from Share',
    joined: 'date from Joined',
    active: 'boolean from Active',
  };
  const { sources, notices } = await here.load(source('a', 'a.parquet', columns, { key: 'id', missing: ['N/A'] }));
  expect(await here.rows(sources.get('a'))).toEqual([
    { id: '1', name: 'Acme', employees: 500, revenue: 125_000, share: 0.2, joined: '2024-03-01', active: true },
    { id: '2', name: null, employees: null, revenue: null, share: 0.005, joined: null, active: false },
    { id: '3', name: null, employees: null, revenue: -30_000, share: null, joined: '1999-12-31', active: null },
  ]);
  expect(notices.map(sentence)).toEqual([
    'D232 Source a, row 3: `40.5` in column employees is not a count. It counts as missing.',
    'D232 Source a, row 3: `7` in column active is not true or false. It counts as missing.',
  ]);
});

test('a type that cannot become the declared one is refused', async () => {
  const here = await project({});
  await write(here, 'a.parquet', { id: 'VARCHAR', joined: 'BOOLEAN' }, [['1', 'true']]);
  expect(await here.refusal(source('a', 'a.parquet', { id: 'text', joined: 'date' }))).toEqual([
    'D213 Column joined of source a is to be a date, but a.parquet holds values of type boolean there.',
  ]);
});

test('keys and references are held to the same rules as in CSV', async () => {
  const here = await project({});
  await write(here, 'accounts.parquet', { id: 'VARCHAR', name: 'VARCHAR' }, [
    ['A1', 'Acme'],
    [null, 'No one'],
    ['A2', 'Bolt'],
    ['A1', 'Acme II'],
  ]);
  await write(here, 'contacts.parquet', { id: 'INTEGER', account_id: 'VARCHAR' }, [
    ['1', 'A1'],
    ['2', 'A7'],
    ['3', null],
  ]);
  const accounts = source(
    'accounts',
    'accounts.parquet',
    { id: 'text', name: 'text' },
    { key: 'id', duplicates: 'last' },
  );
  const contacts = source(
    'contacts',
    'contacts.parquet',
    { id: 'text', account_id: 'text -> accounts' },
    { key: 'id' },
  );
  const { sources, notices } = await here.load(accounts, contacts);
  expect(await here.rows(sources.get('accounts'))).toEqual([
    { id: 'A2', name: 'Bolt' },
    { id: 'A1', name: 'Acme II' },
  ]);
  expect(sources.get('accounts')?.report.dropped).toEqual([
    { reason: 'no key', count: 1, rows: [2] },
    { reason: 'duplicate key', count: 1, rows: [1] },
  ]);
  expect(notices.map(sentence)).toContain(
    'D237 Source contacts: 1 row whose account_id finds nothing in accounts: `A7` (row 2). Nothing counts them.',
  );
});
