import { expect, test } from 'vitest';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, rules } from '../support/rules.js';

const files = { 'accounts.csv': ACCOUNTS, 'contacts.csv': CONTACTS };

const benchmarks = (apply: string): string => `band size
  | employees   | size |
  | < 200       | small |
  | 200..<1_000 | mid   |
  | >= 1_000    | big   |
benchmark by_industry
  | industry | contact_density | department_coverage |
  | 医疗     | >= 8            | >= 70%              |
  | else     | >= 2            | >= 60%              |
benchmark by_size
  | size  | contact_density |
  | small | >= 50           |
  | big   | >= 3            |
  | else  | -               |
apply ${apply} to key_accounts
`;

const density = async (apply: string, key: string): Promise<readonly unknown[]> => {
  const { run: finished } = await run({ ...files, 'rules.bench': rules({ benchmark: benchmarks(apply) }) });
  const metric = (await finished.explain(key, 'en'))?.metrics.find(({ name }) => name === 'contact_density');
  return [
    metric?.state,
    metric?.threshold?.text ?? null,
    metric?.rules.map(({ declaration, text }) => `${declaration} ${text.replaceAll(/\s+/g, ' ')}`),
  ];
};

// A2: density 40, small. A3: density 2.5, big. A1: density 0, mid.
test('the strictest of two benchmarks asks the larger of two lower bounds, and names both sources', async () => {
  expect(await density('strictest(by_industry, by_size)', 'A2')).toEqual([
    'failed',
    '≥ 50',
    ['by_size | small | >= 50 |', 'by_industry | 医疗 | >= 8 | >= 70% |'],
  ]);
  expect(await density('strictest(by_industry, by_size)', 'A3')).toEqual([
    'failed',
    '≥ 3',
    ['by_size | big | >= 3 |', 'by_industry | else | >= 2 | >= 60% |'],
  ]);
});

test('the loosest asks the smaller one', async () => {
  expect((await density('loosest(by_industry, by_size)', 'A3')).slice(0, 2)).toEqual(['passed', '≥ 2']);
});

test('the first with an opinion decides; `-` has none', async () => {
  expect((await density('first(by_size, by_industry)', 'A3')).slice(0, 2)).toEqual(['failed', '≥ 3']);
  expect((await density('first(by_size, by_industry)', 'A1')).slice(0, 2)).toEqual(['failed', '≥ 2']);
});

test('a certain failure fails the strictest even while the other row cannot be told', async () => {
  // A4 has no headcount, so no size; with no contacts it fails by industry whatever its size would ask.
  expect((await density('strictest(by_industry, by_size)', 'A4'))[0]).toBe('failed');
  const contacts = `${CONTACTS}C7,A4,销售,经理\n`;
  const { run: finished } = await run({
    ...files,
    'contacts.csv': contacts,
    'rules.bench': rules({ benchmark: benchmarks('strictest(by_industry, by_size)') }),
  });
  const metric = (await finished.explain('A4', 'en'))?.metrics.find(({ name }) => name === 'contact_density');
  expect(metric?.state).toBe('unknown');
});

test('ranges and upper bounds are judged on both sides', async () => {
  const { report, run: finished } = await run({
    ...files,
    'rules.bench': rules({
      benchmark: `benchmark generic
  | contact_density | decision_share |
  | 1..10           | <= 10%         |
apply generic to key_accounts
`,
    }),
  });
  expect([report.metrics.contact_density?.passed, report.metrics.decision_share?.passed]).toEqual([1, 3]);
  const a2 = await finished.explain('A2', 'en');
  // 40 is 30 above 10: three times the bound, so clamped to 1. 25% is 15 points above 10%.
  expect(a2?.metrics.map(({ name, shortfall }) => [name, shortfall])).toEqual([
    ['contact_density', 1],
    ['decision_share', 1],
    ['department_coverage', null],
  ]);
});
