import { expect, test } from 'vitest';
import { dimensionOf, levelOf, reportOf, scoreOf, shownBy, statesOf } from '../support/answers.js';
import { ACCOUNTS, parts } from '../support/rules.js';

/** A1 金融服务业 500, A2 医疗 80, A3 制造业 1200, A4 科技业 without a headcount. */
const shown = async (
  tables: string,
  what: string,
  accounts = ACCOUNTS,
): Promise<Readonly<Record<string, string | number | null>>> => {
  const report = await reportOf({ more: `${tables}show key_accounts by ${what}\n` }, { 'accounts.csv': accounts });
  const keys: Readonly<Record<string, string>> = {
    'Shaw Inc': 'A1',
    'Castillo Ltd': 'A2',
    恒泰精密: 'A3',
    'Gonzalez Inc': 'A4',
  };
  const rows = shownBy(report).map(([name, value = null]) => [keys[String(name)] ?? '', value] as const);
  return Object.fromEntries(rows.toSorted());
};

test('the upper of several matching rows wins in a table that says `first`', async () => {
  const table = `table view first
  | employees | industry   | -> view |
  | >= 1_000  | -          | giant   |
  | >= 100    | 金融服务业 | bank    |
  | >= 100    | -          | firm    |
  | -         | -          | other   |
`;
  // A4 has no headcount: the rows above the last one may or may not be its own.
  expect(await shown(table, 'view')).toEqual({ A1: 'bank', A2: 'other', A3: 'giant', A4: null });
});

test('a row for `missing` decides for rows without a value, wherever it stands', async () => {
  const table = `table view first
  | employees | -> view |
  | >= 1_000  | giant   |
  | missing   | unasked |
  | -         | other   |
`;
  expect(await shown(table, 'view')).toEqual({ A1: 'other', A2: 'other', A3: 'giant', A4: 'unasked' });
});

test('in a table that says `any` rows may overlap as long as they agree', async () => {
  const table = `table large any
  | employees | industry   | -> large |
  | >= 1_000  | -          | yes      |
  | -         | 制造业     | yes      |
  | < 1_000   | 金融服务业 | no       |
`;
  expect(await shown(table, 'large')).toEqual({ A1: 'no', A2: null, A3: 'yes', A4: null });
});

test('`else` is any known value that the column does not list, column by column', async () => {
  const table = `table both
  | industry   | employees | -> both       |
  | 金融服务业 | < 200     | small bank    |
  | 金融服务业 | else      | bank          |
  | else       | < 200     | small         |
  | else       | else      | other         |
  | missing    | -         | no industry   |
`;
  const accounts = ACCOUNTS.replace('制造业', '');
  expect(await shown(table, 'both', accounts)).toEqual({ A1: 'bank', A2: 'small', A3: 'no industry', A4: null });
});

test.each([
  ['contains "INC"', ['A1', 'A4']],
  ['starts "castillo"', ['A2']],
  ['ends "ltd"', ['A2']],
  ['word "inc"', ['A1', 'A4']],
  ['word "in"', []],
  ['not "Shaw Inc", "恒泰精密"', ['A2', 'A4']],
  ['contains "castillo", "恒泰"', ['A2', 'A3']],
])('a text is matched by %s', async (condition, keys) => {
  const table = `table found
  | name | -> found |
  | ${condition} | yes |
  | else | no |
`;
  const found = await shown(table, 'found');
  expect(Object.keys(found).filter((key) => found[key] === 'yes')).toEqual(keys);
});

test('signs of search patterns mean themselves', async () => {
  const accounts = ACCOUNTS.replace('Shaw Inc', 'C++ (China)')
    .replace('Castillo Ltd', 'Cxx China')
    .replace('Gonzalez Inc', '100% | a.b');
  const report = await reportOf(
    {
      more: `table kind first
  | name                              | -> kind |
  | word "c++ (china)"                | exact   |
  | contains "a.b"                    | dotted  |
  | contains "%", "_"                 | percent |
  | -                                 | other   |
show kind as bars
`,
    },
    { 'accounts.csv': accounts },
  );
  expect(shownBy(report)).toEqual([
    ['other', 2],
    ['dotted', 1],
    ['exact', 1],
  ]);
});

