import { expect, test } from 'vitest';
import { generateLarge } from '../src/large/generate-large.js';
import { bytes, folder, generated, query } from './generated.js';

const columnsOf = (file: string) => query(`SELECT column_name, column_type FROM (DESCRIBE FROM '${file}')`);

test('a large set has the columns of the calibrated one', async () => {
  const [large, calibrated] = [await folder(), await generated(1)];
  await generateLarge(500, 1, large);
  for (const table of ['accounts.parquet', 'contacts.parquet']) {
    expect(await columnsOf(`${large}/${table}`)).toEqual(await columnsOf(`${calibrated}/${table}`));
  }
});

test('there are about four contacts an account, each with its account', async () => {
  const directory = await folder();
  await generateLarge(20_000, 1, directory);
  const [found] = await query(`
    SELECT count(DISTINCT contact_id) = count(*) AS contacts_unique, count(*) / 20000 AS per_account,
      count(*) FILTER (account_id NOT IN (SELECT account_id FROM '${directory}/accounts.parquet'))::INT AS orphans
    FROM '${directory}/contacts.parquet'`);
  expect(found).toMatchObject({ contacts_unique: true, orphans: 0 });
  expect(found!.per_account).toBeCloseTo(4, 0);
});

test('values of different columns are independent', async () => {
  const directory = await folder();
  await generateLarge(50_000, 1, directory);
  const [found] = await query(`
    SELECT corr("Revenue"::DOUBLE, hash(owner) % 1000) AS owner, corr(ln("Revenue"), length(name)) AS name,
      corr(ln("Revenue"), ln("Headcount")) AS headcount FROM '${directory}/accounts.parquet'`);
  expect(Math.abs(Number(found!.owner))).toBeLessThan(0.02);
  expect(Math.abs(Number(found!.name))).toBeLessThan(0.02);
  expect(found!.headcount).toBeCloseTo(0.63, 1);
});

test('the number of threads does not change a byte, the seed does', async () => {
  const write = async (seed: number, threads: string) => {
    const directory = await folder();
    await generateLarge(200_000, seed, directory, { threads });
    return Promise.all([bytes(directory, 'accounts.parquet'), bytes(directory, 'contacts.parquet')]);
  };
  const one = await write(1, '1');
  expect((await write(1, '4')).map((file, i) => file.equals(one[i]!))).toEqual([true, true]);
  expect((await write(2, '4')).map((file, i) => file.equals(one[i]!))).toEqual([false, false]);
});
