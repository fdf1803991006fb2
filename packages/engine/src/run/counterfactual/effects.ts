import type { PlanFigure } from '@benchbook/dsl';
import { asDouble, compile } from '../../sql/compile-expression.js';
import { acted, OUTCOMES } from '../../sql/counterfactual/names.js';
import { all, ascending, cases, cast, column, isKnown, literal, operator } from '../../sql/expression.js';
import { judgedScope } from '../../sql/judged-scope.js';
import { named } from '../../sql/names.js';
import { ParameterSheet } from '../../sql/parameters.js';
import { output, select, table } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { additive, type Additive, type AdditiveFigure, type NotAdditive } from './additive.js';
import { isOwnAlone } from './reach.js';
import { withActions, type Counterfactual } from './with-actions.js';

/** Combinations are two to the power of these. */
export const MOST_ACTIONS = 6;

/**
 * What actions save of a figure, entity by entity and combination by combination. A combination is a number whose bit *i* says that
 * action *i* is done: 5 is the first and the third.
 */
export interface Effects {
  readonly kind: 'effects';
  readonly actions: readonly string[];
  /** Those on whom at least one of the actions can be taken, in the order of their keys. */
  readonly keys: readonly string[];
  /** For each of them the actions that can be taken on it, as bits. No limit in all is kept: that is for who chooses. */
  readonly eligible: Uint8Array;
  /**
   * By combination, 0 being none: for each entity the figure without the actions less the figure with them, if exactly these are taken
   * and succeed. Actions for which the entity is not eligible, or that wait for one that is not done, are not taken.
   */
  readonly saved: readonly Float64Array[];
}

/**
 * The effects of up to six actions on a figure that is counted or summed over entities; in the figure's own unit, in doubles.
 * The chance of success plays no part in them: `expectedEffects` weighs them by it, a simulation draws and looks them up.
 *
 * @throws TypeError for more actions, none, or one that the rulebook does not declare
 */
export async function effects(
  before: Executed,
  actions: readonly string[],
  figure: PlanFigure,
  signal?: AbortSignal,
): Promise<Effects | NotAdditive> {
  if (actions.length === 0 || actions.length > MOST_ACTIONS)
    throw new TypeError(`effects are told of 1 to ${MOST_ACTIONS} actions`);
  const split = additive(figure);
  if (split.kind === 'not additive') return split;
  const options = { unlimited: true, ...(signal ? { signal } : {}) };
  const runs: Counterfactual[] = [];
  for (let combination = 1; combination < 2 ** actions.length; combination += 1) {
    const done = actions.filter((_, index) => (combination & (2 ** index)) !== 0);
    const taken = done.map((action) => ({ action, on: 'eligible' as const }));
    const run = await withActions(before, taken, options);
    const refused = await reachOf(run, split);
    if (refused !== null) return refused;
    runs.push(run);
  }
  const { keys, eligible } = await whoCan(runs, actions);
  const places = new Map(keys.map((key, place) => [key, place]));
  const without = await amounts(before, split, places);
  const saved: Float64Array[] = [new Float64Array(keys.length)];
  for (const run of runs) {
    const found = await run.held(() => amounts(run, split, places));
    saved.push(found.map((value, place) => (without[place] ?? 0) - value));
  }
  return { kind: 'effects', actions, keys, eligible, saved };
}

/** Why the effects would not stay with those that the actions are taken on; null: they do. */
async function reachOf(run: Counterfactual, { terms }: AdditiveFigure): Promise<NotAdditive | null> {
  for (const { of } of terms) {
    const { plan } = await about(of, run);
    for (const { action, population } of run.applied) {
      if (population.plan.source.name !== plan.source.name) return { kind: 'not additive', why: 'other entities', of };
      if (!isOwnAlone(plan, action)) return { kind: 'not additive', why: 'reaches others', of: null };
    }
  }
  return null;
}

async function about({ population: name }: Additive, run: Executed): Promise<Executed> {
  const population = run.plan.model.populations.find((one) => one.name === name);
  return population === undefined || name === run.plan.population.name ? run : run.elsewhere(population);
}

/** Whom an action is taken on in some combination. */
async function whoCan(
  runs: readonly Counterfactual[],
  actions: readonly string[],
): Promise<{ readonly keys: readonly string[]; readonly eligible: Uint8Array }> {
  const bits = new Map<string, number>();
  for (const { applied, database } of runs) {
    for (const { action, outcome } of applied) {
      const rows = await database.read(
        select({
          columns: [output(cast(column(named.key), 'VARCHAR'), 'key')],
          from: table(outcome.table),
          where: operator(column(acted.outcome), '=', literal(OUTCOMES.indexOf('taken'))),
        }),
      );
      const bit = 2 ** actions.indexOf(action.name);
      for (const key of rows.texts('key')) bits.set(key ?? '', (bits.get(key ?? '') ?? 0) | bit);
    }
  }
  const keys = [...bits.keys()].sort((one, other) => (one < other ? -1 : 1));
  return { keys, eligible: Uint8Array.from(keys, (key) => bits.get(key) ?? 0) };
}

/** What each entity adds to a figure. Unknown values add nothing, as they do not to its sum. */
async function amounts(
  run: Executed,
  { terms }: AdditiveFigure,
  places: ReadonlyMap<string, number>,
): Promise<Float64Array> {
  const found = new Float64Array(places.size);
  for (const { weight, of } of terms) {
    const { plan, database, scored } = await about(of, run);
    const parameters = new ParameterSheet();
    const scope = judgedScope(plan, parameters);
    const value = of.kind === 'tally' ? literal(1) : compile(of.of, scope);
    const counted = [isKnown(value), ...(of.where === null ? [] : [compile(of.where, scope)])];
    const rows = await database.read(
      select({
        columns: [
          output(cast(column(named.key), 'VARCHAR'), 'key'),
          output(asDouble(cases([{ when: all(counted), then: value }], literal(0))), 'amount'),
        ],
        from: table(scored.table),
        orderBy: [ascending(column(named.key))],
      }),
      parameters.values,
    );
    const factor = weight.toNumber();
    const [keys, values] = [rows.texts('key'), rows.numbers('amount')];
    keys.forEach((key, row) => {
      const place = places.get(key ?? '');
      if (place !== undefined) found[place] = (found[place] ?? 0) + factor * (values[row] ?? 0);
    });
  }
  return found;
}

/**
 * The same, weighed by the chance that each action succeeds, independently of the others: by combination what is saved on average if
 * these actions are taken. Σ over all parts S of the combination A of Π chance(S) · Π (1 − chance(A − S)) · saved(S): exact for figures that
 * are counted or summed. For a plain run and a solver; a simulation draws who succeeds and reads `saved` of that combination.
 *
 * @param chances one for each action, 0 to 1
 */
export function expectedEffects({ actions, saved }: Effects, chances: readonly number[]): readonly Float64Array[] {
  const expected = saved.map((each) => each.slice());
  actions.forEach((_, index) => {
    const chance = chances[index] ?? 1;
    const bit = 2 ** index;
    expected.forEach((values, combination) => {
      const less = expected[combination - bit];
      if ((combination & bit) === 0 || less === undefined) return;
      values.forEach((value, place) => {
        values[place] = chance * value + (1 - chance) * (less[place] ?? 0);
      });
    });
  });
  return expected;
}

/** What is saved in all, if on each entity the combination of its place is done. */
export function savedBy(saved: readonly Float64Array[], done: Uint8Array): number {
  return done.reduce((total, combination, place) => total + (saved[combination]?.[place] ?? 0), 0);
}
