import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptimisationResult } from '../../src/index.js';
import { modelOf, workbook } from '../support/project.js';

interface Account {
  readonly revenue: number;
  readonly contacts: number;
  readonly visits: number;
}

const RULES = `rulebook plan
source accounts from "accounts.csv" key id
  | column  | type      |
  | id      | text      |
  | revenue | money CNY |
source contacts from "contacts.csv" key contact
  | column  | type             |
  | contact | text             |
  | account | text -> accounts |
  | by      | text             |
source visits from "visits.csv" key visit
  | column  | type             |
  | visit   | text             |
  | account | text -> accounts |
  | by      | text             |
population all of accounts
metric known = count(contacts)
metric seen = count(visits)
benchmark enough
  | known | seen |
  | >= 1  | >= 1 |
apply enough to all
level risk
  | failed | risk   |
  | 2      | high   |
  | 1      | medium |
  | 0      | low    |
resource people = 3
  capacity 20 days per month
action meet
  on all where known < 1
  adds contacts
    | by |
    | us |
  cost 30 CNY per account
  takes 4 days of people
action visit
  on all where seen < 1
  adds visits
    | by |
    | us |
  cost 20 CNY per account
  takes 5 days of people
`;

async function optimised(accounts: readonly Account[], question: string, actions = ''): Promise<OptimisationResult> {
  const rows = (of: (account: Account) => number, name: string): string =>
    accounts
      .flatMap((one, index) =>
        Array.from({ length: of(one) }, (_, row) => `${name}${String(index)}.${String(row)},A${String(index)},us`),
      )
      .join('\n');
  const book = await workbook({
    'accounts.csv': `id,revenue\n${accounts.map(({ revenue }, index) => `A${String(index)},${String(revenue)}`).join('\n')}\n`,
    'contacts.csv': `contact,account,by\n${rows(({ contacts }) => contacts, 'C')}\n`,
    'visits.csv': `visit,account,by\n${rows(({ visits }) => visits, 'V')}\n`,
    'rules.bench': `${RULES}${actions}
model plan over 12 months
  | flow    | name  | amount                                           | timing  |
  | benefit | saves | saved(sum(revenue where risk = high)) * 10%      | month 1 |
  report saves
${question}`,
  });
  const { optimisations } = await book.plan(await modelOf(book));
  const [first] = optimisations;
  if (first === undefined) throw new Error('nothing was optimised');
  return first;
}

const FIVE: readonly Account[] = [
  { revenue: 1_000, contacts: 0, visits: 0 },
  { revenue: 800, contacts: 0, visits: 0 },
  { revenue: 600, contacts: 1, visits: 0 },
  { revenue: 400, contacts: 0, visits: 0 },
  { revenue: 200, contacts: 1, visits: 1 },
];

describe('the most that is saved', () => {
  test('within a budget: the cheaper action, where it does the most', async () => {
    const found = await optimised(FIVE, 'optimise plan\n  maximise saves\n  over meet, visit\n  budget 40 CNY\n');
    expect(found).toMatchObject({ status: 'best', gap: 0, refused: null, conflict: [] });
    expect([found.value?.value, found.bound?.value, found.cost?.value]).toEqual([180, 180, 40]);
    expect(found.chosen.map(({ action, keys }) => [action, keys])).toEqual([
      ['meet', []],
      ['visit', ['A0', 'A1']],
    ]);
    // Twenty more reach the third account; more money than sixty nobody needs.
    expect(found.frontier.map(({ budget, value }) => [budget.value, value.value])).toEqual([
      [5, 0],
      [10, 0],
      [15, 0],
      [20, 100],
      [30, 100],
      [40, 180],
      [50, 180],
      [60, 220],
    ]);
  });

  test('with so many people: one more is worth another account', async () => {
    const found = await optimised(
      FIVE,
      'optimise plan\n  maximise saves\n  over visit\n  require used(people) <= 0.5\n',
    );
    expect([found.value?.value, found.chosen[0]?.entities]).toEqual([180, 2]);
    expect(found.limits.map(({ text, left, right, holds }) => [text, left.value, right.value, holds])).toEqual([
      ['used(people) <= 0.5', 0.5, 0.5, true],
    ]);
    expect(found.prices.map(({ limit, step, gain }) => [limit, step, gain.value])).toEqual([
      ['require used(people) <= 0.5'.replace('require ', ''), '1', 40],
    ]);
  });

  test('chances weigh what is saved', async () => {
    const chancy = `action call
  on all where known < 1
  adds contacts
    | by |
    | us |
  cost 10 CNY per account
  chance 50%
`;
    const found = await optimised(
      FIVE,
      'optimise plan\n  maximise saves\n  over visit, call\n  budget 20 CNY\n',
      chancy,
    );
    // A visit saves 100; two calls half of 100 and half of 80.
    expect([found.value?.value, found.chosen.map(({ entities }) => entities)]).toEqual([100, [1, 0]]);
  });
});

