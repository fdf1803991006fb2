import { expect, test } from 'vitest';
import { metricOf, reportOf } from '../support/answers.js';
import { rules } from '../support/rules.js';

const ORDERS = `order_id,account_id,amount,ordered_on
O1,A1,$100.00,2024-03-01
O2,A1,100,2024-07-01
O3,A2,10.5,2024-06-30
O4,A3,10,2023-12-31
O5,A3,5,
O6,A4,,2024-03-01
`;

const project = (type: string, more: string): Record<string, string> => ({
  'orders.csv': ORDERS,
  'rules.bench': rules({
    benchmark: '',
    level: '',
    score: '',
    metrics: '',
    more: `source orders from "orders.csv" key order_id
  | column     | type             | from             |
  | order_id   | text             |                  |
  | account_id | text -> accounts |                  |
  | amount     | ${type}          |                  |
  | twice      | money CNY        | = amount * 2     |
  | ordered_on | date             |                  |
metric turnover in CNY
  = sum(orders.amount)
metric doubled in CNY
  = sum(orders.twice)
${more}`,
  }).replace(/^rulebook.*\n/, 'rulebook small as of 2024-12-31\n'),
});

const RATES = `table rate
  | from       | -> rate  |
  | 2024-01-01 | 7.10 CNY |
  | 2024-07-01 | 7.25 CNY |
`;

test('each amount is converted at the rate of its day, before anything is worked out of it', async () => {
  const report = await reportOf({}, project('money USD at rate on ordered_on', RATES));
  expect(metricOf(report, 'turnover')).toEqual({ A1: 1435, A2: 74.55, A3: null, A4: null });
  expect(metricOf(report, 'doubled')).toEqual({ A1: 2870, A2: 149.1, A3: null, A4: null });
});

test('the report says at which table, and which amounts have no rate', async () => {
  const report = await reportOf({}, project('money USD at rate on ordered_on', RATES));
  const said = report.notices.filter(({ code }) => code === 'R341' || code === 'R342');
  expect(said.map(({ code, text, count }) => [code, text, count])).toEqual([
    [
      'R341',
      '2 rows of orders.amount cannot be converted: rate has no rate for their ordered_on. Their amounts are missing.',
      2,
    ],
    ['R342', 'orders.amount is converted from USD to CNY at rate, by ordered_on.', null],
  ]);
});

test('a table may hold several currencies, and be asked for the day to look back from', async () => {
  const rates = `table rate
  | currency | from       | -> rate  |
  | USD      | 2024-01-01 | 7.10 CNY |
  | USD      | 2024-07-01 | 7.25 CNY |
  | EUR      | 2024-01-01 | 7.80 CNY |
`;
  const report = await reportOf({}, project('money 万 USD at rate', rates));
  expect(metricOf(report, 'turnover')).toEqual({ A1: 14_500_000, A2: 761_250, A3: 1_087_500, A4: null });
});
