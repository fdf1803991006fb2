import { expect, test } from 'vitest';
import { withActions } from '../../../src/run/counterfactual/with-actions.js';
import { evaluate } from '../../../src/run/figures.js';
import { named } from '../../../src/sql/names.js';
import { files } from '../../support/answers.js';
import { columnsOf, databaseRows, executed, rowsOf } from '../../support/executed.js';
import { rules } from '../../support/rules.js';

const VISITS = `visit_id,account_id,minutes
1,A2,30
-4,A3,90
`;

const visits = `source visits from "visits.csv" key visit_id
  | column     | type             | from            |
  | visit_id   | number           |                 |
  | account_id | text -> accounts |                 |
  | minutes    | count            |                 |
  | long       | boolean          | = minutes >= 60 |
metric long_visits in count
  = count(visits where long)
`;

const withVisits = { ...files, 'visits.csv': VISITS };

test('a number as a key lies below all there are, and derived columns follow what is added and set', async () => {
  const more = `${visits}
action visit
  on key_accounts
  adds visits
    | minutes |
    | 60      |
    | 45      |
action stay
  on key_accounts
  after visit
  sets visits.minutes to visits.minutes + 20
`;
  const before = await executed(rules({ more }), withVisits);
  const after = await withActions(before, [
    { action: 'visit', on: ['A2'] },
    { action: 'stay', on: ['A2', 'A3'] },
  ]);
  // A3 is not visited, so nobody stays there longer.
  expect(await rowsOf(after, 'visits')).toEqual([
    [-6, 'A2', 65, true],
    [-5, 'A2', 80, true],
    [-4, 'A3', 90, true],
    [1, 'A2', 50, false],
  ]);
  expect(await columnsOf(after, named.metric('long_visits'))).toEqual({ A1: 0, A2: 2, A3: 1, A4: 0 });
});

test('entities of another source, whose rows an action sets: everybody is measured again', async () => {
  const more = `population people of contacts
action promotion
  on key_accounts
  sets contacts.level to "VP" where contacts.department = "销售"
check count(people where level = "VP") >= 0
`;
  const before = await executed(rules({ more }), files);
  const after = await withActions(before, [{ action: 'promotion', on: ['A3'] }]);
  const [check] = before.plan.model.checks;
  if (check === undefined) throw new Error('there is a check');
  expect((await evaluate(check.condition.left, before))?.numerator.toNumber()).toBe(1);
  expect((await evaluate(check.condition.left, after))?.numerator.toNumber()).toBe(2);
});

test('figures of rows, and of another population, see what the actions did', async () => {
  const more = `population everyone of accounts
action sponsor
  on key_accounts
  adds contacts
    | level   | department |
    | C-level | 运营       |
check count(contacts where level = "C-level") >= 0
check count(everyone where decision_share > 0%) >= 0
`;
  const before = await executed(rules({ more }), files);
  const after = await withActions(before, [{ action: 'sponsor', on: ['A1', 'A4'] }]);
  const figures = before.plan.model.checks.map(({ condition }) => condition.left);
  const values = async (run: typeof before): Promise<readonly unknown[]> =>
    Promise.all(figures.map(async (figure) => (await evaluate(figure, run))?.numerator.toNumber()));
  expect(await values(before)).toEqual([0, 1]);
  expect(await values(after)).toEqual([2, 3]);
});

test('the same actions under another scenario, and the run before as it was', async () => {
  const more = `action sponsor
  on key_accounts
  adds contacts
    | level   | department |
    | C-level | 运营       |
`;
  const before = await executed(rules({ more }), files);
  const untouched = await databaseRows(before.database, before.scored.table);
  const after = await withActions(before, [{ action: 'sponsor', on: ['A3'] }]);
  const again = await after.again(after.plan.model);
  expect(await columnsOf(again, named.failed)).toEqual(await columnsOf(after, named.failed));
  expect(await databaseRows(before.database, before.scored.table)).toEqual(untouched);
});

test('an action that the rulebook does not declare, and one that is taken twice', async () => {
  const before = await executed(rules(), files);
  await expect(withActions(before, [{ action: 'visit', on: 'eligible' }])).rejects.toThrow('no action is called visit');
  const some = await executed(rules({ more: 'action growth\n  on key_accounts\n  sets employees to 5\n' }), files);
  const twice = ['A1', 'A2'].map((key) => ({ action: 'growth', on: [key] }));
  await expect(withActions(some, twice)).rejects.toThrow('an action is taken twice');
});
