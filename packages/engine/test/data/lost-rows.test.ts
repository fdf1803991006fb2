import { describe, expect, test } from 'vitest';
import type { LoadedSource } from '../../src/data/loaded-source.js';
import { project, sentence, source } from './support.js';

/** Every row that was read is kept or dropped, and every dropped one is counted. */
function expectAllCounted(loaded: LoadedSource | undefined): void {
  const { rows_read, rows_kept, dropped } = loaded!.report;
  expect(rows_kept + dropped.reduce((sum, { count }) => sum + count, 0)).toBe(rows_read);
}

describe('rows with too many or too few fields', () => {
  test('are left out and named by their number in the file', async () => {
    const { load, rows } = await project({
      'a.csv': 'id,name\n1,Acme\n2\n3,Bolt\n4,"a\nb",x\n5,Cord\n6,size,200\n',
    });
    const { sources, notices } = await load(source('a', 'a.csv', { id: 'count', name: 'text' }));
    const loaded = sources.get('a');
    expect(await rows(loaded)).toEqual([
      { id: 1, name: 'Acme' },
      { id: 3, name: 'Bolt' },
      { id: 5, name: 'Cord' },
    ]);
    expect(loaded?.report).toMatchObject({
      rows_read: 6,
      rows_kept: 3,
      dropped: [{ reason: 'fields do not match the header', count: 3, rows: [2, 4, 6] }],
    });
    expect(notices.map(sentence)).toEqual([
      'D231 3 rows of source a left out, not having the 2 fields of the header, or a quote that never closes (rows 2, 4, 6).',
    ]);
  });

  test('do not shift the numbers of later rows', async () => {
    const { load } = await project({ 'a.csv': 'id,size\n1,10\n2\n3,20\n4,x\n5\n6,y\n' });
    const { notices } = await load(source('a', 'a.csv', { id: 'text', size: 'count' }));
    expect(notices.map(sentence)).toContain(
      'D232 Source a, column size: 2 cells are not a count and count as missing, such as `x` (rows 4, 6).',
    );
  });
});

describe('keys', () => {
  const csv = 'id,name\n1,Acme\n,Nobody\n2,Bolt\n1,Acme again\n  ,Blank\n1,Acme once more\n3,Cord\n';
  const accounts = (clauses = {}) =>
    source('accounts', 'a.csv', { id: 'text', name: 'text' }, { key: 'id', ...clauses });

  test('a repeated key stops the run and says how to go on', async () => {
    const { refusal } = await project({ 'a.csv': csv });
    expect(await refusal(accounts())).toEqual([
      'D235 Source accounts: 2 rows with the id of an earlier row: `1` (rows 4, 6). ' +
        'Repair the file, or say which row counts with the clause `duplicates keep first` or `duplicates keep last`.',
    ]);
  });

  test('duplicates keep first', async () => {
    const { load, rows } = await project({ 'a.csv': csv });
    const { sources, notices } = await load(accounts({ duplicates: 'first' }));
    expect(await rows(sources.get('accounts'))).toEqual([
      { id: '1', name: 'Acme' },
      { id: '2', name: 'Bolt' },
      { id: '3', name: 'Cord' },
    ]);
    expect(sources.get('accounts')?.report).toEqual({
      name: 'accounts',
      label: null,
      path: 'a.csv',
      rows_read: 7,
      rows_kept: 3,
      dropped: [
        { reason: 'no key', count: 2, rows: [2, 5] },
        { reason: 'duplicate key', count: 2, rows: [4, 6] },
      ],
      missing: {},
      unreadable: {},
      orphans: {},
    });
    expect(notices.map(sentence)).toEqual([
      'D234 2 rows of source accounts left out, having no id (rows 2, 5).',
      'D236 2 rows of source accounts left out, the first row of each id being kept (rows 4, 6).',
    ]);
  });

  test('duplicates keep last', async () => {
    const { load, rows } = await project({ 'a.csv': csv });
    const { sources } = await load(accounts({ duplicates: 'last' }));
    expect(await rows(sources.get('accounts'))).toEqual([
      { id: '2', name: 'Bolt' },
      { id: '1', name: 'Acme once more' },
      { id: '3', name: 'Cord' },
    ]);
    expectAllCounted(sources.get('accounts'));
  });
});

describe('references', () => {
  test('blank and unknown ones are counted apart; the rows stay', async () => {
    const { load } = await project({
      'accounts.csv': 'id,name\nA1,Acme\nA2,Bolt\n',
      'contacts.csv': 'id,account_id\n1,A1\n2,\n3,A9\n4,A2\n5,A8\n6,A9\n',
    });
    const { sources, notices } = await load(
      source('accounts', 'accounts.csv', { id: 'text', name: 'text' }, { key: 'id' }),
      source('contacts', 'contacts.csv', { id: 'text', account_id: 'text -> accounts' }, { key: 'id' }),
    );
    expect(sources.get('contacts')?.report).toMatchObject({
      rows_read: 6,
      rows_kept: 6,
      missing: { account_id: 1 },
      orphans: { account_id: 3 },
    });
    expect(notices.map(sentence)).toEqual([
      'D241 Source contacts: 1 row without account_id, belonging to no row of accounts.',
      'D237 Source contacts: 3 rows whose account_id finds nothing in accounts: `A9`, `A8` (rows 3, 5, 6). Nothing counts them.',
    ]);
  });
});

test('an export with every quirk: aliases, blanks, spellings, several notices at their lines', async () => {
  const { load, rows } = await project({
    'a.csv':
      'Id,Industry,Headcount,Joined,Active\n' +
      'A1,金融服务,500.0,03/04/21,TRUE\n' +
      'A2,,80,12/31/99,FALSE\n' +
      'A3,Retail,about 40,,TRUE\n' +
      'A4,retail ,"1,200",13/01/22,\n',
  });
  const columns = {
    id: 'text from Id',
    industry: 'text from Industry',
    employees: 'count from Headcount',
    joined: 'date MM/DD/YY from Joined',
    active: 'boolean from Active',
  };
  const span = { start: 0, end: 0 } as never;
  const aliases = { industry: [{ from: '金融服务', to: '金融服务业', span }] };
  const { sources, notices } = await load(source('accounts', 'a.csv', columns, { key: 'id', aliases }));
  expect(await rows(sources.get('accounts'))).toEqual([
    { id: 'A1', industry: '金融服务业', employees: 500, joined: '2021-03-04', active: true },
    { id: 'A2', industry: null, employees: 80, joined: '1999-12-31', active: false },
    { id: 'A3', industry: 'Retail', employees: null, joined: null, active: true },
    { id: 'A4', industry: 'retail', employees: 1200, joined: null, active: null },
  ]);
  expect(sources.get('accounts')?.report).toMatchObject({
    missing: { industry: 1, employees: 1, joined: 2, active: 1 },
    unreadable: { employees: 1, joined: 1 },
  });
  expect(notices.map((notice) => [notice.line, sentence(notice)])).toEqual([
    [5, 'D232 Source accounts, row 3: `about 40` in column employees is not a count. It counts as missing.'],
    [6, 'D232 Source accounts, row 4: `13/01/22` in column joined is not a date. It counts as missing.'],
    [4, 'D238 Source accounts: industry replaced by its aliases in 1 row.'],
    [
      4,
      'D239 Column industry of source accounts spells a value in several ways: “Retail” and “retail”. Join them with an aliases table.',
    ],
  ]);
});
