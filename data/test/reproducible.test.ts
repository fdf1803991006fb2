import { expect, test } from 'vitest';
import { bytes, generated, query, text } from './generated.js';

const files = ['accounts.csv', 'contacts.csv', 'accounts.parquet', 'contacts.parquet'];

test('the same seed gives the same bytes', async () => {
  const [once, again] = [await generated(5), await generated(5)];
  for (const file of files) {
    const [a, b] = [await bytes(once, file), await bytes(again, file)];
    expect(a.equals(b)).toBe(true);
  }
});

test('another seed gives other accounts', async () => {
  const lines = async (seed: number) => (await text(await generated(seed), 'accounts.csv')).trim().split('\n').slice(1);
  const one = new Set(await lines(5));
  expect((await lines(6)).filter((line) => one.has(line))).toEqual([]);
});

test('CSV and Parquet hold the same rows in the same order', async () => {
  const directory = await generated(5);
  for (const table of ['accounts', 'contacts']) {
    const rows = (file: string) => query(`SELECT COLUMNS(*)::VARCHAR FROM ${file}`);
    const csv = await rows(`read_csv('${directory}/${table}.csv', all_varchar = true)`);
    const parquet = await rows(`'${directory}/${table}.parquet'`);
    expect(parquet).toEqual(csv);
  }
});
