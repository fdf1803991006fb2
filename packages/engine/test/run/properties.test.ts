import { check, parse, type Model } from '@benchbook/dsl';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report, Workbook } from '../../src/index.js';
import { workbook } from '../support/project.js';
import { parts, rules } from '../support/rules.js';

/** What holds whatever the numbers are. Fixed seeds: a failure comes back. */

const INDUSTRIES = ['金融服务业', '制造业', '医疗', ''];
const DEPARTMENTS = ['销售', '财务', '运营', 'IT', 'HR', '市场'];
const LEVELS = ['C-level', 'VP', '经理', ''];

/** Sixty accounts with gaps and ties everywhere. */
const accounts = fc.sample(
  fc.record({
    industry: fc.constantFrom(...INDUSTRIES),
    revenue: fc.constantFrom('', '10000000', '20000000', '30000000', '45000000'),
    employees: fc.constantFrom('', '50', '500', '5000'),
    contacts: fc.array(fc.record({ department: fc.constantFrom(...DEPARTMENTS), level: fc.constantFrom(...LEVELS) }), {
      maxLength: 6,
    }),
  }),
  { numRuns: 60, seed: 7 },
);
const data = {
  'accounts.csv': [
    'account_id,name,industry,annual_revenue,employees',
    ...accounts.map(
      ({ industry, revenue, employees }, index) => `A${index},n${index},${industry},${revenue},${employees}`,
    ),
  ].join('\n'),
  'contacts.csv': [
    'contact_id,account_id,department,level',
    ...accounts.flatMap(({ contacts }, index) =>
      contacts.map(({ department, level }, at) => `C${index}-${at},A${index},${department},${level}`),
    ),
  ].join('\n'),
};

const open = (): Promise<Workbook> => workbook({ ...data, 'rules.bench': rules() });

const modelFrom = (text: string): Model => {
  const { model } = check(parse('rules.bench', text));
  if (model === null) throw new Error('the rulebook cannot be used');
  return model;
};
const everyone = 'population key_accounts of accounts\n';
/** Runs rulebooks over the same sixty accounts, read once. */
async function reports(): Promise<(replaced: Parameters<typeof rules>[0]) => Promise<Report>> {
  const book = await open();
  return async (replaced) => (await book.run(modelFrom(rules({ population: everyone, ...replaced })))).report('en');
}

interface Asked {
  readonly density: number;
  readonly share: number;
  readonly coverage: number;
}
const asked = fc.record({
  density: fc.integer({ min: 1, max: 40 }),
  share: fc.integer({ min: 1, max: 100 }),
  coverage: fc.integer({ min: 1, max: 100 }),
});
const benchmark = ({ density, share, coverage }: Asked): string => `benchmark generic
  | industry | contact_density | decision_share | department_coverage |
  | 医疗     | >= ${density}   | >= ${share}%   | -                   |
  | else     | >= ${density}   | >= ${share}%   | >= ${coverage}%     |
  | missing  | -               | -              | >= ${coverage}%     |
apply generic to key_accounts
`;

const METRICS = ['contact_density', 'decision_share', 'department_coverage'] as const;
const bounded = { numRuns: 12, seed: 11 };

test('raising what is asked never lowers the number that fail, nor raises the number that pass', async () => {
  const reportOf = await reports();
  await fc.assert(
    fc.asyncProperty(asked, asked, async (one, other) => {
      const low = {
        density: Math.min(one.density, other.density),
        share: Math.min(one.share, other.share),
        coverage: Math.min(one.coverage, other.coverage),
      };
      const high = {
        density: Math.max(one.density, other.density),
        share: Math.max(one.share, other.share),
        coverage: Math.max(one.coverage, other.coverage),
      };
      const [before, after] = [
        await reportOf({ benchmark: benchmark(low) }),
        await reportOf({ benchmark: benchmark(high) }),
      ];
      for (const metric of METRICS) {
        expect(after.metrics[metric]?.failed).toBeGreaterThanOrEqual(before.metrics[metric]?.failed ?? 0);
        expect(after.metrics[metric]?.passed).toBeLessThanOrEqual(before.metrics[metric]?.passed ?? 0);
        expect(after.metrics[metric]?.unknown).toBe(before.metrics[metric]?.unknown);
      }
    }),
    bounded,
  );
});

