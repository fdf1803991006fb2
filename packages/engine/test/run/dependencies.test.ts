import { expect, test } from 'vitest';
import type { Report } from '../../src/index.js';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, parts, rules } from '../support/rules.js';

/** Rules may read each other in any order and by any road: what is read is computed first. */

const files = { 'accounts.csv': ACCOUNTS, 'contacts.csv': CONTACTS };
const reportOf = async (replaced: Parameters<typeof rules>[0]): Promise<Report> =>
  (await run({ ...files, 'rules.bench': rules(replaced) })).report;
const metricOf = ({ ranking }: Report, metric: string): Record<string, number | null | undefined> =>
  Object.fromEntries(ranking.map(({ key, metrics }) => [key, metrics[metric]]));
const scoreOf = ({ ranking }: Report): Record<string, string> =>
  Object.fromEntries(ranking.map(({ key, score_display }) => [key, score_display]));

const size = `band size
  | employees   | size  | weight |
  | < 200       | small | 1      |
  | 200..<1_000 | mid   | 2      |
  | >= 1_000    | big   | 5      |
`;
const oneTerm = (value: string): string => `score priority of key_accounts
  | term | weight | value    |
  | only | 100%   | ${value} |
`;

test('a metric may read another that stands below it', async () => {
  const report = await reportOf({
    metrics: `metric twice in contacts per 亿元
  = contact_density * 2
${parts.metrics}`,
  });
  expect(metricOf(report, 'twice')).toEqual({ A1: 0, A2: 80, A3: 5, A4: 0 });
});

test('a metric may read a level, and through it all that is judged', async () => {
  const report = await reportOf({
    more: `context churn_by_level
  | risk   | churn |
  | high   | 18%   |
  | medium | 12%   |
  | low    | 8%    |
metric at_stake in 万元
  = annual_revenue * churn_by_level
`,
  });
  expect(metricOf(report, 'at_stake')).toEqual({ A1: 1_620, A2: 80, A3: 720, A4: 360 });
});

test('a context keyed by a band is unknown where the band is', async () => {
  const report = await reportOf({
    more: `${size}context churn_by_size
  | size  | churn |
  | small | 18%   |
  | mid   | 12%   |
  | big   | 8%    |
metric at_stake in 万元
  = annual_revenue * churn_by_size
`,
  });
  expect(metricOf(report, 'at_stake')).toEqual({ A1: 1_080, A2: 180, A3: 320, A4: null });
});

test('a band may cut a metric, and a benchmark be chosen by that band', async () => {
  const report = await reportOf({
    benchmark: `band thickness
  | contact_density | thickness |
  | < 5             | thin      |
  | >= 5            | thick     |
benchmark by_thickness
  | thickness | department_coverage |
  | thin      | >= 20%              |
  | thick     | >= 80%              |
apply by_thickness to key_accounts
`,
  });
  // A3 is thin and covers 20%; A2 is thick and covers 60%.
  expect(report.metrics.department_coverage).toMatchObject({ passed: 1, failed: 3 });
  expect(report.ranking.find(({ key }) => key === 'A3')).toMatchObject({
    level: 'low',
    dimensions: { thickness: 'thin' },
  });
});

test("a population may be chosen by bands, metrics and aggregates of its source's rows", async () => {
  const big = await reportOf({ population: `${size}population key_accounts of accounts\n  where size = big\n` });
  expect(big.ranking.map(({ key }) => key)).toEqual(['A3']);
  expect(big.population).toMatchObject({ size: 1, of: 4, left_out: { where: 2, unknown: 1, below_cut: 0 } });

  const dense = await reportOf({
    population: `population key_accounts of accounts
  where count(contacts) > 0
  top 50% by contact_density
`,
  });
  expect(dense.ranking.map(({ key }) => key)).toEqual(['A2']);
  expect(dense.population.cut).toEqual({ by: 'Density', display: '40.00', tied_out: 0 });
});

test('a population chosen by a rank ranks all rows of its source', async () => {
  const report = await reportOf({
    population: `population key_accounts of accounts
  where percent_rank(annual_revenue) > 0.5
`,
  });
  // The ranks are A2 0, A4 1/3, A3 2/3, A1 1; inside the population they are taken anew: A3 0, A1 1.
  expect(scoreOf(report)).toEqual({ A1: '16.00', A3: '11.17' });
});

