import { expect, test } from 'vitest';
import { run } from '../support/project.js';
import { parts, rules } from '../support/rules.js';

test('a column in another currency is converted at the stated rate, and the report says so', async () => {
  const { report, run: finished } = await run({
    'rules.bench': rules({ accounts: parts.accounts.replace('money CNY', 'money k USD at 7.25 CNY on 2024-12-31') }),
    'accounts.csv':
      'account_id,name,industry,annual_revenue,employees\nA1,Shaw Inc,,$1.5,1\nA2,Hill,,¥3,1\nA3,Ltd,,2000,1\n',
    'contacts.csv': 'contact_id,account_id,department,level\n',
  });
  const revenue = async (key: string): Promise<unknown> =>
    (await finished.explain(key, 'en'))?.attributes.find(({ name }) => name === 'annual_revenue')?.display;
  expect(await revenue('A1')).toBe('10,875.00 CNY');
  expect(await revenue('A3')).toBe('14,500,000.00 CNY');
  // An amount marked in yuan is not one in dollars: it cannot be read, and its account is left out.
  expect(report.sources[0]?.unreadable).toEqual({ annual_revenue: 1 });
  expect(report.population).toMatchObject({ size: 2, left_out: { unknown: 1 } });
  expect(report.notices.find(({ code }) => code === 'R314')?.text).toBe(
    'accounts.annual_revenue is converted: 1 USD is 7.25 CNY (2024-12-31).',
  );
});
