import { expect, test } from 'vitest';
import type { TestResult } from '../../src/index.js';
import { files } from '../support/answers.js';
import { modelOf, workbook } from '../support/project.js';
import { parts, rules } from '../support/rules.js';

const results = async (
  tests: string,
  replaced: Parameters<typeof rules>[0] = {},
  data: Readonly<Record<string, string>> = files,
): Promise<readonly TestResult[]> => {
  const book = await workbook({
    ...data,
    'rules.bench': rules({ ...replaced, more: `${replaced.more ?? ''}${tests}` }),
  });
  return book.test(await modelOf(book));
};
const failures = async (...given: Parameters<typeof results>): Promise<readonly unknown[]> =>
  (await results(...given)).flatMap((result) =>
    result.failures.map(({ of, what, expected, actual }) => [of, what, expected, actual]),
  );

test('rows are found by their key, and only what differs is told', async () => {
  expect(
    await failures(`test "rows" on data
  expect key_accounts
    | account_id | industry   | contact_density | risk   | priority |
    | A1         | 金融服务业 | 0.00            | high   | 16.00    |
    | A2         | 零售业     | 40.0            | medium | 3.01     |
    | A9         | 零售业     | 0               | high   | 1        |
`),
  ).toEqual([
    ['A2', 'industry', '零售业', '医疗'],
    ['A2', 'risk', 'medium', 'low'],
    ['A2', 'priority', '3.01', '3.0000'],
    ['A9', 'account_id', 'in the population', 'not there'],
  ]);
});

test('each failure has the line it stands on', async () => {
  const book = await workbook({
    ...files,
    'rules.bench': `${rules()}test "lines" on data
  expect count(risk = high) = 4
  expect key_accounts
    | account_id | risk |
    | A1         | low  |
`,
  });
  const text = ((await book.read()).program.files[0]?.text ?? '').split('\n');
  const [result] = await book.test(await modelOf(book));
  expect(result?.failures.map(({ line }) => text[line - 1]?.trim())).toEqual([
    'expect count(risk = high) = 4',
    '| A1         | low  |',
  ]);
  expect(text[(result?.line ?? 0) - 1]).toBe('test "lines" on data');
});

test('the first rows in an order are compared one by one', async () => {
  expect(
    await failures(`test "top" on data
  expect key_accounts top 2 by annual_revenue
    | name     | annual_revenue |
    | Shaw Inc | 90M CNY        |
    | Shaw Inc | 4_000万元      |
  expect key_accounts top 1 by employees
    | name     |
    | 恒泰精密 |
    | Shaw Inc |
`),
  ).toEqual([
    ['2', 'name', 'Shaw Inc', '恒泰精密'],
    ['2', 'account_id', 'in the population', 'not there'],
  ]);
});

test('numbers are compared at the digits they are written with', async () => {
  // A3: shortfalls 1/2, 1 and 2/3, so its priority is 13.8333…
  expect(
    await failures(`test "digits" on data
  expect key_accounts
    | account_id | priority | department_coverage |
    | A3         | 13.83    | 20%                 |
    | A3         | 13.8     | 20.0%               |
    | A3         | 14       | 20.4%               |
    | A3         | 13.84    | 19.9%               |
  expect mean(contact_density) = 10.63
  expect mean(contact_density) = 10.62
  expect share(risk = high) = 75%
  expect share(risk = high) = 75.1%
  expect share(risk = high) >= 75.1%
`),
  ).toEqual([
    ['A3', 'department_coverage', '20.4%', '20.000%'],
    ['A3', 'priority', '13.84', '13.8333'],
    ['A3', 'department_coverage', '19.9%', '20.000%'],
    ['mean(contact_density) = 10.62', 'mean(contact_density)', '= 10.62', '10.6250'],
    ['share(risk = high) = 75.1%', 'share(risk = high)', '= 75.1%', '75.000%'],
    ['share(risk = high) >= 75.1%', 'share(risk = high)', '>= 75.1%', '75.000%'],
  ]);
});

