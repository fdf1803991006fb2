import { expect, test } from 'vitest';
import { explanationOf, metricOf, reportOf } from '../support/answers.js';
import { rules } from '../support/rules.js';

const dated = (benchmark: string, day = '2024-12-31', more = ''): Record<string, string> => ({
  'rules.bench': rules({ score: '', level: '', benchmark: `${benchmark}apply asked to key_accounts\n`, more }).replace(
    /^rulebook.*\n/,
    `rulebook small as of ${day}\n`,
  ),
});

const BENCHMARK = `benchmark asked
  | industry | from       | until      | contact_density |
  | 医疗     | -          | 2024-07-01 | >= 60           |
  | 医疗     | 2024-07-01 | 2025-01-01 | >= 30           |
  | 医疗     | 2025-01-01 | -          | >= 50           |
  | else     | -          | -          | >= 1            |
`;

const densityOfA2 = async (day: string): Promise<unknown> => {
  const explanation = await explanationOf('A2', {}, dated(BENCHMARK, day));
  const density = explanation.metrics[0];
  return [density?.state, density?.threshold?.text, density?.rules[0]?.cell, density?.rules[0]?.text];
};

test('the row that holds on the day judges: from its first day up to, not on, its last', async () => {
  expect(await densityOfA2('2024-06-30')).toEqual([
    'failed',
    '≥ 60',
    3,
    expect.stringContaining('| 2024-07-01 | >= 60'),
  ]);
  expect(await densityOfA2('2024-07-01')).toEqual(['passed', '≥ 30', 3, expect.stringContaining('>= 30')]);
  expect(await densityOfA2('2024-12-31')).toEqual(['passed', '≥ 30', 3, expect.stringContaining('>= 30')]);
  expect(await densityOfA2('2025-01-01')).toEqual(['failed', '≥ 50', 3, expect.stringContaining('>= 50')]);
});

test('where no row holds on the day nothing is known', async () => {
  const late = `benchmark asked
  | from       | contact_density |
  | 2025-01-01 | >= 5            |
`;
  const report = await reportOf({}, dated(late));
  expect([report.rulebook.as_of, report.metrics.contact_density?.unknown]).toEqual(['2024-12-31', 4]);
  expect(report.notices.map(({ code, text }) => [code, text])).toContainEqual([
    'R308',
    'No row of asked can be told for 4: their as of is missing or not listed. Add a `missing` or an `else` row to decide.',
  ]);
});

const ORDERS = `order_id,account_id,amount,ordered_on
O1,A1,100,2024-03-01
O2,A1,100,2024-07-01
O3,A1,100,2023-12-31
O4,A2,10,2024-06-30
`;

test('a table is asked for the day of a row, or for the day from which everything looks back', async () => {
  const more = `source orders from "orders.csv" key order_id
  | column     | type             |
  | order_id   | text             |
  | account_id | text -> accounts |
  | amount     | money USD        |
  | ordered_on | date             |
table rate
  | from       | -> rate        |
  | 2024-01-01 | 7.10           |
  | 2024-07-01 | 7.25           |
metric yuan
  = sum(orders.amount * rate(on ordered_on))
metric today of accounts
  = rate
metric share of accounts
  = growth(industry on as of - 1 year)
context growth source "plan"
  | industry | from       | until      | -> growth |
  | 医疗     | 2023-01-01 | 2024-01-01 | 3%        |
  | 医疗     | 2024-01-01 | 2025-01-01 | 4%        |
  | else     | -          | -          | 1%        |
`;
  const report = await reportOf({}, { ...dated(BENCHMARK, '2024-12-31', more), 'orders.csv': ORDERS });
  // The order of 2023 has no rate, and is no part of the sum.
  expect(metricOf(report, 'yuan')).toEqual({ A1: 1435, A2: 71, A3: 0, A4: 0 });
  expect(metricOf(report, 'today')).toEqual({ A1: 7.25, A2: 7.25, A3: 7.25, A4: 7.25 });
  expect(metricOf(report, 'share')).toEqual({ A1: 0.01, A2: 0.03, A3: 0.01, A4: 0.01 });
});
