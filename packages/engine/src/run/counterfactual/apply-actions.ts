import type { Action, Source } from '@benchbook/dsl';
import { changedSource } from '../../sql/counterfactual/changed-source.js';
import { eligible } from '../../sql/counterfactual/eligible.js';
import { lackingRows } from '../../sql/counterfactual/lacking.js';
import { outcomes } from '../../sql/counterfactual/outcomes.js';
import { judgedScope } from '../../sql/judged-scope.js';
import { table } from '../../sql/query.js';
import { cutOf, readCandidates } from '../candidates.js';
import type { Executed, SourceVersions } from '../execute.js';
import type { Stage } from '../stage-store.js';
import { inOrder, type Taken, type TakingOptions } from './taken.js';

/** An action that has been applied. */
export interface Applied {
  readonly action: Action;
  readonly on: Taken['on'];
  /** The run of the action's population before all actions. */
  readonly population: Executed;
  /** Who was eligible, and what became of them: see `outcomes`. */
  readonly outcome: Stage;
  /** The rows to be added for them; null where the action adds none. See `lackingRows`. */
  readonly lacking: Stage | null;
}

/** What actions make of the data. */
export interface Changes {
  readonly applied: readonly Applied[];
  /** Every source as the actions leave it; what they do not touch stands where it stood. */
  readonly sources: SourceVersions;
  /** All that the sources are made of. */
  readonly stages: readonly Stage[];
}

/** Applies actions one after another: each finds the rows that those before it have added and set. */
export async function applyActions(
  before: Executed,
  taken: readonly Taken[],
  options: TakingOptions,
): Promise<Changes> {
  let changes: Changes = { applied: [], sources: before.sources, stages: [] };
  for (const [action, on] of inOrder(before.plan.model, taken)) {
    const soFar = changes;
    const population = await runOf(action.population, before);
    changes = await population.held(() =>
      before.store.holding(soFar.stages, () => apply({ action, on, population }, soFar, options)),
    );
  }
  return changes;
}

async function runOf(name: string, before: Executed): Promise<Executed> {
  const { plan } = before;
  const population = plan.model.populations.find((one) => one.name === name);
  return population === undefined || name === plan.population.name ? before : before.elsewhere(population);
}

type Asked = Pick<Applied, 'action' | 'on' | 'population'>;

async function apply(asked: Asked, soFar: Changes, options: TakingOptions): Promise<Changes> {
  const { store } = asked.population;
  const chosen = await whoIsEligible(asked, options);
  const lacking = await store.holding([chosen], () => whatTheyLack(asked, chosen, soFar, options));
  const own = [chosen, ...(lacking === null ? [] : [lacking])];
  return store.holding(own, async () => {
    const applied: Applied = { ...asked, lacking, outcome: await whatBecomes(asked, chosen, lacking, soFar, options) };
    const stages = [...soFar.stages, ...own, applied.outcome];
    return store.holding(stages, async () => {
      const made = await changedSources(applied, soFar, options);
      const tables = (name: string): string => made.get(name)?.table ?? soFar.sources.tables(name);
      const version = (name: string): string => made.get(name)?.key ?? soFar.sources.version(name);
      return {
        applied: [...soFar.applied, applied],
        sources: { tables, version },
        stages: [...stages, ...made.values()],
      };
    });
  });
}

async function whoIsEligible({ action, on, population }: Asked, { signal }: TakingOptions): Promise<Stage> {
  const { plan, scored, store, database } = population;
  const judged = table(scored.table);
  const cut =
    action.top === null
      ? null
      : cutOf(
          action.top,
          await readCandidates(action, judged, (parameters) => judgedScope(plan, parameters), database, signal),
        );
  const keys = on === 'eligible' ? null : on;
  return store.finish((parameters) => eligible(action, plan, judged, parameters, cut, keys), [scored.key], signal);
}

async function whatTheyLack(
  { action, population }: Asked,
  chosen: Stage,
  { sources }: Changes,
  { signal }: TakingOptions,
): Promise<Stage | null> {
  if (action.adds.length === 0) return null;
  const { plan, store } = population;
  const versions = action.adds.map(({ source }) => sources.version(source));
  const limit = limitOf(action, 'entity');
  return store.finish(
    (parameters) =>
      lackingRows(action, chosen.table, (name) => sourceNamed(population, name), sources.tables, parameters, limit),
    [chosen.key, plan.source.name, ...versions],
    signal,
  );
}

function whatBecomes(
  { action, population }: Asked,
  chosen: Stage,
  lacking: Stage | null,
  { applied }: Changes,
  { signal, unlimited = false, most }: TakingOptions,
): Promise<Stage> {
  const after = action.after.map((name) => applied.find((one) => one.action.name === name)?.outcome ?? null);
  const limit = unlimited ? null : leastOf(limitOf(action, 'all'), most?.(action) ?? null);
  const eligibleTable = chosen.table;
  return population.store.finish(
    (parameters) =>
      outcomes(
        {
          action,
          eligible: eligibleTable,
          lacking: lacking?.table ?? null,
          after: after.map((stage) => stage?.table ?? null),
          limit,
        },
        parameters,
      ),
    [chosen.key, lacking?.key ?? '', ...after.map((stage) => stage?.key ?? '')],
    signal,
  );
}

/** Every source that an action changes, as a view on what it was before. */
async function changedSources(
  { action, population, outcome, lacking }: Applied,
  { applied, sources }: Changes,
  { signal }: TakingOptions,
): Promise<ReadonlyMap<string, Stage>> {
  const { plan, scored, store } = population;
  const names = new Set([...action.adds, ...action.sets].map(({ source }) => source));
  const made = new Map<string, Stage>();
  for (const name of names) {
    const sets = [...applied.map((one) => one.action), action].flatMap((one) => one.sets);
    const set = new Set(sets.flatMap((one) => (one.source === name ? [one.column] : [])));
    const changing = {
      action,
      source: sourceNamed(population, name),
      rows: sources.tables(name),
      used: plan.used.get(name) ?? new Set<string>(),
      plan,
      judged: scored.table,
      outcome: outcome.table,
      lacking: lacking?.table ?? null,
      set,
    };
    const inputs = [sources.version(name), scored.key, outcome.key, lacking?.key ?? ''];
    made.set(name, await store.finish((parameters) => changedSource(changing, parameters), inputs, signal, 'view'));
  }
  return made;
}

function sourceNamed({ plan }: Executed, name: string): Source {
  const found = plan.model.sources.find((source) => source.name === name);
  if (found === undefined) throw new Error(`the checked model names ${name} but does not declare it`);
  return found;
}

const leastOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** The least of an action's limits on one entity, or on all; null without one. */
function limitOf({ limits }: Action, per: 'entity' | 'all'): number | null {
  const amounts = limits.filter((limit) => limit.per === per).map(({ amount }) => Number(amount.value.round(0, 0)));
  return amounts.length === 0 ? null : Math.min(...amounts);
}
