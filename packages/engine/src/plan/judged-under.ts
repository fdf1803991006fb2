import { advance, NO_ENTRIES, numberIndex, withEntries, type Model } from '@benchbook/dsl';
import { applyOverrides, type Changes } from '../scenario/apply-scenario.js';
import type { Plan } from './plan.js';
import { planJudge, planRun } from './plan-run.js';

/**
 * The plan under some overrides if they leave all that is measured as it is, its model and its scores left as they were: what is judged,
 * and how. Null when something else is measured.
 */
export function judgedUnder(plan: Plan, changes: Changes): Plan | null {
  if (changes.applies.length === 0 && touchesJudgingAlone(plan, changes)) return withThresholds(plan, changes);
  const model = applyOverrides(plan.model, changes);
  const population = model.populations.find(({ name }) => name === plan.population.name);
  if (population === undefined || !measuresTheSame(plan, model)) return null;
  return { ...plan, judge: planRun(model, population).judge };
}

/** Whether all that is overridden belongs to what is judged or scored, and so to nothing that is measured. */
function touchesJudgingAlone({ model, judge, score }: Plan, { overrides }: Changes): boolean {
  const index = numberIndex(baseOf(model));
  const late = score.steps.flat().flatMap((value) => (value.kind === 'level' ? [value.level.name] : []));
  const owners = new Set([...judge.benchmarks, ...score.scores].map(({ name }) => name).concat(late));
  return overrides.every(({ path }) => owners.has(index.get(path)?.at.owner ?? ''));
}

/** The cells of a few tables, put in without walking the whole model: a slider asks for this hundreds of times. */
function withThresholds(plan: Plan, { overrides }: Changes): Plan {
  const base = baseOf(plan.model);
  const index = numberIndex(base);
  const entries = advance(index, plan.model.scenario?.entries ?? NO_ENTRIES, overrides, null);
  const asked = [...plan.judge.benchmarks, ...plan.judge.levels].map(({ name }) => name);
  const moved = new Set([...entries.keys()].flatMap((path) => index.get(path)?.at.owner ?? []));
  const isMoved = ({ name }: { readonly name: string }): boolean => moved.has(name);
  const own = new Set(asked);
  const others = withEntries(
    { ...NOTHING, benchmarks: base.benchmarks.filter(isMoved), levels: base.levels.filter(isMoved) },
    index,
    entries,
  );
  const under = <One extends { readonly name: string }>(all: readonly One[], other: readonly One[]): readonly One[] =>
    all.flatMap((one) => (own.has(one.name) ? (other.find(({ name }) => name === one.name) ?? one) : []));
  const benchmarks = under(base.benchmarks, others.benchmarks);
  const levels = under(base.levels, others.levels);
  const model = { ...plan.model, benchmarks, levels };
  return { ...plan, judge: planJudge(model, plan.population, plan.source, plan.measure.metrics) };
}

const NOTHING = {
  params: [],
  contexts: [],
  populations: [],
  bands: [],
  lookups: [],
  metrics: [],
  benchmarks: [],
  waivers: [],
  levels: [],
  tiers: [],
  scores: [],
  targets: [],
  planning: {
    actions: [],
    resources: [],
    budgets: [],
    phases: [],
    funnels: [],
    cohorts: [],
    models: [],
    uncertain: [],
  },
} as const;

const baseOf = (model: Model): Model => model.scenario?.base ?? model;

/** What no override touches stays the same object. */
function measuresTheSame({ model, measure }: Plan, other: Model): boolean {
  const same = (one: readonly unknown[], two: readonly unknown[]): boolean =>
    one.length === two.length && one.every((item, index) => item === two[index]);
  const early = measure.steps.flat().flatMap((value) => (value.kind === 'level' ? [value.level] : []));
  return (
    (['metrics', 'bands', 'tiers', 'populations', 'lookups', 'contexts'] as const).every((kind) =>
      same(model[kind], other[kind]),
    ) && early.every((level) => other.levels.includes(level))
  );
}