test('counts add up: levels, states, groups and bins are each of everybody', async () => {
  const reportOf = await reports();
  await fc.assert(
    fc.asyncProperty(asked, async (thresholds) => {
      const report = await reportOf({ benchmark: benchmark(thresholds) });
      const sum = (counts: Readonly<Record<string, number>> | undefined): number =>
        Object.values(counts ?? {}).reduce((total, count) => total + count, 0);
      expect(sum(report.levels.risk)).toBe(60);
      expect(report.ranking).toHaveLength(60);
      for (const metric of METRICS) {
        const found = report.metrics[metric];
        if (found === undefined) throw new Error(`no ${metric}`);
        expect(found.passed + found.failed + found.unknown + found.not_judged).toBe(60);
        const known = report.ranking.filter(({ metrics }) => metrics[metric] !== null).length;
        const { scale, zero, bins } = found.distribution;
        expect(bins.reduce((total, { count }) => total + count, scale === 'log' ? zero : 0)).toBe(known);
      }
      for (const { groups } of report.breakdowns) {
        expect(groups.reduce((total, { count }) => total + count, 0)).toBe(60);
        for (const group of groups) expect(sum(group.levels.risk)).toBe(group.count);
      }
    }),
    bounded,
  );
});

test('the ranking is everybody, by score, then by key, the unknown last', async () => {
  const reportOf = await reports();
  await fc.assert(
    fc.asyncProperty(asked, async (thresholds) => {
      const { ranking } = await reportOf({ benchmark: benchmark(thresholds) });
      expect(ranking.map(({ rank }) => rank)).toEqual(ranking.map((_, index) => index + 1));
      expect(new Set(ranking.map(({ key }) => key)).size).toBe(60);
      const expected = [...ranking].sort(
        (one, other) => (other.score ?? -Infinity) - (one.score ?? -Infinity) || (one.key < other.key ? -1 : 1),
      );
      expect(ranking.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
    }),
    bounded,
  );
});

test('scores lie within what the checker says they can reach, level by level', async () => {
  const weights = fc
    .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))
    .filter(([a, b]) => a + b <= 10);
  const reportOf = await reports();
  await fc.assert(
    fc.asyncProperty(asked, weights, async (thresholds, [revenue, risk]) => {
      const { ranking, scores } = await reportOf({
        benchmark: benchmark(thresholds),
        score: `score priority of key_accounts times 10
  | term    | weight                         | value                        |
  | revenue | ${revenue * 10}%               | percent_rank(annual_revenue) |
  | risk    | ${risk * 10}%                  | risk.points                  |
  | gap     | ${(10 - revenue - risk) * 10}% | mean(shortfall)              |
`,
      });
      const [score] = scores;
      const within = (value: number, [low, high]: readonly [number, number]): boolean =>
        value >= low - 1e-9 && value <= high + 1e-9;
      for (const { score: value, level } of ranking) {
        if (value === null) continue;
        expect(score?.attainable && within(value, score.attainable)).toBe(true);
        const range = score?.attainable_by_level.find(({ label }) => label === level)?.range;
        if (range) expect(within(value, range)).toBe(true);
      }
      const effective = score?.terms.flatMap((term) => term.effective ?? []) ?? [];
      if (effective.length > 0) expect(effective.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    }),
    bounded,
  );
});

test('an explanation agrees with the report, account by account', async () => {
  const text = rules({
    population: everyone,
    metrics: parts.metrics,
    benchmark: benchmark({ density: 10, share: 25, coverage: 40 }),
  });
  const run = await (await open()).run(modelFrom(text));
  const { ranking } = await run.report('en');
  for (const { key, rank, level, score, metrics } of ranking.filter((_, index) => index % 7 === 0)) {
    const explanation = await run.explain(key, 'en');
    expect(explanation?.rank).toBe(score === null ? null : rank);
    expect(explanation?.levels[0]?.value).toBe(level);
    expect(explanation?.scores[0]?.value).toBe(score);
    expect(Object.fromEntries(explanation?.metrics.map(({ name, value }) => [name, value]) ?? [])).toEqual(metrics);
    const states = explanation?.metrics.map(({ state }) => state) ?? [];
    expect(explanation?.levels[0]?.failed).toBe(states.filter((state) => state === 'failed').length);
  }
});
