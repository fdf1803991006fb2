import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { project, sentence, source } from './support.js';

const gb18030 = readFileSync(new URL('fixtures/gb18030.csv', import.meta.url));
const accounts = (path: string | null, clauses = {}) =>
  source('accounts', path, { id: 'text', name: 'text' }, { key: 'id', ...clauses });

describe('a file that cannot be used is refused with a way out', () => {
  test('missing, with the name that was meant', async () => {
    const { refusal } = await project({ 'accounts.csv': 'id,name\n' });
    expect(await refusal(accounts('acounts.csv'), accounts('zebra.csv'))).toEqual([
      'D201 The file acounts.csv of source accounts does not exist. Did you mean “accounts.csv”?',
      'D201 The file zebra.csv of source accounts does not exist.',
    ]);
  });

  test('outside the project folder, by its path or through a link', async () => {
    const { root, refusal } = await project({});
    const outside = mkdtempSync(join(tmpdir(), 'engine-outside-'));
    writeFileSync(join(outside, 'secret.csv'), 'id,name\n1,x\n');
    symlinkSync(join(outside, 'secret.csv'), join(root, 'link.csv'));
    symlinkSync(outside, join(root, 'folder'));
    for (const path of ['../secret.csv', join(outside, 'secret.csv'), 'link.csv', 'folder/secret.csv']) {
      expect(await refusal(accounts(path))).toEqual([
        `D202 The file ${path} of source accounts lies outside the project folder. Copy it into the folder and name it from there.`,
      ]);
    }
  });

  test('a link inside the project folder is fine', async () => {
    const { root, load, rows } = await project({ 'real.csv': 'id,name\n1,x\n' });
    symlinkSync(join(root, 'real.csv'), join(root, 'link.csv'));
    const { sources } = await load(accounts('link.csv'));
    expect(await rows(sources.get('accounts'))).toEqual([{ id: '1', name: 'x' }]);
  });

  test('a source may have a name that a database would quote', async () => {
    const { load, rows } = await project({ 'a.csv': 'id,name\n1,x\n' });
    for (const name of ['客户', 'order-lines', 'Select']) {
      const { sources } = await load(source(name, 'a.csv', { id: 'text', name: 'text' }, { key: 'id' }));
      expect(await rows(sources.get(name))).toEqual([{ id: '1', name: 'x' }]);
    }
  });

  test('a folder, a workbook, an unknown kind, an empty file, a damaged one', async () => {
    const { root, refusal } = await project({
      'a.xlsx': 'PK',
      'a.json': '[]',
      'empty.csv': '',
      'blank.csv': '\n\n',
      'a.parquet': 'PAR1 no',
    });
    mkdirSync(join(root, 'data.csv'));
    expect(
      await refusal(
        ...['data.csv', 'a.xlsx', 'a.json', 'empty.csv', 'blank.csv', 'a.parquet'].map((path) => accounts(path)),
      ),
    ).toEqual([
      'D203 data.csv of source accounts is a folder. Name a file in it.',
      'D204 a.xlsx of source accounts is a workbook. Save the sheet as CSV (UTF-8) and name that file.',
      'D204 a.json of source accounts is of no kind that can be read: use .csv, .tsv, .csv.gz or .parquet.',
      'D205 The file empty.csv of source accounts is empty: it has not even a header.',
      'D205 The file blank.csv of source accounts is empty: it has not even a header.',
      'D211 a.parquet of source accounts cannot be read: it is damaged, or not of the kind its name says, or may not be opened.',
    ]);
  });

  test('GB18030 or UTF-16 without being declared', async () => {
    const { refusal } = await project({ 'gb.csv': gb18030, 'utf16.csv': Buffer.from('\ufeffid,name\n', 'utf16le') });
    expect(await refusal(accounts('gb.csv'), accounts('utf16.csv'))).toEqual([
      'D209 gb.csv of source accounts is not UTF-8. It reads as GB18030 (GBK): add the clause `encoding gb18030` to the source.',
      'D209 utf16.csv of source accounts is not UTF-8. It is UTF-16: save it again as UTF-8.',
    ]);
  });

  test('GB18030 that only begins far into the file', async () => {
    const ascii = Buffer.from(
      `id,name\n${Array.from({ length: 40_000 }, (_, row) => `${row},company ${row}`).join('\n')}\n`,
    );
    const { refusal } = await project({ 'late.csv': Buffer.concat([ascii, gb18030.subarray(18)]) });
    expect(await refusal(accounts('late.csv'))).toEqual([
      'D209 late.csv of source accounts is not UTF-8. It reads as GB18030 (GBK): add the clause `encoding gb18030` to the source.',
    ]);
  });

  test('another delimiter than expected', async () => {
    const { refusal } = await project({ 'a.csv': 'id;name\n1;Schmidt, AG\n2;Huber\n' });
    expect(await refusal(accounts('a.csv'))).toEqual([
      'D210 The columns of a.csv are separated by “;”, not by “,”: add the clause `delimiter ";"` to source accounts.',
    ]);
  });

  test('columns that are missing, doubled or of another type: all of them at once', async () => {
    const { refusal } = await project({ 'a.csv': 'Account ID,Name,Region,Region\n1,x,N,S\n' });
    const columns = { id: 'text from account_id', title: 'text', region: 'text from Region' };
    expect(await refusal(source('accounts', 'a.csv', columns))).toEqual([
      'D207 Source accounts wants a column “account_id” that a.csv does not have. Did you mean “Account ID”? ' +
        'The file has: Account ID, Name, Region, Region. If the file calls it otherwise, write that name in the from cell of id.',
      'D207 Source accounts wants a column “title” that a.csv does not have. ' +
        'The file has: Account ID, Name, Region, Region. If the file calls it otherwise, write that name in the from cell of title.',
      'D208 a.csv of source accounts has the header “Region” 2 times, in columns 3, 4. Give each its own name in the file.',
    ]);
  });

  test('a quote that never closes', async () => {
    const { refusal } = await project({ 'a.csv': 'id,name\n1,x\n2,"open\n3,y\n4,z\n' });
    expect(await refusal(accounts('a.csv'))).toEqual([
      'D240 In a.csv of source accounts a quote opened in row 2 is never closed, so all that follows cannot be told apart. Close it in the file.',
    ]);
  });
});

