import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFigure } from '@benchbook/dsl';
import { effects, expectedEffects, savedBy, type Effects } from '../../../src/run/counterfactual/effects.js';
import { takenOn } from '../../../src/run/counterfactual/taken-on.js';
import { withActions } from '../../../src/run/counterfactual/with-actions.js';
import type { Executed } from '../../../src/run/execute.js';
import { asNumber, evaluate } from '../../../src/run/figures.js';
import { named } from '../../../src/sql/names.js';
import { files } from '../../support/answers.js';
import { columnsOf, executed } from '../../support/executed.js';
import { rules } from '../../support/rules.js';

const actions = `action sponsor
  on key_accounts where risk = high
  adds contacts if absent
    | level   | department |
    | C-level | 运营       |
  at most 2 in all
action departments
  on key_accounts
  adds contacts if absent
    | department | level |
    | 销售       | 专员  |
    | 财务       | 专员  |
`;

const planned = (amount: string): string => `${actions}
model plan over 12 months
  | flow    | name     | amount    | timing      |
  | benefit | retained | ${amount} | every month |
  report npv
`;

/** The figure that the plan's only flow is. */
async function runOf(amount: string): Promise<{ readonly run: Executed; readonly figure: PlanFigure }> {
  const run = await executed(rules({ more: planned(amount) }), files);
  const figure = run.plan.model.planning.models[0]?.flows[0]?.amount;
  if (figure === undefined) throw new Error('the plan has no flow');
  return { run, figure };
}

const HIGH = 'saved(count(risk = high of key_accounts)) * 10万 CNY';

async function effectsOn(amount: string): Promise<Effects> {
  const { run, figure } = await runOf(amount);
  const found = await effects(run, ['sponsor', 'departments'], figure);
  if (found.kind !== 'effects') throw new Error(found.why);
  return found;
}

test('whom actions are taken on, what they add, and who is left out and why', async () => {
  const { run } = await runOf(HIGH);
  const after = await withActions(run, [
    { action: 'sponsor', on: 'eligible' },
    { action: 'departments', on: ['A2', 'A3', 'A9'] },
  ]);
  expect(await takenOn(after, 'sponsor')).toEqual({
    action: 'sponsor',
    entities: 2,
    keys: ['A1', 'A3'],
    rows: 2,
    skipped: { hasIt: 0, limit: 1, waits: 0, notEligible: 0 },
  });
  expect(await takenOn(after, 'departments', 1)).toEqual({
    action: 'departments',
    entities: 2,
    keys: ['A2'],
    rows: 4,
    skipped: { hasIt: 0, limit: 0, waits: 0, notEligible: 1 },
  });
  await expect(takenOn(after, 'training')).rejects.toThrow('the action training is not taken');
});

test('what is saved, account by account and combination by combination', async () => {
  const { keys, eligible, saved } = await effectsOn(HIGH);
  expect(keys).toEqual(['A1', 'A2', 'A3', 'A4']);
  expect([...eligible]).toEqual([3, 2, 3, 3]);
  // None; a sponsor alone; two departments alone; both. A1 is too large for three contacts, and covers three departments with them.
  expect(saved.map((each) => [...each])).toEqual([
    [0, 0, 0, 0],
    [0, 0, 100_000, 100_000],
    [0, 0, 0, 0],
    [100_000, 0, 100_000, 100_000],
  ]);
});

test('the effects add up to what the figure is without the actions less what it is with them', async () => {
  const { run, figure } = await runOf('saved(sum(annual_revenue where risk = high))');
  if (figure.kind !== 'saved') throw new Error('it is saved');
  const found = await effects(run, ['sponsor', 'departments'], figure);
  const after = await withActions(run, [{ action: 'sponsor', on: 'eligible' }], { unlimited: true });
  const inside = figure.of;
  if (inside.kind !== 'summary' || found.kind !== 'effects') throw new Error('a sum has effects');
  const [without, with_] = [await evaluate(inside, run), await evaluate(inside, after)];
  if (without === null || with_ === null) throw new Error('both have a value');
  const sponsored = found.eligible.map((can) => can & 1);
  expect(savedBy(found.saved, sponsored)).toBe(asNumber(without) - asNumber(with_));
  // A3 and A4 leave the high level; with the departments A1 does, too.
  expect(savedBy(found.saved, sponsored)).toBe(60_000_000);
  expect(savedBy(found.saved, found.eligible)).toBe(150_000_000);
});

test('chances weigh the combinations of those that succeed', async () => {
  const found = await effectsOn(HIGH);
  const both = expectedEffects(found, [0.5, 0.25])[3];
  // A1 needs both; A3 and A4 the sponsor alone.
  expect([...(both ?? [])]).toEqual([12_500, 0, 50_000, 50_000]);
  expect(expectedEffects(found, [1, 1])).toEqual(found.saved);
});

test.each([
  ['saved(share(risk = high of key_accounts)) * 1万 CNY', 'ratio'],
  ['saved(sum(annual_revenue of key_accounts) / count(risk = high of key_accounts))', 'product'],
  ['saved(count(contacts)) * 1万 CNY', 'rows'],
])('%s is no sum over accounts', async (amount, why) => {
  const { run, figure } = await runOf(amount);
  expect(await effects(run, ['sponsor'], figure)).toMatchObject({ kind: 'not additive', why });
});

test('on nobody it changes nothing; and more contacts are never worse', async () => {
  const { run } = await runOf(HIGH);
  const covered = async (keys: readonly string[]): Promise<number> => {
    const after = await withActions(run, [{ action: 'departments', on: keys }]);
    const values = Object.values(await columnsOf(after, named.metric('department_coverage')));
    return values.reduce<number>((total, value) => total + Number(value), 0);
  };
  const nobody = await withActions(run, [{ action: 'departments', on: [] }]);
  expect(await columnsOf(nobody, named.failed)).toEqual(await columnsOf(run, named.failed));
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(['A1', 'A2', 'A3', 'A4']),
      fc.constantFrom('A1', 'A2', 'A3', 'A4'),
      async (some, one) => {
        expect(await covered([...new Set([...some, one])])).toBeGreaterThanOrEqual(await covered(some));
      },
    ),
    { numRuns: 6 },
  );
});
