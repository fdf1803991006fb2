import { expect, test } from 'vitest';
import type { Report } from '../../src/index.js';
import { files, reportOf } from '../support/answers.js';
import { modelOf, workbook } from '../support/project.js';
import { ACCOUNTS, CONTACTS, parts, rules } from '../support/rules.js';

/** A1, A3 and A4 are high, A2 is low; contact_density is passed by A2 alone. */

const target = async (rows: string): Promise<readonly unknown[]> => {
  const { targets } = await reportOf({
    more: `target goals of key_accounts by 2025-12-31\n  | measure | attain |\n${rows}`,
  });
  return (targets[0]?.rows ?? []).map(({ display, attain_display, met, gap_display, entities_short }) => [
    display,
    attain_display,
    met,
    gap_display,
    entities_short,
  ]);
};

test.each([
  ['passed(contact_density) | >= 80%', ['25.0%', '≥ 80%', false, '55.0 pp', 3]],
  ['passed(contact_density) | >= 25%', ['25.0%', '≥ 25%', true, '', 0]],
  ['passed(contact_density) | > 25%', ['25.0%', '> 25%', false, '', 1]],
  ['passed(contact_density) | >= 32.5%', ['25.0%', '≥ 32.5%', false, '7.5 pp', 1]],
  ['failed(contact_density) | <= 30%', ['75.0%', '≤ 30%', false, '45.0 pp', 2]],
  ['share(risk = high) | <= 75%', ['75.0%', '≤ 75%', true, '', 0]],
  ['share(risk = high) | < 75%', ['75.0%', '< 75%', false, '', 1]],
  ['share(risk = high) | 40%..60%', ['75.0%', '40% – 60%', false, '15.0 pp', 1]],
  ['share(risk = low) | 40%..60%', ['25.0%', '40% – 60%', false, '15.0 pp', 1]],
  ['share(risk = high) | 75%..80%', ['75.0%', '75% – 80%', true, '', 0]],
  ['share(risk = high) | 50%..<75%', ['75.0%', '50% – < 75%', false, '', 1]],
  ['unknown(contact_density) | <= 0%', ['0.0%', '≤ 0%', true, '', 0]],
  ['count(risk = high) | <= 1', ['3', '≤ 1', false, '2', null]],
  ['mean(contact_density) | >= 20', ['10.63', '≥ 20', false, '9.38', null]],
  [
    'median(annual_revenue) | >= 5_000万 CNY',
    ['30,000,000.00 CNY', '≥ 50,000,000 CNY', false, '20,000,000.00 CNY', null],
  ],
  ['p90(employees) | <= 1_000', ['1,060', '≤ 1,000', false, '60', null]],
  ['count(risk = high) / count(key_accounts) | <= 0.75', ['0.75', '≤ 0.75', true, '', null]],
])('a target of %s', async (row, expected) => {
  expect(await target(`  | ${row} |\n`)).toEqual([expected]);
});

test('a target without a value says why', async () => {
  const { targets } = await reportOf({
    more: `target goals of key_accounts
  | measure                | attain | from |
  | converted(risk = high) | >= 60% | base |
  | passed(twice)          | >= 60% | -    |
metric twice in contacts per 亿元
  = contact_density * 2
`,
  });
  expect(targets[0]?.rows.map(({ value, display, met, because }) => [value, display, met, because])).toEqual([
    [null, '–', null, 'compares with the run of base, which this is: run a scenario'],
    [null, '–', null, 'nothing to measure it on'],
  ]);
});

const checked = async (
  checks: string,
  others: Readonly<Record<string, string>> = {},
  replaced: Parameters<typeof rules>[0] = {},
): Promise<readonly unknown[]> =>
  found(await reportOf({ ...replaced, more: `${replaced.more ?? ''}${checks}` }, others));
const found = ({ checks }: Report): readonly unknown[] =>
  checks.map(({ severity, holds, found: what }) => [severity, holds, what]);

