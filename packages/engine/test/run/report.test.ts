import { expect, test } from 'vitest';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, rules } from '../support/rules.js';

const files = { 'rules.bench': rules(), 'accounts.csv': ACCOUNTS, 'contacts.csv': CONTACTS };

test('a report counts levels and names who stands where', async () => {
  const { report } = await run(files);
  expect(report.population).toMatchObject({ name: 'key_accounts', size: 4, of: 4 });
  // A2: 4 contacts over 10 million is 40 per 亿, 1 of 4 decides, 3 of 5 departments: it passes all three.
  expect(report.levels).toEqual({ risk: { high: 3, medium: 0, low: 1, unknown: 0 } });
  expect(
    report.ranking.map(({ rank, key, name, industry, level, because }) => [rank, key, name, industry, level, because]),
  ).toEqual([
    [1, 'A1', 'Shaw Inc', '金融服务业', 'high', '3 of 3 failed'],
    [2, 'A3', '恒泰精密', '制造业', 'high', '3 of 3 failed'],
    [3, 'A4', 'Gonzalez Inc', '科技业', 'high', '3 of 3 failed'],
    [4, 'A2', 'Castillo Ltd', '医疗', 'low', '0 of 3 failed'],
  ]);
});

test('scores add up from rank, level and shortfall', async () => {
  const { report } = await run(files);
  const scores = Object.fromEntries(report.ranking.map(({ key, score_display }) => [key, score_display]));
  // A1: 10 × (0.4 × 1 + 0.3 × 3 + 0.3 × 1). A3: density 2.5 of 5, no decider, 1 of 5 of 60%: shortfalls 1/2, 1, 2/3.
  expect(scores).toEqual({ A1: '16.00', A3: '13.83', A4: '13.33', A2: '3.00' });
});

test('figures of a metric are fractions with their display beside them', async () => {
  const { report } = await run(files);
  expect(report.metrics.department_coverage).toMatchObject({
    unit: 'percent',
    mean: 0.2,
    median: 0.1,
    zero_share: 0.5,
    passed: 1,
    failed: 3,
    unknown: 0,
    not_judged: 0,
    pass_rate: 0.25,
    display: { mean: '20.00%', median: '10.00%', zero_share: '50.0%', pass_rate: '25.0%' },
  });
  expect(report.metrics.contact_density).toMatchObject({
    unit: 'contacts per 亿元',
    mean: 10.625,
    max: 40,
    display: { mean: '10.63', max: '40.00' },
  });
});

test('changing one contact row changes the answer', async () => {
  const { report } = await run({ ...files, 'contacts.csv': CONTACTS.replace('C3,A2,IT', 'C3,A2,市场') });
  expect(report.levels.risk).toEqual({ high: 3, medium: 1, low: 0, unknown: 0 });
});

test('declared weights stand beside the effective ones', async () => {
  const { report } = await run(files);
  const [score] = report.scores;
  expect(score?.terms.map(({ name, weight }) => [name, weight])).toEqual([
    ['revenue', 0.4],
    ['risk', 0.3],
    ['gap', 0.3],
  ]);
  // Ranges 0.4 × 1, 0.3 × 2 and 0.3 × 1 of 1.3 in all.
  expect(score?.terms.map(({ effective_by_range }) => effective_by_range?.toFixed(4))).toEqual([
    '0.3077',
    '0.4615',
    '0.2308',
  ]);
  expect(score?.terms.reduce((total, { effective }) => total + (effective ?? 0), 0)).toBeCloseTo(1, 6);
});

test('the same inputs give the same bytes on one thread and on two', async () => {
  const reports = await Promise.all([1, 2, 2].map(async (threads) => (await run(files, { threads })).report));
  const [first, ...others] = reports.map((report) => JSON.stringify(report));
  expect(others).toEqual([first, first]);
});

test('a population may be split by what it is judged by', async () => {
  const { report } = await run({
    ...files,
    'rules.bench': rules({
      benchmark: `benchmark by_industry
  | industry   | department_coverage |
  | 金融服务业 | >= 80%              |
  | else       | >= 60%              |
apply by_industry to key_accounts
`,
    }),
  });
  const [byIndustry] = report.breakdowns;
  expect(byIndustry?.by).toBe('industry');
  expect(byIndustry?.groups.find(({ value }) => value === '医疗')).toEqual({
    value: '医疗',
    count: 1,
    levels: { risk: { high: 0, medium: 0, low: 1, unknown: 0 } },
    metrics: { department_coverage: { passed: 1, failed: 0, unknown: 0, not_judged: 0 } },
  });
});
