import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostWithFailures } from '../../src/analysis/planning/clashes/most-with-failures.js';
import { nearest } from '../../src/analysis/planning/clashes/nearest.js';
import type { Clash } from '../../src/index.js';
import { modelOf, workbook } from '../support/project.js';

async function clashesOf(text: string, files: Record<string, string> = {}): Promise<readonly Clash[]> {
  const book = await workbook({ ...files, 'rules.bench': `rulebook plan\n${text}` });
  const { clashes } = await book.plan(await modelOf(book));
  return clashes;
}

/** Of a rulebook that ships with the project. */
async function clashesIn(scenario: string): Promise<readonly Clash[]> {
  const file = fileURLToPath(new URL(`../../../../scenarios/${scenario}/${scenario}.bench`, import.meta.url));
  const book = await workbook({ 'rules.bench': await readFile(file, 'utf8') });
  const { clashes } = await book.plan(await modelOf(book));
  return clashes;
}

const brief = ({ kind, statements, arithmetic }: Clash) => [kind, statements[0]?.text, ...arithmetic];

describe('what the stated plans say', () => {
  test('the retention plan', async () => {
    const clashes = await clashesIn('retention');
    expect(clashes.map(brief)).toEqual([
      [
        'contradiction',
        'require market * (1 + market_growth * 1 year) * (1 + market_growth * 1 year) >= 1.2万亿 CNY',
        '800,000,000,000.00 CNY × (1.00 + 12.30% per year × 1.0 years) × (1.00 + 12.30% per year × 1.0 years) = 1,008,903,200,000.00 CNY',
      ],
      [
        'contradiction',
        'require churn_now / churn_goal = 1 + lifetime_value_gain',
        '18.00% ÷ 8.00% = 2.25',
        '1.00 + 35.00% = 135.00%',
      ],
      [
        'contradiction',
        'require value_over_cost * (1 + lifetime_value_gain) / (1 - acquisition_cost_cut) >= 5',
        '3.00 × (1.00 + 35.00%) ÷ (1.00 − 15.00%) = 4.76',
      ],
      ['contradiction', 'require tail_cost_share < tail_revenue_share'],
      ['drift', 'require technology.total = 2_500万 CNY'],
      ['drift', 'require strategic_churn = 3%'],
      ['drift', 'require key_churn = 8%'],
      ['drift', 'require cooperation_index = 75'],
      ['drift', 'require referral_share = 40%'],
    ]);
    // What would have to be true: a ratio of 3.15 to start from.
    expect(clashes[2]?.ways[0]).toEqual({ path: 'value_over_cost', from: '3', to: '3.15' });
    expect(clashes[1]?.ways).toEqual([
      { path: 'churn_now', from: '18%', to: '10.8%' },
      { path: 'churn_goal', from: '8%', to: '13.3333%' },
    ]);
    expect(clashes[4]?.statements.map(({ text }) => text)).toEqual([
      'require technology.total = 2_500万 CNY',
      'technology[CRM].total = 500万 CNY',
      'technology[AI].total = 800万 CNY',
    ]);
  });

  test('the customer-source plan', async () => {
    expect((await clashesIn('matching')).map(brief)).toEqual([
      [
        'contradiction',
        'require 1 - acquisition_cost_goal / average_acquisition_cost = acquisition_cost_cut',
        '1.00 − 302.00 CNY ÷ 487.00 CNY = 0.38',
      ],
      [
        'contradiction',
        'require fair_cost / fair_leads <= average_acquisition_cost',
        '500,000.00 CNY ÷ 200.00 = 2,500.00 CNY',
      ],
      [
        'contradiction',
        'require fair_cost / (fair_leads * fair_conversion) <= average_acquisition_cost',
        '500,000.00 CNY ÷ (200.00 × 4.00%) = 62,500.00 CNY',
      ],
      ['drift', 'require online_share = 50%'],
      ['drift', 'require churn = 15%'],
    ]);
  });

  test('the charter', async () => {
    expect((await clashesIn('department')).map(brief)).toEqual([
      ['ambiguous', 'sales_growth = 15% per quarter', '(100% + 15.00%)^4 − 100% = 74.90%', '4 × 15.00% = 60.00%'],
    ]);
  });

  test('the acquisition plan', async () => {
    expect((await clashesIn('acquisition')).map(brief)).toEqual([
      ['contradiction', 'require tool_trial <= second_stage'],
      ['contradiction', 'require new_customers / developers <= 20', '1,200.00 ÷ 9 = 133.33'],
    ]);
  });
});

const LEVELS = `source accounts from "accounts.csv" key id
  | column | type  |
  | id     | text  |
  | one    | count |
  | two    | count |
  | three  | count |
population all of accounts
metric first = one
metric second = two
metric third = three
benchmark enough
  | first | second | third |
  | >= 1  | >= 1   | >= 1  |
apply enough to all
level risk
  | failed | risk   |
  | >= 2   | high   |
  | 1      | medium |
  | 0      | low    |
`;

/** Eight of ten fail two measures or more. */
const ACCOUNTS = {
  'accounts.csv': `id,one,two,three\n${Array.from({ length: 10 }, (_, row) => (row < 8 ? `${row},0,0,1` : `${row},1,1,1`)).join('\n')}\n`,
};

const goals = (converted: string, more = '') => `${LEVELS}target goals
  | measure                | attain | from |
  | passed(first)          | >= 80% |      |
  | passed(second)         | >= 75% |      |
  | passed(third)          | >= 80% |      |
  | converted(risk = high) | ${converted} | base |
${more}`;

