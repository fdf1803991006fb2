import { describe, expect, test } from 'vitest';
import { codes, planned } from './plan.js';

const action = (clauses: string) =>
  `action a\n  on key_accounts where risk = high\n  adds contacts\n    | level | department | fee |\n    | VP    | IT         | 5 CNY |\n${clauses}`;
const only = (clauses: string) => planned(action(clauses)).actions.find((one) => one.name === 'a')!;

describe('an action', () => {
  test('is taken on the eligible of a population, the first by some value', () => {
    expect(planned('').actions[0]).toMatchObject({
      population: 'key_accounts',
      where: { kind: 'compare', operator: '=' },
      top: { amount: { kind: 'rows', rows: { path: 'executive_sponsor.top' } }, by: { column: 'annual_revenue' } },
    });
  });

  test('adds rows that point at the entity, unless it has such rows', () => {
    expect(planned('').actions[0]?.adds).toMatchObject([
      {
        source: 'contacts',
        via: 'account_id',
        absent: true,
        columns: ['level', 'department'],
        rows: [
          [
            { kind: 'text', text: 'C-level' },
            { kind: 'text', text: '运营' },
          ],
        ],
      },
    ]);
  });

  test('names the numbers of its rows', () => {
    expect(only('').adds[0]?.rows[0]?.[2]).toMatchObject({ quantity: { path: 'a[contacts, 1].fee' } });
  });

  test('sets columns of the entity and of rows that point at it', () => {
    const found = only('  sets employees to employees * 110%\n  sets contacts.level to "VP" where department = "IT"');
    expect(found.sets).toMatchObject([
      { source: 'accounts', via: null, column: 'employees', where: null },
      { source: 'contacts', via: 'account_id', column: 'level', where: { kind: 'compare' } },
    ]);
  });

  test('costs and takes something of each entity, or in all', () => {
    const found = only(
      '  cost 2万 CNY\n  cost 500 CNY per account per month\n  cost 10万 CNY in all charged to tools\n  takes 2 managers for 6 months in all\n  takes 3 days of managers per account',
    );
    expect(found.costs.map(({ amount, of, category }) => [amount.path, amount.unit.text, of, category])).toEqual([
      ['a.cost', 'CNY', 'each', null],
      ['a[2].cost', 'CNY per months', 'each', null],
      ['a[3].cost', 'CNY', 'all', 'tools'],
    ]);
    expect(found.takes.map(({ amount, of, duration }) => [amount.unit.text, of, duration?.unit.text])).toEqual([
      ['managers', 'all', 'months'],
      ['days', 'each', undefined],
    ]);
  });

  test('has its time, its chance, its limits and what it comes after', () => {
    const found = only(
      '  starts month 4\n  lasts 6 months ~ 4..8\n  ramp 3 months\n  chance 60% ~ 50%..70%\n  at most 2 per account\n  at most 50 in all\n  at most 10 per month\n  after executive_sponsor',
    );
    expect(found).toMatchObject({
      starts: { kind: 'period', unit: 'months', number: { path: 'a.starts' } },
      lasts: { path: 'a.lasts' },
      ramp: { path: 'a.ramp' },
      chance: { path: 'a.chance' },
      limits: [{ per: 'entity' }, { per: 'all' }, { per: { text: 'months' } }],
      after: ['executive_sponsor'],
    });
    expect(planned(action('  chance 60% ~ 50%..70%')).uncertain.map((one) => one.path)).toEqual([
      'labour_budget',
      'managers',
      'a.chance',
    ]);
  });
});

describe('what cannot be', () => {
  test.each([
    ['  cost 2万', ['B204']],
    ['  cost 2 days', ['B615']],
    ['  cost -2万 CNY', ['B210']],
    ['  cost 2万 CNY per client', ['B609']],
    ['  cost 2万 CNY per acount', ['B609']],
    ['  cost 2万 CNY per account in all', ['B635']],
    ['  cost 2万 CNY\n  cost 1万 USD', ['B616']],
    ['  cost 2万 CNY charged to tool', ['B634']],
    ['  takes 0.02 manager', ['B101']],
    ['  takes -1 managers', ['B210']],
    ['  takes 0.02 managers for 3', ['B210']],
    ['  takes 2 CNY of managers', ['B202']],
    ['  lasts 0 months', ['B210']],
    ['  chance 120%', ['B210']],
    ['  chance 1', ['B203']],
    ['  at most 0 per account', ['B210']],
    ['  at most 2 per account in all', ['B635']],
    ['  after nothing', ['B101']],
    ['  starts with nothing', ['B101']],
    ['  starts month 0', ['B210']],
    ['  sets account_id to "x"', ['B613']],
    ['  sets contacts.account_id to "x"', ['B613']],
    ['  sets emplyees to 5', ['B103']],
    ['  sets employees to "x"', ['B202']],
    ['  sets annual_revenue to 5', ['B204']],
    ['  chance 60%\n  chance 70%', ['B009']],
  ])('%s', (clauses, wanted) => {
    expect(codes(action(clauses))).toEqual(wanted);
  });

  test.each([
    ['a level that is not there', 'action a\n  on key_accounts where risk = hgh\n  sets employees to 5', ['B104']],
    ['a population that is not there', 'action a\n  on key_acounts\n  sets employees to 5', ['B101']],
    ['nothing is done', 'action a\n  on key_accounts', ['B013']],
    [
      'added rows without what a metric reads',
      'action a\n  on key_accounts\n  adds contacts\n    | department |\n    | IT |',
      ['B612'],
    ],
    [
      'added rows with their owner',
      'action a\n  on key_accounts\n  adds contacts\n    | level | account_id |\n    | VP | A1 |',
      ['B613'],
    ],
    [
      'rows that do not point at it',
      'source x from "x.csv" key id\n  | column | type |\n  | id | text |\naction a\n  on key_accounts\n  adds x\n    | id |\n    | 1 |',
      ['B107'],
    ],
    [
      'a blank in added rows',
      'action a\n  on key_accounts\n  adds contacts\n    | level | department |\n    | VP | |',
      ['B302'],
    ],
    [
      'a circle',
      'action a\n  on key_accounts\n  sets employees to 5\n  after b\naction b\n  on key_accounts\n  sets employees to 5\n  after a',
      ['B111'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });

  test('days of people need a capacity in days', () => {
    expect(
      codes('resource experts = 3\naction a\n  on key_accounts\n  sets employees to 5\n  takes 2 days of experts'),
    ).toEqual(['B631']);
  });

  test('a derived column is set by what it is worked out of', () => {
    const text = (column: string) =>
      `source calls from "c.csv" key id\n  | column | type | from |\n  | id | text | |\n  | account_id | text -> accounts | |\n  | minutes | count | |\n  | long | boolean | = minutes > 5 |\nmetric long_calls in count\n  = count(calls where long)\naction a\n  on key_accounts\n  adds calls\n    | ${column} |\n    | 7 |`;
    expect(codes(text('minutes'))).toEqual([]);
  });
});
