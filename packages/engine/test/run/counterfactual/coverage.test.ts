import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { withActions } from '../../../src/run/counterfactual/with-actions.js';
import { named } from '../../../src/sql/names.js';
import { columnsOf, executedIn } from '../../support/executed.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

const SPONSOR = `
action executive_sponsor "高层对接"
  on key_accounts where risk = high top 50 by priority
  adds contacts if absent
    | level   | department |
    | C-level | 运营       |
`;

/** Written by hand: the levels of all accounts after a C-level contact for the 50 whose priority is highest. */
const BY_HAND = `
with accounts as (
  select account_id, "Revenue"::decimal(18,4) as revenue
  from read_csv('${root}data/coverage/accounts.csv', header = true, all_varchar = true)
), key_accounts as (
  select * from accounts where revenue > 0
  order by revenue desc, account_id limit (select ceil(count(*) * 0.2)::bigint from accounts where revenue > 0)
), contacts as (
  select account_id, department, level from read_csv('${root}data/coverage/contacts.csv', header = true, all_varchar = true)
), counted as (
  select a.account_id, revenue, count(c.account_id) as n,
    count(*) filter (where level in ('C-level', 'VP')) as decide,
    count(distinct department) filter (where department in ('销售', '财务', '运营', 'IT', 'HR')) as departments,
    count(*) filter (where level = 'C-level' and department = '运营') as sponsors,
    count(*) filter (where department = '运营') as operations
  from key_accounts a left join contacts c using (account_id) group by all
), failed as (
  select *, (rank() over (order by revenue) - 1) / (count(*) over () - 1) as rank, (n * 1e8 / revenue < 5)::int + (decide * 100 < 15 * n or n = 0)::int + (departments * 5 < 15)::int as fails,
    (greatest(0, 1 - n * 1e8 / revenue / 5) + greatest(0, 1 - decide / greatest(n, 1) / 0.15) + greatest(0, 1 - departments / 5 / 0.6)) / 3 as gap
  from counted
), chosen as (
  select account_id from failed where fails >= 2
  order by 4 * rank + 3 * 3 + 3 * gap desc, account_id limit 50
), after as (
  select f.account_id, f.revenue,
    n + x as n, decide + x as decide, departments + (x = 1 and operations = 0)::int as departments
  from (select f.*, (f.account_id in (from chosen) and sponsors = 0)::int as x from failed f) f
)
select account_id, (n * 1e8 / revenue < 5)::int + (decide * 100 < 15 * n or n = 0)::int + (departments * 5 < 15)::int as fails
from after`;

test('a sponsor for the fifty most urgent accounts: a query written by hand says the same of all 1,407', async () => {
  const text = await readFile(`${root}scenarios/coverage/coverage.bench`, 'utf8');
  const before = await executedIn(root, text + SPONSOR);
  const after = await withActions(before, [{ action: 'executive_sponsor', on: 'eligible' }]);
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = (await connection.runAndReadAll(BY_HAND)).getRows();
  const byHand = Object.fromEntries(rows.map(([key, fails]) => [String(key), Number(fails)]));
  connection.closeSync();
  const found = await columnsOf(after, named.failed);
  expect(Object.keys(found)).toHaveLength(1407);
  expect(found).toEqual(byHand);
  const census = (all: Readonly<Record<string, unknown>>): readonly number[] =>
    [2, 1, 0].map((least) => Object.values(all).filter((fails) => Math.min(2, Number(fails)) === least).length);
  expect(census(await columnsOf(before, named.failed))).toEqual([1339, 67, 1]);
  expect(census(found)).toEqual([1294, 112, 1]);
});
