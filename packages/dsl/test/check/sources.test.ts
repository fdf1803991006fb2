import { describe, expect, test } from 'vitest';
import { codesOf, modelOf } from '../support.js';

const source = (clauses: string, columns = '  | id | text | |') =>
  `source s "样本" from "data/s.csv" key id\n  | column | type | from |\n${columns}\n${clauses}`;
const columnsOf = (columns: string) =>
  modelOf(source('', `  | id | text | |\n${columns}`)).sources[0]?.columns.slice(1);

describe('source', () => {
  test('has a path, a key, and a column that names its rows', () => {
    const [found] = modelOf(source('', '  | id | text | |\n  | name | text | |')).sources;
    expect(found).toMatchObject({
      name: 's',
      label: '样本',
      path: 'data/s.csv',
      key: 'id',
      naming: 'name',
      duplicates: 'refuse',
      encoding: 'utf-8',
    });
  });

  test('is named by its key when it has no column `name`', () => {
    expect(modelOf(source('')).sources[0]?.naming).toBe('id');
  });

  test('takes every type of column', () => {
    const columns = columnsOf(
      [
        '  | a | count | |',
        '  | b | number | |',
        '  | c | percent | |',
        '  | d | percent in points | |',
        '  | e | money CNY | |',
        '  | f | money 万 CNY | |',
        '  | g | date | |',
        '  | h | date "%m/%d/%y" | |',
        '  | i | boolean | |',
        '  | j | text -> s | |',
        '  | k | money 亿元 | |',
      ].join('\n'),
    );
    const plain = columns?.map(({ type }) => ('scale' in type ? { ...type, scale: type.scale.toString() } : type));
    expect(plain).toEqual([
      { kind: 'count' },
      { kind: 'number' },
      { kind: 'percent', inPoints: false },
      { kind: 'percent', inPoints: true },
      { kind: 'money', currency: 'CNY', scale: '1', converted: null },
      { kind: 'money', currency: 'CNY', scale: '10000', converted: null },
      { kind: 'date', format: null },
      { kind: 'date', format: '%m/%d/%y' },
      { kind: 'boolean' },
      { kind: 'text', references: 's' },
      { kind: 'money', currency: 'CNY', scale: '100000000', converted: null },
    ]);
  });

  test('converts money at a rate, for the rules to see one currency', () => {
    const columns = columnsOf('  | a | money k USD at 7.25 CNY on 2024-12-31 | |');
    expect(JSON.parse(JSON.stringify(columns?.[0]?.type))).toEqual({
      kind: 'money',
      currency: 'CNY',
      scale: '7250',
      converted: { kind: 'constant', from: 'USD', rate: '7.25', dated: '2024-12-31' },
    });
  });

  test('says where each column comes from', () => {
    const columns = columnsOf(
      '  | a | text | "Header, quoted" |\n  | b | text | Bare Header |\n  | c | text | |\n  | d | text | not available |',
    );
    expect(columns?.map((column) => column.from)).toEqual([
      { kind: 'header', header: 'Header, quoted' },
      { kind: 'header', header: 'Bare Header' },
      { kind: 'header', header: 'c' },
      { kind: 'not available' },
    ]);
  });

  test('derives a column from others, also by a table that is written for it', () => {
    const text = `${source('', '  | id | text | |\n  | title | text | |\n  | level | text | = classify(title) |')}
table classify
  | title           | -> level |
  | contains "总监" | 总监     |
  | else            | 其他     |`;
    const level = modelOf(text).sources[0]?.columns[2];
    expect(level?.from).toMatchObject({
      kind: 'derived',
      expression: {
        kind: 'lookup',
        table: 'classify',
        output: 'level',
        arguments: [{ kind: 'column', column: 'title' }],
      },
    });
  });

  test('joins spellings by aliases, and says how the file is written', () => {
    const [found] = modelOf(
      source(
        '  aliases id\n    | from | to |\n    | A | B |\n  encoding gb18030\n  delimiter ";"\n  missing "N/A", "-"\n  duplicates keep first',
      ),
    ).sources;
    expect(found?.aliases).toMatchObject({ id: [{ from: 'A', to: 'B' }] });
    expect(found).toMatchObject({ encoding: 'gb18030', delimiter: ';', missing: ['N/A', '-'], duplicates: 'first' });
  });

  test('may not be available, and still says what it would hold', () => {
    const [found] = modelOf('source s not available key id\n  | column | type |\n  | id | text |').sources;
    expect(found).toMatchObject({ path: null, key: 'id', columns: [{ name: 'id' }] });
  });

  test.each(['/etc/passwd', '../x.csv', 'data/../../x.csv', 'C:\\x.csv', '\\\\host\\x.csv'])(
    'refuses the path %s',
    (path) => {
      expect(codesOf(source('').replace('data/s.csv', path.replaceAll('\\', '\\\\')))).toEqual(['B406']);
    },
  );

  test('needs a key that is one of its columns', () => {
    expect(codesOf('source s from "s.csv" key ix\n  | column | type |\n  | id | text |')).toEqual(['B103']);
  });

  test('reports every broken column at once', () => {
    expect(codesOf(source('', '  | id | txt | |\n  | id2 | text -> q | |\n  | | count | |'))).toEqual([
      'B207',
      'B101',
      'B302',
    ]);
  });
});