describe('the least that it costs', () => {
  test('to bring the high ones down to one', async () => {
    const found = await optimised(
      FIVE,
      'optimise plan\n  minimise plan.cost\n  over meet, visit\n  require count(risk = high of all) <= 1\n',
    );
    expect([found.status, found.value?.value, found.chosen.map(({ entities }) => entities)]).toEqual([
      'best',
      40,
      [0, 2],
    ]);
    expect(found.limits[0]).toMatchObject({ holds: true });
    expect(found.greedy?.value).toBeGreaterThanOrEqual(40);
  });

  test('a share goes as well', async () => {
    const found = await optimised(
      FIVE,
      'optimise plan\n  minimise plan.cost\n  over meet, visit\n  require share(risk = high of all) <= 20%\n',
    );
    expect(found.value?.value).toBe(40);
    expect(found.limits[0]).toMatchObject({ holds: true });
  });
});

test('limits that clash are named, the fewest of them, and none besides', async () => {
  const found = await optimised(
    FIVE,
    `optimise plan
  maximise saves
  over meet, visit
  budget 30 CNY
  require count(risk = high of all) <= 1
  require used(people) <= 3
`,
  );
  expect([found.status, found.value]).toEqual(['infeasible', null]);
  expect(found.conflict.map(({ text }) => text)).toEqual(['budget 30 CNY', 'count(risk = high of all) <= 1']);
});

test('what is no sum over what is chosen is refused', async () => {
  const found = await optimised(FIVE, 'optimise plan\n  maximise plan.roi\n  over visit\n');
  expect([found.status, found.refused]).toEqual(['refused', 'plan.roi']);
});

test('of all choices none is better, on random accounts', async () => {
  const account = fc.record({
    revenue: fc.integer({ min: 1, max: 9 }).map((hundreds) => hundreds * 100),
    contacts: fc.integer({ min: 0, max: 1 }),
    visits: fc.integer({ min: 0, max: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(account, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 120 }),
      async (accounts, budget) => {
        const found = await optimised(
          accounts,
          `optimise plan\n  maximise saves\n  over meet, visit\n  budget ${String(budget || 1)} CNY\n`,
        );
        expect(found.value?.value).toBeCloseTo(best(accounts, budget || 1), 6);
        expect(found.greedy?.value ?? 0).toBeLessThanOrEqual((found.value?.value ?? 0) + 1e-9);
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

/** Every set of actions on every account, tried. */
function best(accounts: readonly Account[], budget: number): number {
  const [first, ...rest] = accounts;
  if (first === undefined) return 0;
  const high = first.contacts === 0 && first.visits === 0;
  const without = best(rest, budget);
  const choices = high ? [30, 20] : [];
  return Math.max(
    without,
    ...choices.filter((cost) => cost <= budget).map((cost) => first.revenue * 0.1 + best(rest, budget - cost)),
  );
}
