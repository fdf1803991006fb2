import { expect, test } from 'vitest';
import type { Coverage } from '../../src/index.js';
import { files } from '../support/answers.js';
import { modelOf, run, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

const hitsOf = async (replaced: Parameters<typeof rules>[0]): Promise<Readonly<Record<string, readonly number[]>>> => {
  const { run: finished } = await run({ ...files, 'rules.bench': rules(replaced) });
  return Object.fromEntries((await finished.ruleHits()).map(({ noun, name, hits }) => [`${noun} ${name}`, hits]));
};

const SIZE = `band size
  | employees   | size |
  | < 200       | 小型 |
  | 200..<1_000 | 中型 |
  | >= 1_000    | 大型 |
`;

test('a row is counted once for each account it answered for', async () => {
  // A1 has 500 employees, A2 80, A3 1,200, A4 nobody knows how many; A2 alone passes everything.
  expect(await hitsOf({ more: SIZE })).toEqual({
    'band size': [1, 1, 1],
    'benchmark generic': [4],
    'level risk': [3, 0, 1],
  });
});

test('beside a stricter benchmark a row decides nothing', async () => {
  const hits = await hitsOf({
    benchmark: `benchmark lenient
  | industry   | contact_density |
  | 金融服务业 | >= 7            |
  | else       | >= 1            |
benchmark strict
  | contact_density |
  | >= 5            |
apply strictest(lenient, strict) to key_accounts
`,
  });
  expect([hits['benchmark lenient'], hits['benchmark strict']]).toEqual([[1, 0], [3]]);
});

test('a row of `-` is used by whoever falls under it', async () => {
  const hits = await hitsOf({
    benchmark: `benchmark banks
  | industry   | contact_density |
  | 金融服务业 | >= 7            |
  | else       | -               |
apply banks to key_accounts
`,
  });
  expect(hits['benchmark banks']).toEqual([1, 3]);
});

test('what is looked up is counted where it is looked up: for accounts, for their contacts, for rows of a source', async () => {
  const hits = await hitsOf({
    more: `table weight
  | industry   | weight |
  | 金融服务业 | 3      |
  | else       | 1      |
context rank_of "Rank" source "HR" dated 2024-01-01
  | contacts.level | seniority |
  | "VP"           | senior    |
  | "C-level"      | senior    |
  | else           | junior    |
metric seniors in contacts
  = count(contacts where rank_of(contacts.level) = "senior") * weight(industry)
`,
  });
  expect([hits['table weight'], hits['context rank_of']]).toEqual([
    [1, 3],
    [1, 0, 4],
  ]);
});

const shares = ({ tables, rows, hit }: Coverage): unknown => [
  tables.map((table) => [table.name, table.rows.map(({ populations, tests }) => [populations, tests])]),
  hit,
  rows,
];

test('coverage keeps the data and each test apart', async () => {
  const book = await workbook({
    ...files,
    'rules.bench': rules({
      more: `${SIZE}test "one that fails once"
  given key_accounts
    | account_id | industry | annual_revenue | employees |
    | T1         | 零售业   | 1亿元          | 90        |
  given contacts
    | contact_id | account_id | department | level |
    | C1         | T1         | 销售       | VP    |
    | C2         | T1         | 财务       | VP    |
    | C3         | T1         | IT         | VP    |
  expect key_accounts
    | account_id | risk   |
    | T1         | medium |
test "the data" on data
  expect count(risk = high) = 3
`,
    }),
  });
  expect(shares(await book.coverage(await modelOf(book)))).toEqual([
    [
      ['generic', [[{ key_accounts: 4 }, { 'one that fails once': 1 }]]],
      [
        'risk',
        [
          [{ key_accounts: 3 }, {}],
          [{}, { 'one that fails once': 1 }],
          [{ key_accounts: 1 }, {}],
        ],
      ],
      [
        'size',
        [
          [{ key_accounts: 1 }, { 'one that fails once': 1 }],
          [{ key_accounts: 1 }, {}],
          [{ key_accounts: 1 }, {}],
        ],
      ],
    ],
    7,
    7,
  ]);
});

test('without the data the tests count all the same, and what is wrong with it is told', async () => {
  const book = await workbook({ 'rules.bench': rules() });
  const coverage = await book.coverage(await modelOf(book));
  expect([coverage.hit, coverage.rows, coverage.problems.map(({ code }) => code)]).toEqual([0, 4, ['D201', 'D201']]);
});
