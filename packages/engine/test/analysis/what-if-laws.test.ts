import { readOverrides, type Model } from '@benchbook/dsl';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOverrides, type Report, type WhatIf, type WhatIfOptions, type Workbook } from '../../src/index.js';
import { modelOf, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

/** Cells against the report and the comparison of whole runs, which know nothing of cells. Fixed seeds: a failure comes back. */

const account = fc.record({
  industry: fc.constantFrom('金融服务业', '制造业', '医疗', ''),
  revenue: fc.constantFrom('', '10000000', '20000000', '30000000', '45000000'),
  employees: fc.constantFrom('', '50', '500', '5000'),
  contacts: fc.array(
    fc.record({
      department: fc.constantFrom('销售', '财务', '运营', 'IT', 'HR', '市场', ''),
      level: fc.constantFrom('C-level', 'VP', '经理', ''),
    }),
    { maxLength: 6 },
  ),
});
const accounts = fc.array(account, { minLength: 1, maxLength: 40 });

const filesOf = (rows: readonly (typeof account extends fc.Arbitrary<infer One> ? One : never)[]) => ({
  'accounts.csv': [
    'account_id,name,industry,annual_revenue,employees',
    ...rows.map(({ industry, revenue, employees }, index) => `A${index},n${index},${industry},${revenue},${employees}`),
  ].join('\n'),
  'contacts.csv': [
    'contact_id,account_id,department,level',
    ...rows.flatMap(({ contacts }, index) =>
      contacts.map(({ department, level }, at) => `C${index}-${at},A${index},${department},${level}`),
    ),
  ].join('\n'),
});

const benchmarks = (apply: string): string => `band size
  | employees   | size  |
  | < 200       | small |
  | 200..<1_000 | mid   |
  | >= 1_000    | big   |
benchmark generic
  | contact_density | decision_share | department_coverage |
  | >= 5            | >= 15%         | >= 60%              |
benchmark by_industry
  | industry | contact_density | decision_share | department_coverage |
  | 医疗     | >= 8            | > 20%          | > 70%               |
  | 制造业   | > 5             | -              | >= 40%              |
  | else     | >= 2            | >= 25%         | >= 60%              |
benchmark by_size
  | size  | contact_density |
  | small | >= 20           |
  | big   | >= 10           |
  | else  | -               |
benchmark by_staff
  | employees | contact_density |
  | < 300     | >= 3            |
  | >= 300    | >= 9            |
benchmark at_most
  | contact_density | decision_share |
  | <= 10           | 20%..70%       |
apply ${apply} to key_accounts
`;

/** A level by counts, one that reads it, and one that judging does not decide. */
const LEVELS = `level risk
  | failed | risk   | points | because              |
  | >= 2   | high   | 3      | "{failed} failed"    |
  | 1      | medium | 2      | "{failed} failed"    |
  | 0      | low    | 1      | "{failed} failed"    |
level care of accounts
  | risk   | judged | care |
  | high   | -      | now  |
  | medium | >= 2   | soon |
  | else   | -      | none |
`;

const rulebook = fc.record({
  apply: fc.constantFrom(
    'generic',
    'by_industry',
    'strictest(by_industry, by_size)',
    'loosest(generic, by_size)',
    'first(by_size, by_industry)',
    'at_most',
    'by_staff',
  ),
});

const PATHS = {
  density: [
    'generic.contact_density',
    'by_industry[医疗].contact_density',
    'by_industry[else].contact_density',
    'by_size[small].contact_density',
    'at_most.contact_density',
    'by_staff[>= 300].contact_density',
  ],
  percent: [
    'generic.decision_share',
    'by_industry[else].decision_share',
    'at_most.decision_share.low',
    'at_most.decision_share.high',
    'generic.department_coverage',
    'by_industry[医疗].department_coverage',
    'by_industry[制造业].department_coverage',
  ],
} as const;

/** Values that rows have among them, so that ties with a threshold come up; the last percents are compared in doubles. */
const DENSITIES = ['0', '2', '5', '10', '20', '40', '6.67', '13.3333333'] as const;
const PERCENTS = ['0%', '20%', '25%', '33.3333%', '50%', '60%', '66.67%', '100%', '33.33333333%'] as const;

const threshold = fc.oneof(
  fc.tuple(fc.constantFrom(...PATHS.density), fc.constantFrom(...DENSITIES)),
  fc.tuple(fc.constantFrom(...PATHS.percent), fc.constantFrom(...PERCENTS)),
);
/** Numbers of every other kind: weights, points, and what reaches the measures, the rows or the levels. */
const other = fc.constantFrom<[string, string]>(
  ['priority.risk.weight', '70%'],
  ['risk[medium].points', '5'],
  ['care[soon].judged', '3'],
  ['decision_share.if_empty', '50%'],
  ['size[small..mid].employees', '60'],
  ['by_staff[< 300].employees', '40'],
);
const lines = fc
  .uniqueArray(fc.oneof({ arbitrary: threshold, weight: 4 }, { arbitrary: other, weight: 1 }), {
    maxLength: 3,
    selector: ([path]) => path,
  })
  .map((found) => found.map(([path, value]) => `${path}=${value}`));

async function opened(rows: Parameters<typeof filesOf>[0], apply: string): Promise<{ book: Workbook; model: Model }> {
  const text = rules({
    population: 'population key_accounts of accounts\n',
    benchmark: benchmarks(apply),
    level: LEVELS,
  });
  const book = await workbook({ ...filesOf(rows), 'rules.bench': text });
  return { book, model: await modelOf(book) };
}

/** The states of a report's metrics. */
const rates = ({ metrics }: Report): unknown =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, { passed, failed, unknown, not_judged }]) => [
      name,
      { passed, failed, unknown, not_judged },
    ]),
  );