test('checks look at the rows of sources', async () => {
  const accounts = ACCOUNTS.replace('制造业', '');
  const contacts = `${CONTACTS}C6,A9,销售,经理\n`;
  expect(
    await checked(
      `check unique(accounts.name)
check unique(accounts.industry) else warn
check unique(contacts.department) else warn
check missing(accounts.industry) <= 5%
check missing(accounts.industry) <= 25% else warn
check orphans(contacts.account_id) <= 10%
check count(contacts) = 6
check count(contacts where level = "VP") = 1
check sum(accounts.annual_revenue) >= 1亿5千万元
check mean(accounts.employees where industry is missing) = 1_200
`,
      { 'accounts.csv': accounts, 'contacts.csv': contacts },
    ),
  ).toEqual([
    ['error', true, 'yes'],
    ['warning', true, 'yes'],
    ['warning', false, 'no'],
    ['error', false, '25.00%'],
    ['warning', true, '25.00%'],
    ['error', false, '16.67%'],
    ['error', true, '6'],
    ['error', true, '1'],
    ['error', true, '160,000,000.00 CNY'],
    ['error', true, '1,200'],
  ]);
});

test('nothing can be told of a source that nobody has', async () => {
  const contacts = parts.contacts.replace('from "contacts.csv"', 'not available');
  const checks = `check count(contacts) >= 1
check unique(contacts.contact_id)
check missing(contacts.level) <= 5%
check orphans(contacts.account_id) <= 5%
`;
  expect(await checked(checks, {}, { contacts })).toEqual([
    ['error', null, '–'],
    ['error', null, '–'],
    ['error', null, '–'],
    ['error', null, '–'],
  ]);
});

test("a figure about a source's rows may ask for bands, metrics and aggregates of them", async () => {
  const population = 'population key_accounts of accounts\n  where annual_revenue > 15M CNY\n';
  const more = `band size
  | employees | size  |
  | < 200     | small |
  | >= 200    | big   |
`;
  const checks = `check count(accounts where size = small) = 1
check count(accounts where contact_density > 0) = 2
check count(accounts where count(contacts) = 0) = 2
check mean(accounts.annual_revenue where contact_density > 0) = 25M CNY
`;
  expect(await checked(checks, {}, { population, more })).toEqual([
    ['error', true, '1'],
    ['error', true, '2'],
    ['error', true, '2'],
    ['error', true, '25,000,000.00 CNY'],
  ]);
});

test('each figure is about its own population, in checks and in tests', async () => {
  const text = rules({
    more: `population small of accounts
  where annual_revenue < 30M CNY
apply generic to small
check count(small) = 2
check count(risk = high of key_accounts) / count(risk = high of small) = 3
check mean(annual_revenue of small) = 15M CNY
test "both" on data
  expect count(key_accounts) = 4
  expect count(small) = 2
  expect count(small) / count(key_accounts) = 0.5
  expect count(risk = high of small) + count(risk = high of key_accounts) = 4
test "both, given"
  given key_accounts
    | account_id | annual_revenue |
    | A1         | 10M CNY        |
    | A2         | 10M CNY        |
  given accounts
    | account_id | annual_revenue |
    | B1         | 10M CNY        |
    | B2         | 40M CNY        |
    | B3         | 20M CNY        |
  expect count(key_accounts) = 2
  expect count(small) = 2
  expect count(small) * count(key_accounts) = 4
  expect mean(annual_revenue of small) = 15M CNY
`,
  });
  const book = await workbook({ ...files, 'rules.bench': text });
  const model = await modelOf(book);
  for (const population of ['key_accounts', 'small']) {
    const report = await (await book.run(model, { population })).report('en');
    expect(found(report)).toEqual([
      ['error', true, '2'],
      ['error', true, '3.00'],
      ['error', true, '15,000,000.00 CNY'],
    ]);
  }
  expect(await book.test(model)).toMatchObject([
    { name: 'both', outcome: 'passed', failures: [] },
    { name: 'both, given', outcome: 'passed', failures: [] },
  ]);
});
