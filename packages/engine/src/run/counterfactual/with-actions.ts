import type { Population } from '@benchbook/dsl';
import { judge } from '../../sql/judge.js';
import { measure } from '../../sql/measure.js';
import { allAfter, membersAfter } from '../../sql/counterfactual/members-after.js';
import { takenKeys } from '../../sql/counterfactual/outcomes.js';
import { table } from '../../sql/query.js';
import { remembered, type Executed } from '../execute.js';
import type { Stage } from '../stage-store.js';
import { applyActions, type Applied, type Changes } from './apply-actions.js';
import { isOwnAlone } from './reach.js';
import { type Taken, type TakingOptions } from './taken.js';

/** A run as it would be if actions were taken: everything a run has, on counterfactual rows. */
export interface Counterfactual extends Executed {
  /** The run that decides who is eligible and how everybody stands. */
  readonly before: Executed;
  /** What became of each action, in the order in which they are applied. */
  readonly applied: readonly Applied[];
}

/**
 * The run before, with actions taken, each of which succeeds: metrics, levels, scores and figures of what the data would then be. They
 * are applied in their declared order, each after those it must come after.
 *
 * Frozen on the run before are: who is in the population; who is eligible; ranks, cumulative shares and what tiers go by;
 * percentiles among peers, for everybody the one that was asked of them. So nobody's standing moves when something is done for another.
 *
 * @throws TypeError for an action that the rulebook does not declare
 */
export async function withActions(
  before: Executed,
  taken: readonly Taken[],
  options: TakingOptions = {},
): Promise<Counterfactual> {
  return before.held(async () => after(before, await applyActions(before, taken, options), taken, options));
}

async function after(
  before: Executed,
  changes: Changes,
  taken: readonly Taken[],
  options: TakingOptions,
): Promise<Counterfactual> {
  const { store } = before;
  const { scored, stages } = await rejudged(before, changes, options);
  const again: Executed['again'] = async (model, signal) => {
    const same = await before.again(model, signal);
    return withActions(same, taken, { ...options, ...(signal ? { signal } : {}) });
  };
  return {
    ...before,
    plan: { ...before.plan, standing: 'given' },
    sources: changes.sources,
    scored,
    held: (job) => before.held(() => store.holding([...changes.stages, ...stages, scored], job)),
    elsewhere: remembered(async (population) => after(await before.elsewhere(population), changes, taken, options)),
    under: async (scenario) => {
      const same = await before.under(scenario);
      return withActions(same, taken, options);
    },
    again,
    before,
    applied: changes.applied,
  };
}

/** Everybody judged again; where an action reaches nobody but those it is taken on, the others stand as they stood. */
async function rejudged(
  before: Executed,
  { applied, sources, stages }: Changes,
  { signal, everybody = false }: TakingOptions,
): Promise<{ readonly scored: Stage; readonly stages: readonly Stage[] }> {
  const { store } = before;
  const plan = { ...before.plan, standing: 'given' } as const;
  const isAll = isEveryRow(before);
  const alone = !everybody && !isAll && applied.every(({ action }) => isOwnAlone(before.plan, action));
  const touched = alone ? applied.map(({ outcome }) => takenKeys(outcome.table)) : null;
  if (touched?.length === 0) return { scored: before.scored, stages: [] };
  const inputs = [before.scored.key, ...stages.map(({ key }) => key), sources.version(plan.source.name)];
  const ready = [before.scored, ...stages];
  return store.holding(ready, async () => {
    const members = await store.finish(
      () => membersAfter(plan, sources.tables(plan.source.name), before.scored.table, touched, isAll),
      inputs,
      signal,
    );
    const versions = plan.model.sources.map(({ name }) => sources.version(name));
    const measured = await store.holding([members], () =>
      store.finish(
        (parameters) => measure(plan, sources.tables, members.table, parameters),
        [members.key, ...versions],
        signal,
      ),
    );
    const scored = await store.holding([measured], () =>
      store.finish(
        (parameters) => judge(plan, table(measured.table), sources.tables, parameters),
        [measured.key],
        signal,
      ),
    );
    if (touched === null) return { scored, stages: [] };
    const all = await store.finish(
      () => allAfter(before.scored.table, scored.table),
      [before.scored.key, scored.key],
      signal,
      'view',
    );
    return { scored: all, stages: [scored] };
  });
}

/** Whether a run is of all rows of a source, which no rulebook declares as a population: what actions add is among them. */
function isEveryRow({ plan }: Executed): boolean {
  const declared: readonly Population[] = plan.model.populations;
  return !declared.some(({ name }) => name === plan.population.name);
}
