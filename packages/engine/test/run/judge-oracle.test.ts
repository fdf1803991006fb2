import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../support/project.js';
import { parts, rules } from '../support/rules.js';

/** Random customer files and random benchmarks, judged by the engine and by a few plain lines: every account must come out the same. */

interface Account {
  readonly industry: string;
  /** CNY; null: missing. */
  readonly revenue: number | null;
  readonly contacts: readonly { readonly department: string; readonly level: string }[];
}

const INDUSTRIES = ['金融服务业', '制造业', '医疗', ''];
const DEPARTMENTS = ['销售', '财务', '运营', 'IT', 'HR', '市场', ''];
const LEVELS = ['C-level', 'VP', '经理', ''];

const account: fc.Arbitrary<Account> = fc.record({
  industry: fc.constantFrom(...INDUSTRIES),
  revenue: fc.option(fc.integer({ min: 1, max: 60 }).map((millions) => millions * 1_000_000)),
  contacts: fc.array(fc.record({ department: fc.constantFrom(...DEPARTMENTS), level: fc.constantFrom(...LEVELS) }), {
    maxLength: 7,
  }),
});
const percent = fc.integer({ min: 0, max: 20 }).map((step) => step * 5);
const thresholds = fc.record({ density: fc.integer({ min: 1, max: 30 }), share: percent, coverage: percent });
const world = fc.record({
  accounts: fc.array(account, { minLength: 1, maxLength: 12 }),
  finance: thresholds,
  others: thresholds,
});

type Thresholds = Readonly<{ density: number; share: number; coverage: number }>;
type State = 'failed' | 'passed' | 'unknown';

/** A ratio of whole numbers against a percent, in whole numbers. */
const ratio = (numerator: number, denominator: number, asked: number): State =>
  numerator * 100 >= asked * denominator ? 'passed' : 'failed';

function judge({ revenue, contacts }: Account, asked: Thresholds | null): readonly State[] {
  if (asked === null) return ['unknown', 'unknown', 'unknown'];
  const deciders = contacts.filter(({ level }) => level === 'C-level' || level === 'VP').length;
  const covered = new Set(
    contacts.map(({ department }) => department).filter((department) => DEPARTMENTS.slice(0, 5).includes(department)),
  ).size;
  return [
    revenue === null ? 'unknown' : ratio(contacts.length * 1e8 * 100, revenue, asked.density * 100 * 100),
    contacts.length === 0 ? ratio(0, 1, asked.share) : ratio(deciders, contacts.length, asked.share),
    ratio(covered, 5, asked.coverage),
  ];
}

function levelOf(states: readonly State[]): string | null {
  const failed = states.filter((state) => state === 'failed').length;
  const unknown = states.filter((state) => state === 'unknown').length;
  const labels = new Set(
    Array.from({ length: unknown + 1 }, (_, more) => ['low', 'medium', 'high'][Math.min(2, failed + more)]),
  );
  return labels.size === 1 ? ([...labels][0] ?? null) : null;
}

test('every account is judged as a few plain lines judge it', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ accounts, finance, others }) => {
      const { report } = await run({
        'rules.bench': rules({
          population: 'population key_accounts of accounts\n',
          metrics: parts.metrics,
          benchmark: `benchmark by_industry
  | industry   | contact_density | decision_share | department_coverage |
  | 金融服务业 | >= ${finance.density} | >= ${finance.share}% | >= ${finance.coverage}% |
  | else       | >= ${others.density} | >= ${others.share}% | >= ${others.coverage}% |
apply by_industry to key_accounts
`,
        }),
        'accounts.csv': [
          'account_id,name,industry,annual_revenue,employees',
          ...accounts.map(({ industry, revenue }, index) => `A${index},n,${industry},${revenue ?? ''},1`),
        ].join('\n'),
        'contacts.csv': [
          'contact_id,account_id,department,level',
          ...accounts.flatMap(({ contacts }, index) =>
            contacts.map(({ department, level }, at) => `C${index}-${at},A${index},${department},${level}`),
          ),
        ].join('\n'),
      });
      const levels = new Map(report.ranking.map(({ key, level }) => [key, level]));
      const known: Readonly<Record<string, Thresholds | null>> = { '': null, 金融服务业: finance };
      const asked = ({ industry }: Account): Thresholds | null =>
        industry in known ? (known[industry] ?? null) : others;
      expect(accounts.map((_, index) => levels.get(`A${index}`))).toEqual(
        accounts.map((one) => levelOf(judge(one, asked(one)))),
      );
    }),
    { numRuns: 40, seed: 20_241_231 },
  );
}, 120_000);
