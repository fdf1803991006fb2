import { expect, test } from 'vitest';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, rules } from '../support/rules.js';

const files = { 'rules.bench': rules(), 'accounts.csv': ACCOUNTS, 'contacts.csv': CONTACTS };
const stateOf = (
  counts: { passed: number; failed: number; unknown: number; not_judged: number } | undefined,
): unknown => counts && [counts.passed, counts.failed, counts.unknown, counts.not_judged];

test('without `if empty` a share of nothing is unknown, and so is a level that depends on it', async () => {
  const { report } = await run({
    ...files,
    'rules.bench': rules({
      metrics: `metric decision_share in percent
  = count(contacts where level = "VP") / count(contacts)
metric contact_density in contacts per 亿元
  = count(contacts) / annual_revenue
`,
      benchmark: `benchmark generic
  | contact_density | decision_share |
  | >= 5            | >= 15%         |
apply generic to key_accounts
`,
      level: `level risk
  | failed | risk   | points |
  | >= 2   | high   | 3      |
  | 1      | medium | 2      |
  | 0      | low    | 1      |
`,
    }),
  });
  // A1 and A4 have no contacts: density fails, the share is unknown, so one or two fail.
  expect(stateOf(report.metrics.decision_share)).toEqual([1, 1, 2, 0]);
  expect(report.levels.risk).toEqual({ high: 1, medium: 0, low: 1, unknown: 2 });
  expect(report.ranking.at(-1)).toMatchObject({ level: null, score: null, score_display: '–' });
  expect(report.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['R307', 'R310']));
});

test('a level holds when the unknown could not change it', async () => {
  const { report } = await run({
    ...files,
    'rules.bench': rules({
      metrics: `metric decision_share in percent
  = count(contacts where level = "VP") / count(contacts)
metric contact_density in contacts per 亿元
  = count(contacts) / annual_revenue
metric department_coverage in percent
  = count(distinct contacts.department) / 5
`,
    }),
  });
  // Two fail for certain, whatever the share of nothing is: still high.
  expect(report.levels.risk).toEqual({ high: 3, medium: 0, low: 1, unknown: 0 });
});

test('a missing industry matches only a `missing` row', async () => {
  const benchmark = (row: string): string => `benchmark by_industry
  | industry   | contact_density |
  | 金融服务业 | >= 8            |
  | else       | >= 5            |
${row}apply by_industry to key_accounts
`;
  const accounts = ACCOUNTS.replace('医疗', '');
  const without = await run({ ...files, 'accounts.csv': accounts, 'rules.bench': rules({ benchmark: benchmark('') }) });
  expect(stateOf(without.report.metrics.contact_density)).toEqual([0, 3, 1, 0]);
  expect(without.report.notices.find(({ code }) => code === 'R308')?.count).toBe(1);
  const withRow = await run({
    ...files,
    'accounts.csv': accounts,
    'rules.bench': rules({ benchmark: benchmark('  | missing    | >= 5            |\n') }),
  });
  expect(stateOf(withRow.report.metrics.contact_density)).toEqual([1, 3, 0, 0]);
});

test('`-` is not judged, which is neither passed nor failed nor unknown', async () => {
  const { report } = await run({
    ...files,
    'rules.bench': rules({
      benchmark: `benchmark by_industry
  | industry | contact_density | decision_share |
  | 医疗     | -               | >= 15%         |
  | else     | >= 5            | -              |
apply by_industry to key_accounts
`,
    }),
  });
  expect(stateOf(report.metrics.contact_density)).toEqual([0, 3, 0, 1]);
  expect(stateOf(report.metrics.decision_share)).toEqual([1, 0, 0, 3]);
});

test('rows whose condition cannot be told are left out of an aggregate, and counted', async () => {
  const { report } = await run({ ...files, 'contacts.csv': CONTACTS.replace('C2,A2,财务,经理', 'C2,A2,财务,') });
  expect(report.metrics.decision_share?.rows_left_out).toBe(1);
  expect(report.notices.find(({ code }) => code === 'R305')?.text).toBe(
    'decision_share leaves out 1 row for which its `where` cannot be told: the value it reads is missing.',
  );
});

test('a source that nobody has makes unknown what reads it, and says so', async () => {
  const { report } = await run({
    'accounts.csv': ACCOUNTS,
    'rules.bench': rules({
      contacts: `source contacts not available key contact_id
  | column     | type             |
  | contact_id | text             |
  | account_id | text -> accounts |
  | department | text             |
  | level      | text             |
`,
    }),
  });
  expect(stateOf(report.metrics.contact_density)).toEqual([0, 0, 4, 0]);
  expect(report.levels.risk).toEqual({ high: 0, medium: 0, low: 0, unknown: 4 });
  expect(report.notices.find(({ code }) => code === 'R306')?.text).toBe(
    'contact_density, decision_share, department_coverage cannot be known: contacts is not available.',
  );
});

test('an account without the value it would be ranked by is left out, and counted', async () => {
  const { report } = await run({
    ...files,
    'accounts.csv': ACCOUNTS.replace('20000000', ''),
    'rules.bench': rules({
      population: `population key_accounts of accounts
  top 50% by annual_revenue
`,
    }),
  });
  expect(report.population).toMatchObject({ size: 2, of: 4, left_out: { where: 0, unknown: 1, below_cut: 1 } });
  expect(report.ranking.map(({ key }) => key).sort()).toEqual(['A1', 'A3']);
});

test('a benchmark of one conditioned row judges only those who match it', async () => {
  const { report } = await run({
    ...files,
    'rules.bench': rules({
      benchmark: `benchmark by_industry
  | industry   | contact_density |
  | 金融服务业 | >= 8            |
apply by_industry to key_accounts
`,
    }),
  });
  expect(stateOf(report.metrics.contact_density)).toEqual([0, 1, 3, 0]);
});
