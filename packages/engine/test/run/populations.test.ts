import { expect, test } from 'vitest';
import type { Report } from '../../src/index.js';
import { files, metricOf, statesOf } from '../support/answers.js';
import { modelOf, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

const partners = `source partners from "partners.csv" key partner_id
  | column     | type  |
  | partner_id | text  |
  | region     | text  |
  | visits     | count |
population partner_firms "Partners" of partners
metric activity of partners in count
  = visits
benchmark expected
  | region | activity |
  | 华东   | >= 10    |
  | else   | >= 5     |
apply expected to partner_firms
tier closeness of partner_firms by visits
  | rank | closeness |
  | 1    | 核心      |
  | else | 一般      |
score warmth of partner_firms
  | term | weight | value                |
  | rank | 100%   | percent_rank(visits) |
target reach of partner_firms
  | measure          | attain |
  | passed(activity) | >= 50% |
show risk by region of partner_firms
`;
const PARTNERS = 'partner_id,region,visits\nP1,华东,9\nP2,华南,6\nP3,华北,1\n';

const reports = async (text: string): Promise<(population: string) => Promise<Report>> => {
  const book = await workbook({ ...files, 'partners.csv': PARTNERS, 'rules.bench': text });
  const model = await modelOf(book);
  return async (population) => (await book.run(model, { population })).report('en');
};

test('populations of different sources are judged apart, each by its own', async () => {
  const report = await reports(
    rules({
      more: `${partners}level rich of accounts\n  | annual_revenue | rich |\n  | >= 1_000万元 | yes |\n  | else | no |\n`,
    }),
  );
  const accounts = await report('key_accounts');
  expect(Object.keys(accounts.metrics)).toEqual(['contact_density', 'decision_share', 'department_coverage']);
  expect(accounts.levels).toEqual({
    risk: { high: 3, medium: 0, low: 1, unknown: 0 },
    rich: { yes: 4, no: 0, unknown: 0 },
  });
  expect([accounts.scores, accounts.targets, accounts.shows].map((each) => each.length)).toEqual([1, 0, 0]);

  const firms = await report('partner_firms');
  expect(firms.population).toMatchObject({ name: 'partner_firms', label: 'Partners', source: 'partners', size: 3 });
  expect(firms.levels).toEqual({ risk: { high: 0, medium: 2, low: 1, unknown: 0 } });
  expect(
    firms.ranking.map(({ key, level, score_display, dimensions }) => [key, level, score_display, dimensions]),
  ).toEqual([
    ['P1', 'medium', '1.00', { region: '华东', closeness: '核心' }],
    ['P2', 'low', '0.50', { region: '华南', closeness: '一般' }],
    ['P3', 'medium', '0.00', { region: '华北', closeness: '一般' }],
  ]);
  expect(firms.targets[0]?.rows[0]).toMatchObject({ display: '33.3%', met: false, entities_short: 1 });
  expect(firms.shows[0]?.rows).toHaveLength(3);
});

test('the population that a benchmark is applied to first is the one reported on', async () => {
  const text = rules({ more: partners });
  const book = await workbook({ ...files, 'partners.csv': PARTNERS, 'rules.bench': text });
  const report = await (await book.run(await modelOf(book))).report('en');
  expect(report.population.name).toBe('key_accounts');
});

test('where nothing is applied, everything is measured and nothing judged', async () => {
  const report = await (
    await reports(
      rules({
        more: 'population all of accounts\nscore size of all\n  | term | weight | value                        |\n  | rank | 100%   | percent_rank(annual_revenue) |\n',
      }),
    )
  )('all');
  expect(report.levels).toEqual({});
  expect(statesOf(report, 'contact_density')).toEqual([0, 0, 0, 4]);
  expect(metricOf(report, 'contact_density')).toEqual({ A1: 0, A2: 40, A3: 2.5, A4: 0 });
  expect(report.ranking.map(({ key, level, because, score_display }) => [key, level, because, score_display])).toEqual([
    ['A1', null, null, '1.00'],
    ['A3', null, null, '0.67'],
    ['A4', null, null, '0.33'],
    ['A2', null, null, '0.00'],
  ]);
});

test('two populations of one source keep their ranks and cuts to themselves', async () => {
  const report = await reports(
    rules({
      more: `population small of accounts
  where annual_revenue < 30M CNY
apply generic to small
score urgency of small
  | term | weight | value                        |
  | rank | 100%   | percent_rank(annual_revenue) |
`,
    }),
  );
  expect((await report('small')).ranking.map(({ key, score_display }) => [key, score_display])).toEqual([
    ['A4', '1.00'],
    ['A2', '0.00'],
  ]);
  expect((await report('key_accounts')).ranking.map(({ key }) => key)).toEqual(['A1', 'A3', 'A4', 'A2']);
});