/** What overrides come to; one without meaning, such as a range from 70% to 20%, is refused where it is read and leaves the others out. */
const ask = (book: Workbook, model: Model, overrides: readonly string[], more: WhatIfOptions = {}): Promise<WhatIf> =>
  book.whatIf(model, readOverrides(model, overrides), more);

test('cells and database give the census, the pass rates, the groups, the flows and the ranking of whole runs', async () => {
  const by = { cells: 0, database: 0 };
  await fc.assert(
    fc.asyncProperty(
      accounts,
      rulebook,
      fc.array(lines, { minLength: 2, maxLength: 5 }),
      async (rows, { apply }, asked) => {
        const { book, model } = await opened(rows, apply);
        for (const overrides of asked) {
          const answer = await ask(book, model, overrides, { top: 10 });
          by[answer.by] += 1;
          const other = applyOverrides(model, readOverrides(model, overrides));
          const report = await (await book.run(other)).report('en');
          expect(answer.whole.levels).toEqual(report.levels);
          expect(rates(report)).toMatchObject(answer.whole.metrics);
          expect(Object.keys(answer.whole.metrics)).toContain('contact_density');
          expect(answer.whole.count).toBe(rows.length);
          expect(answer.breakdowns).toEqual(report.breakdowns);
          expect(answer.top).toEqual(report.ranking.slice(0, 10));
          expect(answer.flows).toEqual((await book.compare(model, other)).flows);
        }
      },
    ),
    { numRuns: 30, seed: 20_241_231 },
  );
  // Both have answered.
  expect(Math.min(by.cells, by.database)).toBeGreaterThan(10);
}, 240_000);

const laws = (
  name: string,
  holds: (book: Workbook, model: Model, overrides: readonly string[]) => Promise<void>,
): void => {
  test(
    name,
    async () => {
      await fc.assert(
        fc.asyncProperty(accounts, rulebook, lines, async (rows, { apply }, overrides) => {
          const { book, model } = await opened(rows, apply);
          await holds(book, model, overrides);
        }),
        { numRuns: 12, seed: 20_241_231 },
      );
    },
    120_000,
  );
};

/** What is said of everybody, without how it was found. */
const said = ({ whole, breakdowns, flows }: WhatIf): unknown => ({ whole, breakdowns, flows });

laws('no override moves nobody', async (book, model) => {
  const { whole, flows, by } = await ask(book, model, []);
  expect(by).toBe('cells');
  expect(whole.levels).toEqual((await (await book.run(model)).report('en')).levels);
  expect(flows?.every(({ cause }) => cause === null)).toBe(true);
});

laws('set, then unset, is as it was', async (book, model, overrides) => {
  const before = await ask(book, model, []);
  const moved = await ask(book, model, overrides);
  const unset = readOverrides(model, overrides).overrides.map(({ path }) => `unset ${path}`);
  const under = applyOverrides(model, readOverrides(model, overrides));
  expect((await ask(book, under, unset)).whole).toEqual(before.whole);
  expect(said(await ask(book, model, []))).toEqual(said(before));
  expect(said(await ask(book, model, overrides))).toEqual(said(moved));
});

laws('the order of overrides means nothing', async (book, model, overrides) => {
  const one = await ask(book, model, overrides);
  expect(said(await ask(book, model, overrides.toReversed()))).toEqual(said(one));
});

laws('there and back again are mirror images, and everybody is in the flows', async (book, model, overrides) => {
  const changes = readOverrides(model, overrides);
  const there = await ask(book, model, overrides);
  const back = await ask(
    book,
    applyOverrides(model, changes),
    changes.overrides.map(({ path }) => `unset ${path}`),
  );
  const texts = (flows: WhatIf['flows'], mirrored: boolean): readonly string[] =>
    (flows ?? [])
      .map(({ from, to, count }) => {
        const ends = [from, to].map(({ kind, label }) => label ?? kind);
        return [...(mirrored ? ends.toReversed() : ends), count].join(' ');
      })
      .sort();
  expect(texts(back.flows, true)).toEqual(texts(there.flows, false));
  expect(there.flows?.reduce((sum, { count }) => sum + count, 0)).toBe(there.whole.count);
});

test('a stricter threshold never lowers how many fail', async () => {
  const rows = fc.sample(account, { numRuns: 60, seed: 7 });
  const { book, model } = await opened(rows, 'generic');
  const failing = async (overrides: readonly string[], metric: string): Promise<number> =>
    (await ask(book, model, overrides)).whole.metrics[metric]?.failed ?? -1;
  const upwards = async (path: string, metric: string, values: readonly string[]): Promise<void> => {
    const counts: number[] = [];
    for (const value of values) counts.push(await failing([`${path}=${value}`], metric));
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect(new Set(counts).size).toBeGreaterThan(2);
  };
  await upwards('generic.contact_density', 'contact_density', [
    '0',
    '2',
    '5',
    '5.1',
    '10',
    '13.3333333',
    '20',
    '40',
    '60',
  ]);
  await upwards('generic.decision_share', 'decision_share', ['0%', '10%', '20%', '33.3333%', '50%', '66.67%', '100%']);
});