const dated = `${parts.accounts}  | active         | boolean   |      |
  | since          | date      |      |
`;
const DATED = `account_id,name,industry,annual_revenue,employees,active,since
A1,Shaw Inc,金融服务业,90000000,500,yes,2023-12-31
A2,Castillo Ltd,医疗,10000000,80,no,2024-01-01
A3,恒泰精密,制造业,40000000,1200,yes,2024-06-30
A4,Gonzalez Inc,科技业,20000000,,,
`;

test('dates and truth values are conditions like any other', async () => {
  const report = await reportOf(
    {
      accounts: dated,
      more: `band age
  | since                    | age |
  | < 2024-01-01             | old |
  | 2024-01-01..<2024-06-30  | mid |
  | >= 2024-06-30            | new |
band state
  | active  | state   |
  | yes     | active  |
  | no      | idle    |
  | missing | unclear |
show key_accounts by age, state
`,
    },
    { 'accounts.csv': DATED },
  );
  expect(shownBy(report).map((row) => row.slice(0, 3))).toEqual([
    ['Shaw Inc', 'old', 'active'],
    ['恒泰精密', 'new', 'active'],
    ['Gonzalez Inc', null, 'unclear'],
    ['Castillo Ltd', 'mid', 'idle'],
  ]);
});

test('a range takes its upper end with `..` and leaves it with `..<`', async () => {
  const band = (range: string): string => `band size
  | employees | size |
  | ${range} | in |
show key_accounts by size
`;
  const inside = async (range: string): Promise<readonly string[]> => {
    const report = await reportOf({
      more: band(range).replace(
        'show key_accounts by size\n',
        'benchmark by_size\n  | size | contact_density |\n  | else | - |\n',
      ),
    });
    const size = dimensionOf(report, 'size');
    return Object.keys(size).filter((key) => size[key] === 'in');
  };
  expect(await inside('80..500')).toEqual(['A1', 'A2']);
  expect(await inside('80..<500')).toEqual(['A2']);
  expect(await inside('> 80')).toEqual(['A1', 'A3']);
  expect(await inside('80, 1_200')).toEqual(['A2', 'A3']);
  expect(await inside('not 80')).toEqual(['A1', 'A3']);
});

test('a value in a gap between the rows of a band is in no band, and no row of a benchmark by it can be told', async () => {
  const report = await reportOf({
    benchmark: `band size
  | employees | size  |
  | < 100     | small |
  | >= 1_000  | big   |
benchmark by_size
  | size  | contact_density |
  | small | >= 5            |
  | big   | >= 2            |
apply by_size to key_accounts
`,
  });
  expect(dimensionOf(report, 'size')).toEqual({ A1: null, A2: 'small', A3: 'big', A4: null });
  expect(statesOf(report, 'contact_density')).toEqual([2, 0, 2, 0]);
  expect(report.notices.find(({ code }) => code === 'R308')?.text).toBe(
    'No row of by_size can be told for 2: their size is missing or not listed. Add a `missing` or an `else` row to decide.',
  );
});

test('a table is called with any value that fits, whatever its unit', async () => {
  const report = await reportOf({
    more: `table fee
  | annual_revenue | -> fee |
  | < 30M CNY      | 1      |
  | else           | 2      |
metric revenue in 万元
  = annual_revenue
metric charged in number
  = fee(revenue)
`,
  });
  expect(report.ranking.map(({ key, metrics }) => [key, metrics.revenue, metrics.charged])).toEqual([
    ['A1', 9_000, 2],
    ['A3', 4_000, 2],
    ['A4', 2_000, 1],
    ['A2', 1_000, 1],
  ]);
});

