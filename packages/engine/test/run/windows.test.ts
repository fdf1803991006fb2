import { expect, test } from 'vitest';
import { explanationOf, metricOf, reportOf } from '../support/answers.js';
import { rules } from '../support/rules.js';

const ORDERS = `order_id,account_id,amount,ordered_on,paid_on
O1,A1,100,2024-12-31,2025-01-15
O2,A1,50,2024-10-01,2024-10-20
O3,A1,60,2024-09-30,2024-10-02
O4,A1,40,2024-07-01,2024-07-02
O5,A1,999,2025-01-01,2025-01-02
O6,A2,10,2024-06-30,2024-12-01
O7,A2,7,,2024-12-01
O8,A3,30,2024-09-01,2024-09-02
`;

const orders = `source orders from "orders.csv" key order_id
  | column     | type             |
  | order_id   | text             |
  | account_id | text -> accounts |
  | amount     | money CNY        |
  | ordered_on | date             |
`;
const both = orders.replace(
  '  | ordered_on | date             |\n',
  '  | ordered_on | date             |\n  | paid_on    | date             |\n',
);

const head = 'rulebook small as of 2024-12-31\n';
/** The metric `asked` with this formula, for each account. */
const asked = async (formula: string, sources = orders, rulebook = head): Promise<unknown> => {
  const text = rules({
    metrics: `metric asked of accounts\n  ${formula}\n`,
    benchmark: '',
    level: '',
    score: '',
    more: sources,
  });
  const report = await reportOf({}, { 'orders.csv': ORDERS, 'rules.bench': text.replace(/^rulebook.*\n/, rulebook) });
  return metricOf(report, 'asked');
};

test('a window ends with the day from which everything looks back, and begins after that day, so many months before', async () => {
  // 30 September is outside, 1 October inside, 31 December inside, 1 January to come.
  expect(await asked('= sum(orders.amount over 3 months)')).toEqual({ A1: 150, A2: 0, A3: 0, A4: 0 });
  expect(await asked('= count(orders over 92 days)')).toEqual({ A1: 2, A2: 0, A3: 0, A4: 0 });
  expect(await asked('= count(orders over 93 days)')).toEqual({ A1: 3, A2: 0, A3: 0, A4: 0 });
  expect(await asked('= count(orders over 27 weeks where amount >= 40 CNY)')).toEqual({ A1: 4, A2: 0, A3: 0, A4: 0 });
  expect(await asked('= count(orders over 1 year)')).toEqual({ A1: 4, A2: 1, A3: 1, A4: 0 });
});

test('a row may be told by a condition, too', async () => {
  expect(await asked('= count(orders where ordered_on within 3 months)')).toEqual({ A1: 2, A2: 0, A3: 0, A4: 0 });
  expect(await asked('= count(orders where ordered_on > as of)')).toEqual({ A1: 1, A2: 0, A3: 0, A4: 0 });
  expect(await asked('= count(orders where ordered_on <= as of - 3 months)')).toEqual({ A1: 2, A2: 1, A3: 1, A4: 0 });
});

test('of several dates a window says by which', async () => {
  expect(await asked('= sum(orders.amount over 3 months by paid_on)', both)).toEqual({ A1: 110, A2: 17, A3: 0, A4: 0 });
  expect(await asked('= sum(orders.amount over 3 months by ordered_on)', both)).toEqual({
    A1: 150,
    A2: 0,
    A3: 0,
    A4: 0,
  });
});

test('change is against the window before, as a share of it; nothing before is empty', async () => {
  // 1 October to 31 December 150, 1 July to 30 September 100.
  expect(await asked('in percent = change(sum(orders.amount over 3 months))')).toEqual({
    A1: 0.5,
    A2: null,
    A3: -1,
    A4: null,
  });
  expect(await asked('in percent = change(sum(orders.amount over 3 months))\n  if empty 0%')).toEqual({
    A1: 0.5,
    A2: 0,
    A3: -1,
    A4: 0,
  });
  expect(await asked('in CNY = difference(sum(orders.amount over 3 months))')).toEqual({
    A1: 50,
    A2: 0,
    A3: -30,
    A4: 0,
  });
  expect(await asked('in CNY = difference(mean(orders.amount over 3 months))')).toEqual({
    A1: 25,
    A2: null,
    A3: null,
    A4: null,
  });
});

test('time since a day is counted in whole days, months or years; what is to come is not the last', async () => {
  expect(await asked('in days = days since last(orders.ordered_on)')).toEqual({ A1: 0, A2: 184, A3: 121, A4: null });
  expect(await asked('in months = months since last(orders.ordered_on)')).toEqual({ A1: 0, A2: 6, A3: 3, A4: null });
  expect(await asked('in years = years since min(orders.ordered_on)')).toEqual({ A1: 0, A2: 0, A3: 0, A4: null });
  expect(await asked('in days = max(orders.ordered_on) - min(orders.ordered_on)')).toEqual({
    A1: 184,
    A2: 0,
    A3: 0,
    A4: null,
  });
  expect(await asked('in days = days since last(orders.ordered_on)\n  if empty 999 days')).toEqual({
    A1: 0,
    A2: 184,
    A3: 121,
    A4: 999,
  });
});

test('a month before the last day of a long month is the last day of the shorter one', async () => {
  const may = 'rulebook small as of 2024-05-31\n';
  expect(await asked('in days = as of - (as of - 3 months)', orders, may)).toEqual({ A1: 92, A2: 92, A3: 92, A4: 92 });
  // 29 February and 30 November: a window before the other does not move with it.
  expect(await asked('in days = as of - (as of - 6 months)', orders, may)).toEqual({
    A1: 183,
    A2: 183,
    A3: 183,
    A4: 183,
  });
});

test('the length of a window may be a param, with its path', async () => {
  const recency = `${orders}param recency = 3 months\n`;
  expect(await asked('= sum(orders.amount over recency)', recency)).toEqual({ A1: 150, A2: 0, A3: 0, A4: 0 });
});

test('without a day of its own a rulebook looks back from the day its sources are of', async () => {
  const dated = orders.replace('key order_id', 'key order_id dated 2025-01-01');
  expect(await asked('= sum(orders.amount over 1 day)', dated, 'rulebook small\n')).toEqual({
    A1: 999,
    A2: 0,
    A3: 0,
    A4: 0,
  });
});

test('an explanation shows both windows', async () => {
  const text = rules({
    metrics: 'metric trend in percent\n  = change(sum(orders.amount over 3 months))\n',
    benchmark: '',
    level: '',
    score: '',
    more: orders,
  });
  const rulebook = text.replace(/^rulebook.*\n/, head);
  const explanation = await explanationOf('A1', {}, { 'orders.csv': ORDERS, 'rules.bench': rulebook });
  expect(explanation.metrics[0]?.inputs.map(({ text: input, display }) => [input, display])).toEqual([
    ['sum(orders.amount over 3 months)', '150.00 CNY'],
    ['sum(orders.amount over 3 months) (the window before)', '100.00 CNY'],
  ]);
});

test('figures about rows have windows, too', async () => {
  const text = rules({
    more: `${orders}check count(orders over 3 months) = 2
check sum(orders.amount where ordered_on within 1 year) = 290 CNY
`,
  }).replace(/^rulebook.*\n/, head);
  const report = await reportOf({}, { 'orders.csv': ORDERS, 'rules.bench': text });
  expect(report.checks.map(({ holds, found }) => [holds, found])).toEqual([
    [true, '2'],
    [true, '290.00 CNY'],
  ]);
});
