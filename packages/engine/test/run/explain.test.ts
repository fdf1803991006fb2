import { expect, test } from 'vitest';
import { explanationOf, files } from '../support/answers.js';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, parts, rules } from '../support/rules.js';

test('an account is explained by its key: every figure, its threshold, the row that asks, what went in', async () => {
  const explanation = await explanationOf('A3', {});
  expect(explanation).toMatchObject({
    population: 'key_accounts',
    key: 'A3',
    name: '恒泰精密',
    rank: 2,
    of: 4,
    attributes: [
      { name: 'industry', display: '制造业' },
      { name: 'annual_revenue', display: '40,000,000.00 CNY' },
    ],
  });
  expect(explanation.metrics[2]).toMatchObject({
    name: 'department_coverage',
    label: 'Coverage',
    value: 0.2,
    display: '20.00%',
    state: 'failed',
    threshold: { text: '≥ 60%', value: 0.6, to: null },
    shortfall_display: '67%',
    answered_by: 'formula',
  });
  expect(explanation.metrics[0]?.inputs).toEqual([
    { text: 'count(contacts)', value: 1, display: '1' },
    { text: 'annual_revenue', value: 40_000_000, display: '40,000,000.00 CNY' },
  ]);
  expect(explanation.levels).toMatchObject([
    { name: 'risk', value: 'high', failed: 3, passed: 0, unknown: 0, because: '3 of 3 failed' },
  ]);
  expect(explanation.levels[0]?.rule?.text).toMatch(/^\| >= 2 {3}\| high/);
});

test('the terms of a score add up to it', async () => {
  const { scores } = await explanationOf('A3', {});
  expect(scores[0]).toMatchObject({ name: 'priority', display: '13.83', times: 10 });
  expect(
    scores[0]?.terms.map(({ name, weight_display, display, contribution_display }) => [
      name,
      weight_display,
      display,
      contribution_display,
    ]),
  ).toEqual([
    ['revenue', '40%', '0.6667', '2.67'],
    ['risk', '30%', '3.0000', '9.00'],
    ['gap', '30%', '0.7222', '2.17'],
  ]);
});

test('weights are shown with all their digits', async () => {
  const score = `score priority of key_accounts
  | term    | weight | value                        |
  | revenue | 12.5%  | percent_rank(annual_revenue) |
  | gap     | 87.5%  | mean(shortfall)              |
`;
  const { scores } = await explanationOf('A1', { score });
  expect(scores[0]?.terms.map(({ weight_display }) => weight_display)).toEqual(['12.5%', '87.5%']);
});

const names = ACCOUNTS.replace('恒泰精密', 'Shaw Inc').replace('Gonzalez Inc', 'A1');

test('a name that only one has is as good as a key; a key goes before a name', async () => {
  const { run: finished } = await run({ ...files, 'accounts.csv': names, 'rules.bench': rules() });
  const keyOf = async (sought: string): Promise<string | null> => (await finished.explain(sought, 'en'))?.key ?? null;
  expect(await keyOf('Castillo Ltd')).toBe('A2');
  expect(await keyOf('A1')).toBe('A1');
  expect(await keyOf('Shaw Inc')).toBe(null);
  expect(await keyOf('nobody')).toBe(null);
  expect(await keyOf("' or 1 = 1 --")).toBe(null);
});

test('a name that nobody has finds those like it', async () => {
  const { run: finished } = await run({ ...files, 'rules.bench': rules() });
  expect(await finished.similar('Gonzales inc')).toEqual([{ key: 'A4', name: 'Gonzalez Inc' }]);
  expect(await finished.similar('shaw')).toEqual([{ key: 'A1', name: 'Shaw Inc' }]);
  expect(await finished.similar('恒泰')).toEqual([{ key: 'A3', name: '恒泰精密' }]);
  expect(await finished.similar('zzz')).toEqual([]);
});

