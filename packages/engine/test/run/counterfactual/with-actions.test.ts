import { expect, test } from 'vitest';
import { withActions } from '../../../src/run/counterfactual/with-actions.js';
import { named } from '../../../src/sql/names.js';
import { files } from '../../support/answers.js';
import { columnsOf, databaseRows, executed, rowsOf } from '../../support/executed.js';
import { rules } from '../../support/rules.js';

/** A C-level contact for those at the high level who have none. */
const sponsor = `action sponsor
  on key_accounts where risk = high
  adds contacts if absent
    | level   | department |
    | C-level | 运营       |
`;

test('a contact at C level turns an account from high to medium, and nobody else', async () => {
  const before = await executed(rules({ more: sponsor }), files);
  expect(await columnsOf(before, named.failed)).toEqual({ A1: 3, A2: 0, A3: 3, A4: 3 });
  const after = await withActions(before, [{ action: 'sponsor', on: ['A3'] }]);
  // 2 contacts over 40,000,000 are 5 per 亿; one of two decides; 2 of 5 departments are 40%.
  expect(await columnsOf(after, named.metric('contact_density'))).toEqual({ A1: 0, A2: 40, A3: 5, A4: 0 });
  expect(await columnsOf(after, named.failed)).toEqual({ A1: 3, A2: 0, A3: 1, A4: 3 });
});

test('taken on all who are eligible, by default in the order of their keys', async () => {
  const before = await executed(rules({ more: sponsor }), files);
  const after = await withActions(before, [{ action: 'sponsor', on: 'eligible' }]);
  // 1 contact over 90,000,000 and over 20,000,000; it decides; one department of five.
  expect(await columnsOf(after, named.metric('contact_density'))).toEqual({ A1: 100 / 90, A2: 40, A3: 5, A4: 5 });
  expect(await columnsOf(after, named.failed)).toEqual({ A1: 2, A2: 0, A3: 1, A4: 1 });
});

test('rows that are there already are not added, keys begin with a blank, and the data stays what it was', async () => {
  const twice = `${sponsor}
action again
  on key_accounts
  adds contacts if absent
    | level   | department |
    | C-level | 运营       |
    | 经理    | 销售       |
`;
  const before = await executed(rules({ more: twice }), files);
  const after = await withActions(before, [
    { action: 'again', on: ['A1', 'A3'] },
    { action: 'sponsor', on: ['A3'] },
  ]);
  // A3 has a manager in sales, and its sponsor from the action before; A1 gets both.
  expect(await rowsOf(after, 'contacts')).toEqual(
    [
      ...(await rowsOf(before, 'contacts')),
      [' again 1.1 A1', 'A1', '运营', 'C-level'],
      [' again 1.2 A1', 'A1', '销售', '经理'],
      [' sponsor 1.1 A3', 'A3', '运营', 'C-level'],
    ].sort(),
  );
  expect(await rowsOf(before, 'contacts')).toHaveLength(5);
  expect(await columnsOf(before, named.failed)).toEqual({ A1: 3, A2: 0, A3: 3, A4: 3 });
});

test('limits: so many rows for one account, so many accounts in all, and what must come before', async () => {
  const more = `action departments
  on key_accounts top 3 by annual_revenue
  after sponsor
  adds contacts
    | department | level |
    | 销售       | 专员  |
    | 财务       | 专员  |
    | IT         | 专员  |
  at most 2 per account
action sponsor
  on key_accounts where risk = high
  adds contacts
    | level   | department |
    | C-level | 运营       |
  at most 2 in all
`;
  const before = await executed(rules({ more }), files);
  const added = async (...actions: readonly string[]): Promise<readonly unknown[]> => {
    const after = await withActions(
      before,
      actions.map((action) => ({ action, on: 'eligible' })),
    );
    const real = new Set((await rowsOf(before, 'contacts')).map(([key]) => key));
    return (await rowsOf(after, 'contacts')).flatMap(([key]) => (real.has(key) ? [] : [key]));
  };
  expect(await added('sponsor')).toEqual([' sponsor 1.1 A1', ' sponsor 1.1 A3']);
  expect(await added('departments')).toEqual([]);
  // The three largest are A1, A3 and A4; A4 has no sponsor.
  expect(await added('departments', 'sponsor')).toEqual([
    ' departments 1.1 A1',
    ' departments 1.1 A3',
    ' departments 1.2 A1',
    ' departments 1.2 A3',
    ' sponsor 1.1 A1',
    ' sponsor 1.1 A3',
  ]);
});

test('values that are set: of the account itself and of rows that point at it; one after another', async () => {
  const more = `action growth
  on key_accounts
  sets annual_revenue to annual_revenue * 50%
  sets contacts.level to "VP" where contacts.department = "销售" and employees > 100
action more_growth
  on key_accounts
  sets annual_revenue to annual_revenue * 50%
`;
  const before = await executed(rules({ more }), files);
  const after = await withActions(before, [
    { action: 'growth', on: ['A2', 'A3'] },
    { action: 'more_growth', on: ['A3'] },
  ]);
  // 40 and 10 million: A3 twice, A2 once. A2 has 80 employees, A3 1,200.
  expect(await columnsOf(after, named.column('annual_revenue'), named.metric('decision_share'))).toEqual({
    A1: [90_000_000, 0],
    A2: [5_000_000, 0.25],
    A3: [10_000_000, 1],
    A4: [20_000_000, 0],
  });
});

test('nobody is ranked anew: the standing of all is that of the run before', async () => {
  const more = `action growth
  on key_accounts
  sets annual_revenue to 900M CNY
tier service of key_accounts by annual_revenue
  | rank | service |
  | 1    | 战略    |
  | else | 潜力    |
`;
  const peers = `benchmark generic
  | contact_density |
  | >= p50          |
  peers at least 1
apply generic to key_accounts
`;
  const level = `level risk
  | failed | risk | points |
  | >= 1   | high | 3      |
  | 0      | low  | 1      |
`;
  const before = await executed(rules({ more, benchmark: peers, level }), files);
  const standing = ['percent_rank_1', named.tierRank('service'), named.threshold('contact_density')];
  const after = await withActions(before, [{ action: 'growth', on: ['A2'] }]);
  expect(await columnsOf(before, ...standing)).toEqual({
    A1: [1, 1, 1.25],
    A2: [0, 4, 1.25],
    A3: [2 / 3, 2, 1.25],
    A4: [1 / 3, 3, 1.25],
  });
  expect(await columnsOf(after, ...standing)).toEqual(await columnsOf(before, ...standing));
  // 4 contacts over 900 million pass the old median no more.
  expect(await columnsOf(after, named.metric('contact_density'), named.failed)).toMatchObject({ A2: [4 / 9, 1] });
});

test('those who are touched, measured again alone, are what they are when everybody is', async () => {
  const more = `${sponsor}
action growth
  on key_accounts
  sets employees to employees * 110%
  sets contacts.department to "HR" where contacts.level = "专员"
`;
  const before = await executed(rules({ more }), files);
  const taken = [
    { action: 'sponsor', on: ['A1', 'A3'] },
    { action: 'growth', on: ['A2'] },
  ];
  const all = async (everybody: boolean): Promise<unknown> => {
    const { database, scored } = await withActions(before, taken, { everybody });
    return databaseRows(database, scored.table);
  };
  expect(await all(false)).toEqual(await all(true));
});