test('a table of two outputs gives each by its name', async () => {
  const report = await reportOf({
    more: `table plan
  | industry | -> visits | calls |
  | 医疗     | 4         | 12    |
  | else     | 1         | 2     |
metric effort of accounts in number
  = plan.visits * 10 + plan.calls
`,
  });
  expect(report.ranking.map(({ key, metrics }) => [key, metrics.effort])).toEqual([
    ['A1', 12],
    ['A3', 12],
    ['A4', 12],
    ['A2', 52],
  ]);
});

test('several levels are judged side by side, and a level may look at more than the counts', async () => {
  const report = await reportOf({
    level: `${parts.level}level action
  | failed | industry   | action |
  | >= 2   | 金融服务业 | visit  |
  | >= 2   | else       | call   |
  | < 2    | -          | wait   |
`,
  });
  expect(report.levels).toEqual({
    risk: { high: 3, medium: 0, low: 1, unknown: 0 },
    action: { visit: 1, call: 2, wait: 1, unknown: 0 },
  });
  expect(levelOf(report)).toEqual({ A1: 'high', A2: 'low', A3: 'high', A4: 'high' });
});

test('a level holds for whoever it is certain, whichever of its conditions are unknown', async () => {
  const report = await reportOf(
    {
      metrics: `metric contact_density in contacts per 亿元
  = count(contacts) / annual_revenue
metric decision_share in percent
  = count(contacts where level = "VP") / count(contacts)
`,
      benchmark: `benchmark generic
  | contact_density | decision_share |
  | >= 5            | >= 15%         |
apply generic to key_accounts
`,
      level: `level action
  | failed | industry   | action |
  | >= 1   | 金融服务业 | visit  |
  | >= 1   | else       | call   |
  | 0      | -          | wait   |
level told
  | unknown | told |
  | 0       | all  |
  | >= 1    | some |
`,
      score: '',
    },
    { 'accounts.csv': ACCOUNTS.replace('科技业', '') },
  );
  // A1 and A4 have no share, but fail by density: A1 is a bank, A4 has no industry.
  expect(levelOf(report)).toEqual({ A1: 'visit', A2: 'wait', A3: 'call', A4: null });
  expect(report.levels.told).toEqual({ all: 2, some: 2, unknown: 0 });
});

test('points of a level are whatever its row gives, and nothing where the level is unknown', async () => {
  const report = await reportOf({
    benchmark: `band size
  | employees | size  |
  | < 1_000   | small |
  | >= 1_000  | big   |
benchmark by_size
  | size  | contact_density |
  | small | >= 5            |
  | big   | >= 2            |
apply by_size to key_accounts
`,
    level: `level risk
  | failed | risk | points |
  | 1      | high | 2.5    |
  | 0      | low  | -      |
`,
    score: `score priority of key_accounts
  | term | weight | value       |
  | risk | 100%   | risk.points |
`,
  });
  expect(levelOf(report)).toEqual({ A1: 'high', A2: 'low', A3: 'low', A4: null });
  expect(scoreOf(report)).toEqual({ A1: '2.50', A2: '–', A3: '–', A4: '–' });
});

test('the reason is that of the very row, where several give one label', async () => {
  const report = await reportOf({
    level: `level risk
  | failed | industry   | risk | points | because               |
  | >= 2   | 金融服务业 | high | 3      | "a bank, {failed} of {judged}" |
  | >= 2   | else       | high | 3      | "{failed} of {judged}, {passed} passed, {unknown} unknown" |
  | < 2    | -          | low  | 1      | -                     |
`,
  });
  expect(report.ranking.map(({ key, because }) => [key, because])).toEqual([
    ['A1', 'a bank, 3 of 3'],
    ['A3', '3 of 3, 0 passed, 0 unknown'],
    ['A4', '3 of 3, 0 passed, 0 unknown'],
    ['A2', null],
  ]);
});