test('what only judging can tell cannot choose who is judged: that is a cycle', async () => {
  await expect(
    reportOf({
      population: `population key_accounts of accounts
population risky of accounts
  where risk = high
`,
      benchmark: `benchmark generic
  | contact_density |
  | >= 5            |
apply generic to risky
apply generic to key_accounts
`,
      score: '',
    }),
  ).rejects.toThrow('the rulebook has errors: B111');
});

test('aggregates may read bands, metrics and ranks of the entity', async () => {
  const report = await reportOf({
    more: `${size}metric of_big in count
  = count(contacts where size = big)
metric of_dense in count
  = count(contacts where contact_density > 3)
metric of_top in count of accounts
  = count(contacts where percent_rank(annual_revenue) > 0.5)
`,
  });
  expect(metricOf(report, 'of_big')).toEqual({ A1: 0, A2: 0, A3: 1, A4: 0 });
  expect(metricOf(report, 'of_dense')).toEqual({ A1: 0, A2: 4, A3: 0, A4: 0 });
  expect(metricOf(report, 'of_top')).toEqual({ A1: 0, A2: 0, A3: 1, A4: 0 });
});

test('a further column of a band or a tier is read as its own is', async () => {
  expect(scoreOf(await reportOf({ more: size, score: oneTerm('size.weight') }))).toEqual({
    A1: '2.00',
    A2: '1.00',
    A3: '5.00',
    A4: '–',
  });
  const tier = `tier service of key_accounts by annual_revenue
  | rank | service | effort |
  | 1..2 | 战略    | 8      |
  | else | 潜力    | 1      |
`;
  expect(scoreOf(await reportOf({ more: tier, score: oneTerm('service.effort') }))).toEqual({
    A1: '8.00',
    A3: '8.00',
    A2: '1.00',
    A4: '1.00',
  });
});

test('a tier may look at more than the rank, and rank by a metric of any unit or by a score', async () => {
  const tiers = `tier service of key_accounts by annual_revenue
  | rank | industry | service |
  | 1..2 | -        | 战略    |
  | else | 医疗     | 重点    |
  | else | else     | 潜力    |
tier dense of key_accounts by contact_density
  | rank | dense |
  | 1..2 | yes   |
  | else | no    |
tier urgent of key_accounts by priority
  | rank | urgent |
  | 1    | yes    |
  | else | no     |
`;
  const { ranking } = await reportOf({ more: tiers });
  expect(ranking.map(({ key, dimensions }) => [key, dimensions.service, dimensions.dense, dimensions.urgent])).toEqual([
    ['A1', '战略', 'no', 'yes'],
    ['A3', '战略', 'yes', 'no'],
    ['A4', '潜力', 'no', 'no'],
    ['A2', '重点', 'yes', 'no'],
  ]);
});

test('a score may be a term of another, wherever it stands', async () => {
  const report = await reportOf({
    score: `score urgency of key_accounts
  | term     | weight | value           |
  | priority | 50%    | priority        |
  | gap      | 50%    | mean(shortfall) |
${parts.score}`,
  });
  expect(scoreOf(report)).toEqual({ A1: '8.50', A3: '7.28', A4: '7.17', A2: '1.50' });
});

test('a rank may be taken of a rank, and of what a level gives', async () => {
  expect(scoreOf(await reportOf({ score: oneTerm('percent_rank(percent_rank(annual_revenue))') }))).toEqual({
    A1: '1.00',
    A3: '0.67',
    A4: '0.33',
    A2: '0.00',
  });
  expect(scoreOf(await reportOf({ score: oneTerm('percent_rank(risk.points)') }))).toEqual({
    A1: '0.33',
    A3: '0.33',
    A4: '0.33',
    A2: '0.00',
  });
});

test('a shortfall of what is not judged, and a tier or score of another population, are unknown', async () => {
  const others = `population others of accounts
tier service of others by annual_revenue
  | rank | service | effort |
  | 1..2 | 战略    | 8      |
  | else | 潜力    | 1      |
`;
  const unjudged = await reportOf({
    more: 'metric twice in contacts per 亿元\n  = contact_density * 2\n',
    score: oneTerm('shortfall(twice)'),
  });
  expect(scoreOf(unjudged)).toEqual({ A1: '–', A2: '–', A3: '–', A4: '–' });
  expect(scoreOf(await reportOf({ more: others, score: oneTerm('service.effort') }))).toEqual({
    A1: '–',
    A2: '–',
    A3: '–',
    A4: '–',
  });
});
