import { expect, test } from 'vitest';
import { explanationOf, metricOf, reportOf } from '../support/answers.js';
import { parts } from '../support/rules.js';

const orders = `source orders from "orders.csv" key order_id
  | column     | type             |
  | order_id   | text             |
  | account_id | text -> accounts |
  | amount     | money CNY        |
  | hours      | number           |
  | paid       | date             |
`;
/** A1 has three orders, one of them without an amount; A2 only one, without any figure; A3 and A4 none. */
const ORDERS = `order_id,account_id,amount,hours,paid
O1,A1,100.50,1.5,2024-01-01
O2,A1,200,2.25,2024-02-01
O3,A1,,0.1,2024-02-01
O4,A2,,,
`;
const measured = async (
  formula: string,
  unit = 'CNY',
  more = '',
): Promise<Readonly<Record<string, number | null | undefined>>> =>
  metricOf(
    await reportOf(
      { more: `${orders}${more}metric x of accounts in ${unit}\n  = ${formula}\n` },
      { 'orders.csv': ORDERS },
    ),
    'x',
  );

test.each([
  ['sum(orders.amount)', { A1: 300.5, A2: null, A3: 0, A4: 0 }],
  ['mean(orders.amount)', { A1: 150.25, A2: null, A3: null, A4: null }],
  ['median(orders.amount)', { A1: 150.25, A2: null, A3: null, A4: null }],
  ['min(orders.amount)', { A1: 100.5, A2: null, A3: null, A4: null }],
  ['max(orders.amount)', { A1: 200, A2: null, A3: null, A4: null }],
  ['sum(orders.amount where amount > 150 CNY)', { A1: 200, A2: 0, A3: 0, A4: 0 }],
])('%s goes through the rows that point at the account', async (formula, expected) => {
  expect(await measured(formula)).toEqual(expected);
});

test.each([
  ['count(orders)', { A1: 3, A2: 1, A3: 0, A4: 0 }],
  ['count(orders.amount)', { A1: 2, A2: 0, A3: 0, A4: 0 }],
  ['count(distinct orders.paid)', { A1: 2, A2: 0, A3: 0, A4: 0 }],
  ['count(orders where paid > 2024-01-15)', { A1: 2, A2: 0, A3: 0, A4: 0 }],
  ['count(orders where amount is missing)', { A1: 1, A2: 1, A3: 0, A4: 0 }],
  ['count(orders where not amount > 150 CNY)', { A1: 1, A2: 0, A3: 0, A4: 0 }],
  ['count(orders where amount > annual_revenue / 500_000)', { A1: 1, A2: 0, A3: 0, A4: 0 }],
  ['count(orders where amount within 100 CNY..<200 CNY or hours < 1)', { A1: 2, A2: 0, A3: 0, A4: 0 }],
  ['count(distinct contacts.department where department in [])', { A1: 0, A2: 0, A3: 0, A4: 0 }],
  ['count(distinct contacts.department where department in ["销售", "销售", "财务"])', { A1: 0, A2: 2, A3: 1, A4: 0 }],
  ['count(distinct contacts.department where level = "经理")', { A1: 0, A2: 2, A3: 1, A4: 0 }],
  ['count(contacts where level not in ["VP", "专员"])', { A1: 0, A2: 2, A3: 1, A4: 0 }],
])('%s', async (formula, expected) => {
  expect(await measured(formula, 'count')).toEqual(expected);
});

test('a sum of hours is exact: 1.5 + 2.25 + 0.1', async () => {
  expect(await measured('sum(orders.hours)', 'number')).toEqual({ A1: 3.85, A2: null, A3: 0, A4: 0 });
});

test('values may be worked out row by row, by a table and by the entity', async () => {
  const weights = `table weight
  | hours | -> weight |
  | < 1   | 0         |
  | else  | 2         |
`;
  expect(await measured('sum(weight(orders.hours))', 'number', weights)).toEqual({ A1: 4, A2: null, A3: 0, A4: 0 });
  expect(await measured('sum(orders.amount / annual_revenue)', 'percent')).toEqual({
    A1: 0.000003338889,
    A2: null,
    A3: 0,
    A4: 0,
  });
});

test('`if empty` answers where there are no rows, `if missing` where they have no value', async () => {
  const both = 'mean(orders.amount)\n  if empty 0 CNY\n  if missing 9 CNY';
  expect(await measured(both)).toEqual({ A1: 150.25, A2: 9, A3: 0, A4: 0 });
  expect(await measured('mean(orders.amount)\n  if empty 0 CNY')).toEqual({ A1: 150.25, A2: null, A3: 0, A4: 0 });
  expect(await measured('annual_revenue / employees\n  if missing -1 CNY', 'CNY')).toEqual({
    A1: 180_000,
    A2: 125_000,
    A3: 33_333.333333333336,
    A4: -1,
  });
});

test('a zero denominator is empty, whatever stands above it', async () => {
  expect(await measured('annual_revenue / count(orders)', 'CNY per orders')).toEqual({
    A1: 30_000_000,
    A2: 10_000_000,
    A3: null,
    A4: null,
  });
  expect(await measured('annual_revenue / count(orders)\n  if empty 1', 'CNY per orders')).toEqual({
    A1: 30_000_000,
    A2: 10_000_000,
    A3: 1,
    A4: 1,
  });
});