test('`-` expects the unknown, and only the unknown', async () => {
  expect(
    await failures(
      `test "unknown" on data
  expect key_accounts
    | account_id | employees | contact_density | risk | priority |
    | A4         | -         | -               | high | -        |
    | A1         | -         | -               | -    | 16.00    |
`,
    ),
  ).toEqual([
    ['A4', 'contact_density', '-', '0.00'],
    ['A4', 'priority', '-', '13.33'],
    ['A1', 'employees', '-', '500.00'],
    ['A1', 'contact_density', '-', '0.00'],
    ['A1', 'risk', '-', 'high'],
  ]);
});

test('a condition that cannot be told fails, and says so with a dash', async () => {
  expect(
    await failures(`test "nothing" on data
  expect mean(contact_density of nobody) = 0
  expect unique(contacts.department)
population nobody of accounts
  where annual_revenue > 1_000亿元
`),
  ).toEqual([
    ['mean(contact_density of nobody) = 0', 'mean(contact_density of nobody)', '= 0', '–'],
    ['unique(contacts.department)', 'unique(contacts.department)', 'true', 'no'],
  ]);
});

const GIVEN = `test "given"
  given key_accounts
    | account_id | industry   | annual_revenue | employees |
    | A1         | 金融服务业 | 90M CNY        | 500       |
    | A2         | 零售业     | 1千万元        | -         |
  given contacts
    | account_id | department | level |
    | A2         | 销售       | VP    |
    | A2         | 财务       | -     |
  expect key_accounts
    | account_id | contact_density | decision_share | department_coverage | risk   | priority | employees |
    | A1         | 0               | 0%             | 0%                  | high   | 16.00    | 500       |
    | A2         | 20              | 50%            | 40%                 | medium | 6.33     | -         |
  expect count(contacts) = 2
  expect count(key_accounts) = 2
`;

test('given rows are all there is: no data file is read, not even looked for', async () => {
  expect(await results(GIVEN, {}, {})).toMatchObject([{ outcome: 'passed', failures: [], problems: [] }]);
  expect(await failures(GIVEN)).toEqual([]);
});

test('a test that needs data fails with the sentence about the data, the others run', async () => {
  const both = await results(`${GIVEN}test "data" on data\n  expect count(key_accounts) = 4\n`, {}, {});
  expect(both.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['given', 'passed'],
    ['data', 'failed'],
  ]);
  expect(both[1]?.problems.map(({ code }) => code)).toEqual(['D201', 'D201']);
});

test("rows given for a source are chosen from by the population's own rules", async () => {
  const population =
    'population key_accounts of accounts\n  where annual_revenue > 0 CNY\n  top 50% by annual_revenue\n';
  expect(
    await failures(
      `test "chosen"
  given accounts
    | account_id | annual_revenue |
    | A1         | 5M CNY         |
    | A2         | 9M CNY         |
    | A3         | 0 CNY          |
    | A4         | -              |
  expect count(key_accounts) = 1
  expect key_accounts
    | account_id | risk |
    | A2         | high |
    | A1         | high |
`,
      { population },
    ),
  ).toEqual([['A1', 'account_id', 'in the population', 'not there']]);
});

test('rows without a key count; columns not given are missing, derived ones are derived', async () => {
  const contacts = `source contacts from "contacts.csv" key contact_id
  | column     | type             | from              |
  | contact_id | text             |                   |
  | account_id | text -> accounts |                   |
  | department | text             |                   |
  | title      | text             |                   |
  | level      | text             | = classify(title) |
table classify first
  | title              | -> level |
  | contains "总监"    | VP       |
  | missing            | 不详     |
  | else               | 其他     |
`;
  const given = (rows: string): string => `test "derived"
  given key_accounts
    | account_id | annual_revenue |
    | A1         | 1亿元          |
  given contacts
${rows}  expect key_accounts
    | account_id | contact_density | decision_share |
    | A1         | 2               | 50%            |
`;
  const titles = '    | account_id | title    |\n    | A1         | 销售总监 |\n    | A1         | -        |\n';
  const levels = '    | account_id | level |\n    | A1         | VP    |\n    | A1         | 其他  |\n';
  expect(await failures(given(titles), { contacts })).toEqual([]);
  expect(await failures(given(levels), { contacts })).toEqual([]);
});