describe('targets for measures and for a level', () => {
  test('what must pass leaves at most 32.5% with two failures: converting 50% of 80% asks for less', async () => {
    const clashes = await clashesOf(goals('>= 50%'), ACCOUNTS);
    expect(clashes.map(brief)).toEqual([
      [
        'dominated',
        'converted(risk = high) >= 50%',
        '(20.00% + 20.00% + 25.00%) ÷ 2 = 32.50%',
        '1 − 32.50% ÷ 80.00% = 59.38%',
        '80.00% × (1 − 50.00%) = 40.00%',
      ],
    ]);
  });

  test('converting 60% asks for more than that, so it stands', async () => {
    expect(await clashesOf(goals('>= 60%'), ACCOUNTS)).toEqual([]);
  });

  test('a measure without a target can be failed by everybody, so nothing follows', async () => {
    const fewer = goals('>= 50%').replace(/.*passed\(third\).*\n/, '');
    expect(await clashesOf(fewer, ACCOUNTS)).toEqual([]);
  });

  test('two targets of one day for one measure are a drift; a later one may be stricter', async () => {
    const other = (by: string, attain: string) =>
      `target again by ${by}\n  | measure | attain |\n  | passed(first) | ${attain} |\n`;
    const two = (text: string) => clashesOf(`${LEVELS}${text}`, ACCOUNTS);
    const first = other('2026-12-31', '>= 80%').replace('again', 'once');
    expect((await two(first + other('2026-12-31', '>= 85%'))).map(brief)).toEqual([['drift', 'passed(first) >= 80%']]);
    expect(await two(first + other('2027-12-31', '>= 85%'))).toEqual([]);
    expect((await two(first + other('2027-12-31', '>= 75%'))).map(({ kind }) => kind)).toEqual(['dominated']);
    expect((await two(first + other('2026-12-31', '<= 70%'))).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['contradiction', 'none can hold'],
    ]);
  });
});

describe('requirements against each other', () => {
  test.each([
    ['require people >= 20\nrequire people >= 15', [['dominated', 'asked more elsewhere']]],
    ['require people >= 20\nrequire 15 <= people', [['dominated', 'asked more elsewhere']]],
    ['require people >= 20\nrequire people >= 20', []],
    ['require people > 20\nrequire people >= 20', [['dominated', 'asked more elsewhere']]],
    ['require people >= 20\nrequire people <= 30', []],
    ['require people >= 20\nrequire people != 30', []],
  ])('%j', async (text, expected) => {
    const clashes = await clashesOf(`param people = 25\n${text}`);
    expect(clashes.map(({ kind, reason }) => [kind, reason])).toEqual(expected);
  });

  test('of two that exclude each other, one fails as well', async () => {
    const clashes = await clashesOf('param people = 25\nrequire people >= 30\nrequire people < 30');
    expect(clashes.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['contradiction', 'does not hold'],
      ['contradiction', 'none can hold'],
    ]);
    expect(clashes[1]?.arithmetic).toEqual(['>= 30.00, < 30.00']);
  });

  test('what holds with the chance asked for is no clash', async () => {
    expect(await clashesOf('param people = 25 ~ 20..30\nrequire people >= 28 with chance >= 10%')).toEqual([]);
  });
});

test('money that accrues without a time could be twelve times as much', async () => {
  const clashes = await clashesOf(`model plan over 12 months
  | flow    | name  | amount             | timing       |
  | benefit | saved | price * 2          | from month 2 |
  | cost    | rent  | 120 CNY per month  | from month 2 |
param price = 60 CNY
`);
  expect(clashes.map(({ kind, reason, arithmetic }) => [kind, reason, arithmetic])).toEqual([
    ['ambiguous', 'money without a time', ['120.00 CNY ÷ 12 = 10.00 CNY', '120.00 CNY × 12 = 1,440.00 CNY']],
  ]);
});

describe('how much can fail', () => {
  test.each([
    [[0.2, 0.25, 0.2], 2, 0.325],
    [[0.2, 0.25, 0.2], 1, 0.65],
    [[0.2, 0.25, 0.2], 3, 0.2],
    // Everybody may fail the first, so two failures are one of the others.
    [[1, 0.1, 0.1], 2, 0.2],
    [[0.9, 0.9], 1, 1],
  ])('shares %j, at least %i', (shares, least, most) => {
    expect(mostWithFailures(shares, least).share).toBeCloseTo(most, 12);
  });

  test('no entities whatever exceed the bound', () => {
    const entity = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(entity, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (rows, least) => {
        const shares = [0, 1, 2, 3].map((column) => rows.filter((row) => row[column]).length / rows.length);
        const found = rows.filter((row) => row.filter(Boolean).length >= least).length / rows.length;
        expect(found).toBeLessThanOrEqual(mostWithFailures(shares, least).share + 1e-12);
      }),
    );
  });
});

test('the nearest value that holds, with few digits, on the right side', () => {
  const search = { low: 0, high: Infinity, whole: false, gap: null };
  expect(nearest({ ...search, from: 3, holds: (value) => value >= 3.1481 })).toBe(3.15);
  expect(nearest({ ...search, from: 3, holds: (value) => value < 2 })).toBe(1.99);
  expect(nearest({ ...search, from: 3, whole: true, holds: (value) => value >= 3.2 })).toBe(4);
  expect(nearest({ ...search, from: 3, high: 3.1, holds: (value) => value >= 3.2 })).toBeNull();
  expect(
    nearest({ ...search, from: 3, holds: (value) => value === Math.E, gap: (value) => value - Math.E }),
  ).toBeCloseTo(Math.E, 12);
});
