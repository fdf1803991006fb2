import { expect, test } from 'vitest';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, rules } from '../support/rules.js';

const files = { 'accounts.csv': ACCOUNTS, 'contacts.csv': CONTACTS };

test.each([
  ['60%', 'passed'],
  ['60.0001%', 'failed'],
  ['59.9999999%', 'passed'],
  ['60.0000001%', 'failed'],
])('3 of 5 departments against %s is %s', async (threshold, state) => {
  const { run: finished } = await run({
    ...files,
    'rules.bench': rules({
      benchmark: `benchmark generic
  | department_coverage |
  | >= ${threshold}     |
apply generic to key_accounts
`,
    }),
  });
  const explanation = await finished.explain('A2', 'en');
  expect(explanation?.metrics.find(({ name }) => name === 'department_coverage')?.state).toBe(state);
});

test('one contact over 20,000,000 is exactly 5 per 亿元', async () => {
  const { run: finished } = await run({
    ...files,
    'contacts.csv': `${CONTACTS}C6,A4,销售,经理\n`,
    'rules.bench': rules(),
  });
  const density = (await finished.explain('A4', 'en'))?.metrics.find(({ name }) => name === 'contact_density');
  expect(density).toMatchObject({ value: 5, state: 'passed' });
});

test('top 20% is rounded up, and a tie at the cut is broken by the key and said', async () => {
  const accounts = [
    'account_id,name,industry,annual_revenue,employees',
    ...Array.from(
      { length: 11 },
      (_, index) => `B${String(index + 1).padStart(2, '0')},n${index},零售业,${index < 2 ? 900 : 700},10`,
    ),
  ].join('\n');
  const { report } = await run({
    'rules.bench': rules({
      population: `population key_accounts of accounts
  top 20% by annual_revenue
`,
    }),
    'accounts.csv': accounts,
    'contacts.csv': CONTACTS.split('\n')[0] ?? '',
  });
  // 2.2 is rounded up to 3: two of 900, and the first key of the nine of 700.
  expect(report.ranking.map(({ key }) => key).sort()).toEqual(['B01', 'B02', 'B03']);
  expect(report.population.cut).toEqual({ by: 'annual_revenue', display: '700.00 CNY', tied_out: 8 });
  expect(report.notices.find(({ code }) => code === 'R303')?.count).toBe(8);
});

test('ties share the lowest percent rank', async () => {
  const accounts =
    'account_id,name,industry,annual_revenue,employees\nB1,a,零售业,5,1\nB2,b,零售业,7,1\nB3,c,零售业,7,1\nB4,d,零售业,9,1\n';
  const { run: finished } = await run({
    'rules.bench': rules(),
    'accounts.csv': accounts,
    'contacts.csv': CONTACTS.split('\n')[0] ?? '',
  });
  const ranks = await Promise.all(
    ['B1', 'B2', 'B3', 'B4'].map(async (key) => (await finished.explain(key, 'en'))?.scores[0]?.terms[0]?.display),
  );
  expect(ranks).toEqual(['0.0000', '0.3333', '0.3333', '1.0000']);
});
