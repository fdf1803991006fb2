import { expect, test } from 'vitest';
import { defaultSeed } from '../src/options.js';
import { csv } from '../src/output/csv.js';
import { titles } from '../src/world/titles.js';
import { generated, query, text } from './generated.js';

test('a value is quoted only when it has to be', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['Lewis, Clark and Drake', null],
        ['the "best"', 1],
        ['上海', '2.50'],
      ],
    ),
  ).toBe('a,b\n"Lewis, Clark and Drake",\n"the ""best""",1\n上海,2.50\n');
});

test('the files start with their header, in UTF-8 with LF', async () => {
  const directory = await generated(defaultSeed);
  const accounts = await text(directory, 'accounts.csv');
  const contacts = await text(directory, 'contacts.csv');
  expect(accounts).toMatch(/^account_id,name,industry,Revenue,Headcount,region,owner\nA00001,/);
  expect(contacts).toMatch(/^contact_id,account_id,name,department,level,title,last_contact\nC00001,/);
  expect(accounts + contacts).not.toContain('\r');
});

test('ids and account names are unique, every contact has its account, and rows are not in order of revenue', async () => {
  const directory = await generated(defaultSeed);
  const [found] = await query(`
    SELECT (SELECT count(DISTINCT account_id)::INT FROM '${directory}/accounts.parquet') AS accounts,
      (SELECT count(DISTINCT name)::INT FROM '${directory}/accounts.parquet') AS names,
      (SELECT count(*) = count(DISTINCT contact_id) FROM '${directory}/contacts.parquet') AS contacts_unique,
      (SELECT count(*)::INT FROM '${directory}/contacts.parquet'
        WHERE account_id NOT IN (SELECT account_id FROM '${directory}/accounts.parquet')) AS orphans,
      (SELECT count(*) FILTER (rising) BETWEEN 3000 AND 4000 FROM (
        SELECT "Revenue" > lag("Revenue") OVER (ORDER BY account_id) AS rising
        FROM '${directory}/accounts.parquet')) AS shuffled`);
  expect(found).toEqual({ accounts: 7_035, names: 7_035, contacts_unique: true, orphans: 0, shuffled: true });
});

test('a share of rows is blank or spelled the other way', async () => {
  const directory = await generated(defaultSeed);
  expect(
    await query(`SELECT count(*) FILTER (industry IS NULL)::INT AS industry, count(*) FILTER ("Headcount" IS NULL)::INT AS
      headcount, count(*) FILTER (industry = '金融服务')::INT AS other_spelling FROM '${directory}/accounts.parquet'`),
  ).toEqual([{ industry: 54, headcount: 79, other_spelling: 162 }]);
});

test('every title belongs to its department and level', async () => {
  const directory = await generated(defaultSeed);
  const found = await query(`SELECT DISTINCT department, level, title FROM '${directory}/contacts.parquet'`);
  const known: Record<string, Record<string, readonly string[]>> = titles;
  const strange = found.filter(
    ({ department, level, title }) => !known[String(department)]?.[String(level)]?.includes(String(title)),
  );
  expect(strange).toEqual([]);
});