test('what is not available elsewhere is there where a test gives it', async () => {
  const contacts = parts.contacts.replace('from "contacts.csv"', 'not available');
  const accounts = `${parts.accounts}  | margin         | percent   | not available |
`;
  expect(
    await failures(
      `test "given"
  given key_accounts
    | account_id | annual_revenue | margin |
    | A1         | 10M CNY        | 20%    |
  given contacts
    | account_id | level |
    | A1         | VP    |
  expect key_accounts
    | account_id | contact_density | decision_share | margin |
    | A1         | 10              | 100%           | 20%    |
test "not given"
  given key_accounts
    | account_id | annual_revenue |
    | A1         | 10M CNY        |
  expect key_accounts
    | account_id | contact_density | margin |
    | A1         | -               | -      |
`,
      { accounts, contacts },
    ),
  ).toEqual([]);
});

test('dates, truth values and percents may be given and expected', async () => {
  const accounts = `${parts.accounts}  | active         | boolean   |      |
  | since          | date      |      |
  | margin         | percent   |      |
`;
  expect(
    await failures(
      `test "kinds"
  given key_accounts
    | account_id | active | since      | margin |
    | A1         | yes    | 2024-01-05 | 12.5%  |
    | A2         | no     | -          | -      |
  expect key_accounts
    | account_id | active | since      | margin |
    | A1         | yes    | 2024-01-05 | 12.5%  |
    | A2         | yes    | 2024-01-05 | 12.5%  |
`,
      { accounts },
    ),
  ).toEqual([
    ['A2', 'active', 'yes', 'no'],
    ['A2', 'since', '2024-01-05', 'unknown'],
    ['A2', 'margin', '12.5%', 'unknown'],
  ]);
});

test('a filter names the tests to run', async () => {
  const book = await workbook({
    ...files,
    'rules.bench': `${rules()}test "one" on data\n  expect count(key_accounts) = 4\ntest "two" on data\n  expect count(key_accounts) = 4\n`,
  });
  expect((await book.test(await modelOf(book), { filter: 'tw' })).map(({ name }) => name)).toEqual(['two']);
});

test('a value that differs comes with its reasons: threshold, rule row and line', async () => {
  const [result] = await results(`test "why" on data
  expect key_accounts
    | account_id | contact_density | risk | priority |
    | A2         | 41              | high | 3.00     |
`);
  expect(
    result?.failures.map(({ what, why }) => [
      what,
      why.map((reason) => {
        if (reason.kind === 'metric')
          return [reason.metric.display, reason.metric.threshold?.text, reason.metric.rules[0]?.text];
        if (reason.kind === 'level') return [reason.level.value, reason.level.rule?.text, reason.level.rule?.line];
        return reason.kind === 'score' ? reason.score.terms.map(({ name }) => name) : reason.rule.text;
      }),
    ]),
  ).toEqual([
    ['contact_density', [['40.00', '≥ 5', '| >= 5            | >= 15%         | >= 60%              |']]],
    ['risk', [['low', '| 0      | low    | 1      | "{failed} of {judged} failed" |', 38]]],
  ]);
  expect(result?.comparisons).toEqual([
    {
      population: 'key_accounts',
      columns: ['account_id', 'contact_density', 'risk', 'priority'],
      rows: [
        {
          of: 'A2',
          file: 'rules.bench',
          line: 49,
          found: true,
          cells: [
            { expected: 'A2', actual: 'A2', matches: true },
            { expected: '41', actual: '40.00', matches: false },
            { expected: 'high', actual: 'low', matches: false },
            { expected: '3.00', actual: '3.00', matches: true },
          ],
        },
      ],
    },
  ]);
});
