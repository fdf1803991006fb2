import { describe, expect, test } from 'vitest';
import { project, sentence, source } from './support.js';

/** The values of one column, and what is said of it. */
async function read(type: string, cells: readonly string[]) {
  const { load, rows } = await project({
    'cells.csv': `id,cell\n${cells.map((cell, index) => `${index + 1},${cell}`).join('\n')}\n`,
  });
  const { sources, notices } = await load(
    source('cells', 'cells.csv', { id: 'text', cell: type }, { key: 'id', missing: ['N/A', '-'] }),
  );
  const read = (await rows(sources.get('cells'))) as { cell: unknown }[];
  return { values: read.map(({ cell }) => cell), notices: notices.map(sentence) };
}

describe('a cell becomes a value of its column', () => {
  test('text is trimmed, also of full-width space; blanks and the declared words are missing', async () => {
    const { values, notices } = await read('text', ['  Acme ', '"\u3000金融\u00a0"', '', '""', 'N/A', ' - ', 'a - b']);
    expect(values).toEqual(['Acme', '金融', null, null, null, null, 'a - b']);
    expect(notices).toEqual([]);
  });

  test('a count is whole: 500.0 is one, 500.5 and -3 are none', async () => {
    const { values, notices } = await read('count', ['500', '500.0', '"1,200"', '500.5', '-3', '"1,20"', 'many', '']);
    expect(values).toEqual([500, 500, 1200, null, null, null, null, null]);
    expect(notices).toEqual([
      'D232 Source cells, column cell: 4 cells are not a count and count as missing, such as `500.5` (rows 4, 5, 6 ...).',
    ]);
  });

  test('a number may have thousands separators and an exponent', async () => {
    const { values, notices } = await read('number', ['1.5', '"-1,200.25"', '1e3', 'NaN', 'inf']);
    expect(values).toEqual([1.5, -1200.25, 1000, null, null]);
    expect(notices).toEqual([
      'D232 Source cells, column cell: 2 cells are not a number and count as missing, such as `NaN` (rows 4, 5).',
    ]);
  });

  test('money is exact, with or without its own currency; another currency is not read', async () => {
    const { values, notices } = await read('money CNY', [
      '"¥1,234.50"',
      '￥99',
      '100元',
      'CNY 12',
      '-3.1415',
      '$5',
      '1.23456',
      '999999999999999',
    ]);
    expect(values).toEqual([1234.5, 99, 100, 12, -3.1415, null, null, null]);
    expect(notices).toEqual([
      'D232 Source cells, column cell: 3 cells are not an amount of money and count as missing, such as `$5` (rows 6, 7, 8).',
    ]);
  });

  test('money in 万 becomes yuan, to the last digit', async () => {
    expect((await read('money 万 CNY', ['5631', '0.1', '1.23456789', '"1,000"'])).values).toEqual([
      56_310_000, 1000, 12345.6789, 10_000_000,
    ]);
  });

  test('a percentage is a fraction; a bare number is one already, unless the column is in points', async () => {
    expect((await read('percent', ['12%', '0.12', '7.5 %', '-3%', '１%'])).values).toEqual([
      0.12,
      0.12,
      0.075,
      -0.03,
      null,
    ]);
    expect((await read('percent in points', ['12', '12%', '0.5'])).values).toEqual([0.12, 0.12, 0.005]);
  });

  test('a date is ISO, or of the declared format', async () => {
    expect(
      (await read('date', ['2024-03-01', '2024/3/1', '2024-03-01T08:00:00Z', '2024-02-30', '03/01/24'])).values,
    ).toEqual(['2024-03-01', '2024-03-01', '2024-03-01', null, null]);
    expect((await read('date MM/DD/YY', ['03/01/24', '12/31/99 08:55 PM', '31/12/24'])).values).toEqual([
      '2024-03-01',
      '1999-12-31',
      null,
    ]);
  });

  test('yes and no in the usual ways', async () => {
    const { values, notices } = await read('boolean', ['TRUE', 'false', 'Yes', 'no', '1', '0', '是', '否', 'maybe']);
    expect(values).toEqual([true, false, true, false, true, false, true, false, null]);
    expect(notices).toEqual([
      'D232 Source cells, row 9: `maybe` in column cell is not true or false. It counts as missing.',
    ]);
  });
});

test('a column without a single readable cell has the wrong type', async () => {
  const { refusal } = await project({ 'a.csv': 'id,size\n1,small\n2,large\n3,\n' });
  expect(await refusal(source('a', 'a.csv', { id: 'text', size: 'count' }))).toEqual([
    "D233 No cell of column size of source a is a count: rows 1, 2 begin with `small`. Change the column's type, or its from cell.",
  ]);
});
