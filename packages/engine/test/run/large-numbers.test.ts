import { expect, test } from 'vitest';
import type { Report } from '../../src/index.js';
import { metricOf, reportOf, shownBy } from '../support/answers.js';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, parts, rules } from '../support/rules.js';

/** Currencies of many zeros, and numbers no business has: figures may become unknown, a run never breaks. */

const accounts = `${parts.accounts}  | x              | number    |      |
`;
const data = (values: readonly string[]): string =>
  [
    'account_id,name,industry,annual_revenue,employees,x',
    ...values.map((x, index) => `A${index + 1},n,零售业,${index + 1}000000,5,${x}`),
  ].join('\n');
const over = (values: readonly string[], replaced: Parameters<typeof rules>[0]): Promise<Report> =>
  reportOf({ accounts, ...replaced }, { 'accounts.csv': data(values) });

const metrics = `${parts.metrics}metric y of accounts in number
  = x
metric squared of accounts in number
  = x * x
`;

test('what is larger than any number is unknown', async () => {
  const report = await over(['1e308', '3', '-2e200'], { metrics, more: 'show squared as distribution\n' });
  expect(metricOf(report, 'squared')).toEqual({ A1: null, A2: 9, A3: null });
  expect(report.metrics.squared).toMatchObject({ mean: 9, max: 9, unknown: 2 });
});

test('sums of very large numbers do not overflow', async () => {
  const report = await over(['9e25', '9e25', '9e25', '9e25'], {
    metrics,
    more: 'check sum(accounts.x) > 0\nshow y by industry\nshow y as distribution\n',
  });
  expect(report.metrics.y?.mean).toBe(9e25);
  expect(report.checks[0]?.holds).toBe(true);
  expect(shownBy(report)).toEqual([['零售业', 9e25, 4]]);
  expect(shownBy(report, 1).reduce((sum, row) => sum + Number(row[2]), 0)).toBe(4);
});

test('a score of amounts still has its effective weights', async () => {
  const report = await over(['9e13', '8e13', '9e13'], {
    score: `score size of key_accounts
  | term | weight | value          |
  | x    | 50%    | x              |
  | rest | 50%    | annual_revenue |
`,
  });
  expect(report.scores[0]?.terms.map(({ effective }) => effective?.toFixed(3))).toEqual(['1.000', '0.000']);
});

test('amounts of money near the largest a file may hold are added, too', async () => {
  const report = await reportOf(
    {
      more: 'metric twice in 亿元\n  = annual_revenue + annual_revenue\ncheck sum(accounts.annual_revenue) > 0 CNY\n',
    },
    { 'accounts.csv': ACCOUNTS.replace('90000000', '99999999999999').replace('40000000', '30000001') },
  );
  expect(metricOf(report, 'twice').A1).toBe(1_999_999.99999998);
  expect(report.checks[0]).toMatchObject({ found: '100,000,060,000,000.00 CNY' });
});

test('a mean of money worked out per account has the same bits on any number of threads', async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, index) => `A${index},n,零售业,${(index * 7_919) % 99_991}.37,${(index % 7) + 1}`,
  );
  const files = {
    'accounts.csv': ['account_id,name,industry,annual_revenue,employees', ...rows].join('\n'),
    'contacts.csv': CONTACTS.split('\n')[0] ?? '',
    'rules.bench': rules({
      more: 'metric each in CNY\n  = annual_revenue / employees\ncheck mean(each of key_accounts) > 0 CNY\ncheck sum(each of key_accounts) > 0 CNY\nshow each by employees\n',
    }),
  };
  const [one, two] = await Promise.all([1, 2].map(async (threads) => (await run(files, { threads })).report));
  expect([two?.checks, two?.shows, two?.metrics]).toEqual([one?.checks, one?.shows, one?.metrics]);
});