describe('files as they come', () => {
  const two = [
    { id: '1', name: 'Acme' },
    { id: '2', name: '销售, 东区' },
  ];

  test.each([
    ['a byte order mark', 'a.csv', '\ufeffid,name\n1,Acme\n2,"销售, 东区"\n', {}],
    ['Windows line ends', 'a.csv', 'id,name\r\n1,Acme\r\n2,"销售, 东区"\r\n', {}],
    ['semicolons', 'a.csv', 'id;name\n1;Acme\n2;销售, 东区\n', { delimiter: ';' }],
    ['tabs', 'a.tsv', 'id\tname\n1\tAcme\n2\t销售, 东区\n', {}],
    ['gzip', 'a.csv.gz', gzipSync('id,name\n1,Acme\n2,"销售, 东区"\n'), {}],
    ['no line end at the end', 'a.csv', 'id,name\n1,Acme\n2,"销售, 东区"', {}],
    ['columns in another order', 'a.csv', 'x,name,id\n?,Acme,1\n?,"销售, 东区",2\n', {}],
  ])('%s', async (_, file, content, clauses) => {
    const { load, rows } = await project({ [file]: content });
    const { sources, notices } = await load(accounts(file, clauses));
    expect(await rows(sources.get('accounts'))).toEqual(two);
    expect(notices).toEqual([]);
  });

  test('GB18030, declared', async () => {
    const { load, rows } = await project({ 'gb.csv': gb18030 });
    const { sources } = await load(accounts('gb.csv', { encoding: 'gb18030' }));
    expect(await rows(sources.get('accounts'))).toEqual([
      { id: '1', name: '金融公司' },
      { id: '2', name: '零售公司' },
    ]);
  });

  test('quoted line ends, doubled quotes, headers with spaces or in Chinese', async () => {
    const { load, rows } = await project({
      'a.csv': '"Account ID",公司 名称\n1,"two\nlines"\n2,"the ""big"" one"\n3,5" pipe\n',
    });
    const { sources } = await load(
      source('accounts', 'a.csv', { id: 'text from Account ID', name: 'text from 公司 名称' }),
    );
    expect(await rows(sources.get('accounts'))).toEqual([
      { id: '1', name: 'two\nlines' },
      { id: '2', name: 'the "big" one' },
      { id: '3', name: '5" pipe' },
    ]);
  });

  test('a header without rows is worth a warning, no more', async () => {
    const { load } = await project({ 'a.csv': 'id,name' });
    const { sources, notices } = await load(accounts('a.csv'));
    expect(sources.get('accounts')?.report).toMatchObject({ rows_read: 0, rows_kept: 0, dropped: [] });
    expect(notices.map(sentence)).toEqual(['D206 The file a.csv of source accounts has a header and no rows.']);
  });

  test('a source or a column that is not available is empty, and says so', async () => {
    const { load, rows } = await project({ 'a.csv': 'id\n1\n' });
    const usage = source('usage', null, { id: 'text', logins: 'count' }, { key: 'id' });
    const known = source('accounts', 'a.csv', { id: 'text', revenue: 'money CNY from not available' });
    const { sources, notices } = await load(usage, known);
    expect(sources.get('usage')).toMatchObject({ available: false, rows: 0, path: null });
    expect(await rows(sources.get('accounts'))).toEqual([{ id: '1', revenue: null }]);
    expect(sources.get('accounts')?.nullable).toEqual(new Set(['revenue']));
    expect(notices.map(sentence)).toEqual(['D214 Source usage is not available: whatever reads it is unknown.']);
  });
});