test('who is left out is told why', async () => {
  const accounts = ACCOUNTS.replace('40000000', '');
  const population = `population key_accounts of accounts
  where annual_revenue > 15M CNY
  top 1 by annual_revenue
`;
  const { run: finished } = await run({ ...files, 'accounts.csv': accounts, 'rules.bench': rules({ population }) });
  expect(await finished.outside('A4', 'en')).toMatchObject({
    why: 'below cut',
    display: 'annual_revenue 20,000,000.00 CNY',
  });
  expect(await finished.outside('A2', 'en')).toMatchObject({ why: 'where', display: 'annual_revenue > 15M CNY' });
  expect(await finished.outside('A3', 'en')).toMatchObject({ key: 'A3', why: 'unknown' });
  expect(await finished.outside('A9', 'en')).toBe(null);
});

test('who is left out of the latest dates is told the date', async () => {
  const accounts = `${parts.accounts}  | since          | date      |      |
`;
  const data = ACCOUNTS.replace('employees', 'employees,since')
    .replaceAll(/,(\d*)\n/g, ',$1,2024-01-05\n')
    .replace('80,2024-01-05', '80,2023-06-30');
  const { run: finished, report } = await run({
    ...files,
    'accounts.csv': data,
    'rules.bench': rules({ accounts, population: 'population key_accounts of accounts\n  top 2 by since\n' }),
  });
  expect(report.population.cut).toEqual({ by: 'since', display: '2024-01-05', tied_out: 1 });
  expect(await finished.outside('A2', 'en')).toMatchObject({ why: 'below cut', display: 'since 2023-06-30' });
});

test('unknown values are dashes, and what was judged beside them is still told', async () => {
  const metrics = `metric decision_share in percent
  = count(contacts where level = "VP") / count(contacts)
metric contact_density in contacts per 亿元
  = count(contacts) / annual_revenue
`;
  const benchmark = `benchmark generic
  | contact_density | decision_share |
  | >= 5            | >= 15%         |
apply generic to key_accounts
`;
  const explanation = await explanationOf('A1', { metrics, benchmark });
  expect(
    explanation.metrics.map(({ display, state, shortfall_display, answered_by }) => [
      display,
      state,
      shortfall_display,
      answered_by,
    ]),
  ).toEqual([
    ['–', 'unknown', '–', null],
    ['0.00', 'failed', '100%', 'formula'],
  ]);
  expect(explanation.levels).toMatchObject([
    { value: null, failed: 1, passed: 0, unknown: 1, because: null, rule: null },
  ]);
  expect(explanation.scores[0]).toMatchObject({ value: null, display: '–' });
  expect(explanation.scores[0]?.terms.map(({ display }) => display)).toEqual(['1.0000', '–', '1.0000']);
  expect(explanation.rank).toBe(null);
});

test('values that come from bands, tables and other metrics are among the inputs', async () => {
  const more = `band size
  | employees | size  |
  | < 1_000   | small |
  | >= 1_000  | big   |
context churn_by_size
  | size  | churn |
  | small | 18%   |
  | big   | 8%    |
metric at_stake in 万元
  = annual_revenue * churn_by_size + rest
metric rest of accounts in 万元
  = if(size = big, 100万元, 50万元)
`;
  const { metrics } = await explanationOf('A3', { more });
  const of = (name: string): unknown =>
    metrics.find((metric) => metric.name === name)?.inputs.map(({ text, display }) => [text, display]);
  expect(of('at_stake')).toEqual([
    ['annual_revenue', '40,000,000.00 CNY'],
    ['churn_by_size', '8.00%'],
    ['rest', '100.00 万元'],
  ]);
  expect(of('rest')).toEqual([['size', 'big']]);
});

test('a key may be a number', async () => {
  const accounts = parts.accounts.replace('account_id     | text      |', 'account_id     | count     |');
  const asNumbers = (text: string): string => text.replaceAll(/\bA(\d)\b/g, '$1');
  const { run: finished, report } = await run({
    'accounts.csv': asNumbers(ACCOUNTS),
    'contacts.csv': asNumbers(CONTACTS),
    'rules.bench': rules({ accounts }),
  });
  expect(report.ranking.map(({ key, level }) => [key, level])).toEqual([
    ['1', 'high'],
    ['3', 'high'],
    ['4', 'high'],
    ['2', 'low'],
  ]);
  expect((await finished.explain('2', 'en'))?.name).toBe('Castillo Ltd');
});
