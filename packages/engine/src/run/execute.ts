import type { Model, Population } from '@benchbook/dsl';
import type { Database } from '../database/database.js';
import { planRun } from '../plan/plan-run.js';
import { applyScenario } from '../scenario/apply-scenario.js';
import type { Plan } from '../plan/plan.js';
import { ParameterSheet } from '../sql/parameters.js';
import { judge } from '../sql/judge.js';
import { measure } from '../sql/measure.js';
import { candidateScope, chooseMembers, listCandidates } from '../sql/members.js';
import { subquery, table, type Relation, type SourceTables } from '../sql/query.js';
import { cutOf, readCandidates, type Candidates } from './candidates.js';
import type { Stage, StageStore } from './stage-store.js';

/** The tables that the sources stand in and the version of each, so that a stage knows when its input is another. */
export interface SourceVersions {
  readonly tables: SourceTables;
  readonly version: (source: string) => string;
}

/** Runs populations, each when it is first asked for. */
export type RunOf = (population: Population) => Promise<Executed>;

/** A plan that has run: its tables, ready to be summarised. */
export interface Executed {
  readonly plan: Plan;
  readonly database: Database;
  readonly store: StageStore;
  readonly sources: SourceVersions;
  /** The rows the population was chosen from: see `listCandidates`. */
  readonly chosenFrom: Relation;
  readonly candidates: Candidates;
  readonly size: number;
  /** Everything measured, judged and scored, one row an entity. */
  readonly scored: Stage;
  /** Does a job that reads its tables: they stay until it is done. */
  readonly held: <Result>(job: () => Promise<Result>) => Promise<Result>;
  /** Another population of the same model on the same data, for a figure that is about that one. */
  readonly elsewhere: RunOf;
  /** The same population in base, or in another scenario of the rulebook. */
  readonly under: (scenario: string | null) => Promise<Executed>;
  /** The same population of another model of the rulebook, on the same data; this very run again for the same model. */
  readonly again: (model: Model, signal?: AbortSignal) => Promise<Executed>;
}

/**
 * Runs measure, judge and score; each stage is taken from the store if it is there.
 *
 * @param elsewhere how other populations are run, if not like this one
 */
export async function execute(
  plan: Plan,
  store: StageStore,
  sources: SourceVersions,
  signal?: AbortSignal,
  elsewhere?: RunOf,
): Promise<Executed> {
  const { database } = store;
  const versions = plan.model.sources.map((source) => sources.version(source.name));
  const chosenFrom = await candidateRows(plan, store, sources, versions, signal);
  const candidates = await readCandidates(
    plan.population,
    chosenFrom.rows,
    (parameters) => candidateScope(plan, parameters),
    database,
    signal,
  );
  const cut = cutOf(plan.population.top, candidates);
  const members = await store.finish(
    (parameters) => chooseMembers(plan, chosenFrom.rows, parameters, cut),
    [chosenFrom.key, ...versions],
    signal,
  );
  const measured = await store.holding([members], () =>
    store.finish(
      (parameters) => measure(plan, sources.tables, members.table, parameters),
      [members.key, ...versions],
      signal,
    ),
  );
  const scored = await store.holding([members, measured], () =>
    store.finish(
      (parameters) => judge(plan, table(measured.table), sources.tables, parameters),
      [measured.key],
      signal,
    ),
  );
  const size = cut === null ? candidates.kept : Math.min(cut, candidates.kept);
  const again: Executed['again'] = (model, stop) => {
    const population = model.populations.find(({ name }) => name === plan.population.name) ?? plan.population;
    return execute(planRun(model, population), store, sources, stop);
  };
  return {
    plan,
    database,
    store,
    sources,
    chosenFrom: chosenFrom.rows,
    candidates,
    size,
    scored,
    held: (job) => store.holding([members, measured, scored, ...chosenFrom.stages], job),
    elsewhere:
      elsewhere ?? remembered((population) => execute(planRun(plan.model, population), store, sources, signal)),
    under: (scenario) => again(applyScenario(plan.model, scenario)),
    again,
  };
}

/** The same, but each population is run once. */
export function remembered(run: RunOf): RunOf {
  const runs = new Map<string, Promise<Executed>>();
  return (population) => {
    const found = runs.get(population.name) ?? run(population);
    runs.set(population.name, found);
    return found;
  };
}

/** Rows of a source are read where they are needed; what has to be measured to choose among them is measured once. */
async function candidateRows(
  plan: Plan,
  store: StageStore,
  { tables }: SourceVersions,
  versions: readonly string[],
  signal?: AbortSignal,
): Promise<{ readonly rows: Relation; readonly key: string; readonly stages: readonly Stage[] }> {
  if (plan.candidates.length === 0)
    return { rows: subquery(listCandidates(plan, tables, new ParameterSheet()), 'candidates'), key: '', stages: [] };
  const stage = await store.finish((parameters) => listCandidates(plan, tables, parameters), versions, signal);
  return { rows: table(stage.table), key: stage.key, stages: [stage] };
}