test('an answer in place of a ratio of counts is judged exactly, too', async () => {
  const judged = async (answer: string, threshold: string): Promise<unknown> => {
    const report = await reportOf({
      metrics: `metric share in percent
  = count(contacts where level = "VP") / count(contacts)
  if empty ${answer}
`,
      benchmark: `benchmark generic
  | share |
  | >= ${threshold} |
apply generic to key_accounts
`,
    });
    return [report.metrics.share?.passed, report.metrics.share?.failed];
  };
  // A1 and A4 have no contacts; A2 has 25%, A3 0%.
  expect(await judged('12.5%', '12.5%')).toEqual([3, 1]);
  expect(await judged('12.5%', '12.51%')).toEqual([1, 3]);
});

test('what a source that nobody has would have told is neither empty nor zero', async () => {
  const visits = `source visits not available key visit_id
  | column     | type             |
  | visit_id   | text             |
  | account_id | text -> accounts |
  | length     | number           |
`;
  expect(await measured('mean(visits.length)\n  if empty 0', 'number', visits)).toEqual({
    A1: null,
    A2: null,
    A3: null,
    A4: null,
  });
  expect(await measured('count(visits)', 'count', visits)).toEqual({ A1: null, A2: null, A3: null, A4: null });
});

test('money is compared and shown in the unit of the metric, literals in any', async () => {
  const report = await reportOf({
    more: `metric revenue "Revenue" in 万元
  = annual_revenue
metric rest in 万元
  = max(revenue, 1_500万元) - 500万元
metric third in 万元
  = annual_revenue / 3
metric rounded in 万元
  = round(third, 1)
level rich
  | revenue     | rich |
  | >= 20M CNY  | yes  |
  | < 2000万元  | no   |
check mean(revenue) = 4_000万元
check mean(revenue) = 0.4亿元
test "in any unit" on data
  expect mean(revenue) = 4_000万元
  expect key_accounts
    | account_id | revenue  | rest     |
    | A1         | 9_000万元 | 8_500万元 |
    | A2         | 10M CNY  | 1_000万元 |
`,
  });
  expect(metricOf(report, 'revenue')).toEqual({ A1: 9_000, A2: 1_000, A3: 4_000, A4: 2_000 });
  expect(metricOf(report, 'rest')).toEqual({ A1: 8_500, A2: 1_000, A3: 3_500, A4: 1_500 });
  expect(metricOf(report, 'rounded')).toEqual({ A1: 3_000, A2: 333.3, A3: 1_333.3, A4: 666.7 });
  expect(report.levels.rich).toEqual({ yes: 3, no: 1, unknown: 0 });
  expect(report.checks.map(({ holds }) => holds)).toEqual([true, true]);
});

test('functions of numbers', async () => {
  const one = async (formula: string): Promise<number | null | undefined> => (await measured(formula, 'number')).A2;
  expect(await one('abs(3 - count(contacts)) + 0')).toBe(1);
  expect(await one('min(employees / 20, 7, 5) * 1')).toBe(4);
  expect(await one('clamp(employees / 40, 3, 9) * 1')).toBe(3);
  expect(await one('floor(count(contacts) / 3) + ceil(count(contacts) / 3)')).toBe(3);
  expect(await one('sqrt(count(contacts)) * 1')).toBe(2);
  expect(await one('sqrt(0 - count(contacts)) * 1')).toBe(null);
  expect(await one('ln(count(contacts) - 4) * 1')).toBe(null);
  expect(await one('if(count(contacts) > 3 and industry = "医疗", 10, 20) * 1')).toBe(10);
  expect(await one('if(industry contains "业", 10, 20) * 1')).toBe(20);
});

test('an explanation says which clause answered, and what went in', async () => {
  const more = `${orders}metric average in CNY
  = mean(orders.amount)
  if empty 0 CNY
  if missing 9 CNY
metric rest in percent
  = (count(contacts) - count(contacts where level = "VP")) / count(contacts)
  if empty 0%
`;
  const told = async (key: string): Promise<unknown> =>
    (await explanationOf(key, { more }, { 'orders.csv': ORDERS })).metrics
      .filter(({ name }) => name === 'average' || name === 'rest')
      .map(({ display, answered_by, inputs }) => [display, answered_by, inputs.map((input) => input.display)]);
  expect(await told('A1')).toEqual([
    ['150.25 CNY', 'formula', ['150.25 CNY']],
    ['0.00%', 'if empty', ['0', '0']],
  ]);
  expect(await told('A2')).toEqual([
    ['9.00 CNY', 'if missing', ['–']],
    ['75.00%', 'formula', ['4', '1']],
  ]);
  expect(await told('A3')).toEqual([
    ['0.00 CNY', 'if empty', ['–']],
    ['100.00%', 'formula', ['1', '0']],
  ]);
});

test('rows left out because their condition cannot be told are counted beside the metric', async () => {
  const report = await reportOf(
    {
      metrics: `${orders}${parts.metrics}metric large in count
  = count(orders where amount > 150 CNY)
`,
    },
    { 'orders.csv': ORDERS },
  );
  expect(report.metrics.large?.rows_left_out).toBe(2);
});
