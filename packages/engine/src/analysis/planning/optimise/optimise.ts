import { textOf, type Action, type Figure, type Model, type Optimisation, type PlanFigure } from '@benchbook/dsl';
import { whereOf } from '../../../notices/where.js';
import type { FigureAt } from '../../../analysis-types.js';
import type { OptimisationResult, PlanStatement, RequirementResult } from '../../../planning-types.js';
import { AskedData } from '../../../projection/figures/asked-data.js';
import { PlanValues } from '../../../projection/figures/plan-values.js';
import { mostBegun } from '../../../projection/flows/begun.js';
import { at } from '../../../projection/values/column.js';
import { Numbers } from '../../../projection/values/numbers.js';
import { MOST_ACTIONS, type Effects } from '../../../run/counterfactual/effects.js';
import { solve } from '../../../solver/solve.js';
import type { Solved } from '../../../solver/program.js';
import { money } from '../money-unit.js';
import type { PlanData } from '../plan-data.js';
import { requirementResult } from '../requirement-result.js';
import { shown, unitOfFigure } from '../shown.js';
import { Worked } from '../worked.js';
import { Choices } from './choices.js';
import { greedy } from './greedy.js';
import { limitsOf, type Stated } from './limits.js';
import type { Linear } from './linear.js';
import { Linearised, NotLinear } from './linearise.js';
import { Problem, type Limit } from './problem.js';

export interface OptimisationGround {
  readonly model: Model;
  readonly source: PlanData;
  readonly signal: AbortSignal;
}

/** How far from the best an answer may be, as a share of it. */
const GAP = 1e-4;
/** Seconds for everything that one optimisation solves. */
const SECONDS = 30;
/** Problems that are set up until the best stays what it is. */
const MOST_STEPS = 5;
const MOST_KEYS = 200;
/** Budgets of the frontier, as shares of the one that is given. */
const SHARES = [0.125, 0.25, 0.375, 0.5, 0.75, 1, 1.25, 1.5] as const;

const nothing = {
  refused: null,
  value: null,
  bound: null,
  gap: null,
  cost: null,
  chosen: [],
  limits: [],
  greedy: null,
  frontier: [],
  prices: [],
  conflict: [],
} as const;

/** The best choice of actions, proved by a solver and worked out again as any plan is; how it compares, and what its limits are worth. */
export async function optimise(one: Optimisation, ground: OptimisationGround): Promise<OptimisationResult> {
  const { model } = ground;
  const common = {
    model: one.model,
    ...whereOf(model, one),
    direction: one.direction,
    objective: textOf(model.files, one.objective.span).trim(),
  };
  const actions = model.planning.actions.filter(({ name }) => one.actions.includes(name));
  const refuse = (figure: PlanFigure | null): OptimisationResult => ({
    ...common,
    ...nothing,
    status: 'refused',
    refused: figure === null ? '' : textOf(model.files, figure.span).trim(),
  });
  if (actions.length > MOST_ACTIONS) return refuse(null);
  try {
    const found = await approached(one, actions, ground);
    return 'notLinear' in found ? refuse(found.notLinear) : { ...common, ...found };
  } catch (error) {
    if (error instanceof NotLinear) return refuse(error.figure);
    throw error;
  }
}

interface SetUp {
  readonly problem: Problem;
  readonly stated: readonly Stated[];
}

/**
 * The problem as it is when money flows as under a plan that is carried out.
 *
 * @param from where that plan's figures about the data come from
 */
async function setUp(
  one: Optimisation,
  actions: readonly Action[],
  { model, signal }: OptimisationGround,
  from: PlanData,
  effectsOn: EffectsOn,
): Promise<SetUp | { readonly refused: PlanFigure }> {
  const data = new AskedData();
  let found: { objective: Linear; stated: readonly Stated[] };
  do {
    signal.throwIfAborted();
    const values = new PlanValues(model, new Numbers(1, new Map()), data);
    const linearised = new Linearised(model, values, actions);
    found = { objective: linearised.of(one.objective), stated: limitsOf(one, model, actions, values, linearised) };
  } while (await data.read(from));
  const limits = found.stated.flatMap(({ limits: own }) => own);
  const read = [found.objective, ...limits.map(({ figure }) => figure)].flatMap(({ data: of }) => [...of.keys()]);
  const effects = await effectsOn([...new Set(read), everybody(actions)]);
  if ('refused' in effects) return { refused: effects.refused ?? one.objective };
  const [first] = [...effects.values()].slice(-1);
  if (first === undefined) return { refused: one.objective };
  const chances = actions.map(({ chance }) => chance?.value.toNumber() ?? 1);
  const most = mostBegun(model);
  const inAll = new Map(actions.map((action) => [action.name, Math.min(most(action) ?? Infinity, limitOf(action))]));
  const choices = new Choices(actions, effects, chances, first);
  return { ...found, problem: new Problem(choices, one.direction, found.objective, limits, inAll) };
}

type EffectsOn = (
  figures: readonly Figure[],
) => Promise<ReadonlyMap<Figure, Effects> | { readonly refused: PlanFigure | null }>;

/** What actions save of figures, in base units. */
function effectsBy(source: PlanData, actions: readonly Action[]): EffectsOn {
  const names = actions.map(({ name }) => name);
  return async (figures) => {
    const found = new Map<Figure, Effects>();
    for (const figure of figures) {
      const own = await source.effects(names, figure);
      if (own.kind === 'not additive') return { refused: own.of };
      found.set(figure, inBase(own, figure));
    }
    return found;
  };
}

/** Who is there at all: nobody is moved by it, and it tells whom actions can be taken on. */
const everybody = ([action]: readonly Action[]): Figure => ({
  kind: 'tally',
  name: 'count',
  population: action?.population ?? '',
  where: null,
  type: { kind: 'number', unit: money('') },
  span: action?.span ?? { start: 0, end: 0 },
});

function inBase(effects: Effects, figure: Figure): Effects {
  const scale = unitOfFigure(figure.type).scale.toNumber();
  return scale === 1 ? effects : { ...effects, saved: effects.saved.map((each) => each.map((value) => value * scale)) };
}

const limitOf = ({ limits }: Action): number =>
  Math.min(Infinity, ...limits.flatMap(({ amount, per }) => (per === 'all' ? [amount.value.toNumber()] : [])));

type Answer = Omit<OptimisationResult, 'model' | 'file' | 'line' | 'direction' | 'objective'>;

/**
 * When money flows hangs on what is chosen, and what is best on when money flows: a choice is worked out, the problem set up for the times at which its money
 * flows, and solved again, until the best stays what it is.
 */
async function approached(
  one: Optimisation,
  actions: readonly Action[],
  ground: OptimisationGround,
): Promise<Answer | { readonly notLinear: PlanFigure }> {
  const deadline = Date.now() + SECONDS * 1_000;
  const effectsOn = effectsBy(ground.source, actions);
  // Of the plan's other actions none is taken: what is chosen is told by itself.
  const others = ground.model.planning.actions.filter((action) => !actions.includes(action));
  const idle = new Map(others.map(({ name }) => [name, [] as readonly string[]]));
  const setUpFor = (taken: ReadonlyMap<string, readonly string[]>) =>
    setUp(one, actions, ground, ground.source.taking(new Map([...idle, ...taken])), effectsOn);
  let set = await setUpFor(new Map());
  for (let step = 1; ; step += 1) {
    if ('refused' in set) return { notLinear: set.refused };
    const solving = solver(set.problem, deadline, ground.signal);
    const found = await solving();
    if (!('values' in found)) {
      const conflict = found.status === 'infeasible' ? await conflictOf(set.stated, solving) : [];
      return { ...nothing, status: found.status, conflict };
    }
    const taken = set.problem.taken(found.values);
    const exact = await worked(one, actions, set.stated, taken, ground);
    const linear = found.objective + set.problem.objective.constant;
    const away = Math.abs(linear - exact.number) / Math.max(Math.abs(exact.number), Number.MIN_VALUE);
    if (away <= GAP || step === MOST_STEPS) return answer(one, actions, set, found, taken, exact, solving, ground);
    set = await setUpFor(taken);
  }
}

type Solving = (limits?: readonly Limit[]) => Promise<Solved>;

function solver(problem: Problem, deadline: number, signal: AbortSignal): Solving {
  return async (limits = problem.limits) => {
    signal.throwIfAborted();
    const found = await solve(problem.program(limits), { gap: GAP, seconds: (deadline - Date.now()) / 1_000 });
    await new Promise(setImmediate);
    return found;
  };
}

async function answer(
  one: Optimisation,
  actions: readonly Action[],
  { problem, stated }: SetUp,
  found: Best,
  taken: ReadonlyMap<string, readonly string[]>,
  exact: WorkedChoice,
  solving: Solving,
  ground: OptimisationGround,
): Promise<Answer> {
  const unit = unitOfFigure(one.objective.type);
  const inFull = (value: number) => shown(value + problem.objective.constant, unit);
  const byHand = greedy(problem.program(), problem.places.length);
  const away = Math.abs(found.bound + problem.objective.constant - exact.number);
  return {
    ...nothing,
    status: found.status,
    value: exact.value,
    bound: inFull(found.bound),
    gap: away === 0 ? 0 : away / Math.max(Math.abs(exact.number), Number.MIN_VALUE),
    cost: exact.cost,
    chosen: actions.map(({ name, label }) => {
      const keys = taken.get(name) ?? [];
      return { action: name, label, entities: keys.length, keys: keys.slice(0, MOST_KEYS) };
    }),
    limits: exact.limits,
    greedy: byHand === null ? null : (await worked(one, actions, stated, problem.taken(byHand), ground)).value,
    frontier: await frontier(one, problem, stated, solving, inFull),
    prices: await prices(one, problem, stated, found, solving),
  };
}

type Best = Extract<Solved, { readonly values: Float64Array }>;

interface WorkedChoice {
  /** The objective in base units. */
  readonly number: number;
  readonly value: FigureAt;
  readonly cost: FigureAt;
  readonly limits: readonly RequirementResult[];
}

/** What is chosen, as any plan is worked out. */
async function worked(
  one: Optimisation,
  actions: readonly Action[],
  stated: readonly Stated[],
  taken: ReadonlyMap<string, readonly string[]>,
  { model, source, signal }: OptimisationGround,
): Promise<WorkedChoice> {
  const none = model.planning.actions.map(({ name }) => [name, [] as readonly string[]] as const);
  const [data, from] = [new AskedData(), source.taking(new Map([...none, ...taken]))];
  const frame = { actions: actions.map(({ name }) => name), acting: true };
  const currency = model.planning.models.find(({ name }) => name === one.model)?.currency ?? '';
  for (;;) {
    signal.throwIfAborted();
    const values = new PlanValues(model, new Numbers(1, new Map()), data);
    const chosen = new Worked(model, values, frame);
    const cost = actions.reduce((sum, { name, span }) => {
      const type = { kind: 'number', unit: money(currency) } as const;
      return sum + at(values.figure({ kind: 'planned', by: 'action', name, figure: 'cost', type, span }, frame), 0);
    }, 0);
    const result = {
      number: chosen.number(one.objective, frame),
      value: shown(chosen.number(one.objective, frame), unitOfFigure(one.objective.type)),
      cost: shown(cost, money(currency)),
      limits: stated.flatMap(({ condition }) =>
        condition === null
          ? []
          : [requirementResult({ condition, chance: null, span: condition.span, line: condition.line }, chosen)],
      ),
    };
    if (!(await data.read(from))) return result;
  }
}

/** Limits that cannot be kept together, and could if any one of them were not: each that can be left out without any coming to terms is. */
async function conflictOf(stated: readonly Stated[], solving: Solving): Promise<readonly PlanStatement[]> {
  let kept = [...stated];
  for (const one of stated) {
    const without = kept.filter((each) => each !== one);
    const found = await solving(without.flatMap(({ limits }) => limits));
    if (found.status === 'infeasible') kept = without;
  }
  return kept.flatMap(({ limits: [first] }) => (first ? [first.statement] : []));
}

async function frontier(
  one: Optimisation,
  problem: Problem,
  [budget]: readonly Stated[],
  solving: Solving,
  inFull: (value: number) => FigureAt,
): Promise<OptimisationResult['frontier']> {
  const [limit] = budget?.limits ?? [];
  if (one.budget === null || one.direction !== 'maximise' || !budget || !limit) return [];
  // What is there: the limit is what is spent less that, at most 0.
  const there = -limit.figure.constant;
  const points: { budget: FigureAt; value: FigureAt }[] = [];
  for (const share of SHARES) {
    const other = { ...limit, high: there * (share - 1) };
    const found = await solving(problem.limits.map((each) => (each === limit ? other : each)));
    if ('values' in found) points.push({ budget: shown(there * share, budget.unit), value: inFull(found.objective) });
  }
  return points;
}

/** What a step more of each limit that holds the best back would bring: solved again with it. */
async function prices(
  one: Optimisation,
  problem: Problem,
  stated: readonly Stated[],
  best: Best,
  solving: Solving,
): Promise<OptimisationResult['prices']> {
  const found: { limit: string; step: string; gain: FigureAt }[] = [];
  for (const { limits, unit } of stated) {
    const [first] = limits;
    const step = stepOf(first, unit.kind === 'count' || unit.kind === 'number', unit.scale.toNumber());
    const loose = limits.map((limit) => ({ ...limit, low: limit.low - step, high: limit.high + step }));
    const other = await solving(problem.limits.map((limit) => loose[limits.indexOf(limit)] ?? limit));
    if (!first || !('values' in other)) continue;
    const gain = (other.objective - best.objective) * (one.direction === 'maximise' ? 1 : -1);
    if (gain <= GAP * Math.abs(best.objective)) continue;
    found.push({
      limit: first.statement.text,
      step: shown(step, unit).display,
      gain: shown(gain, unitOfFigure(one.objective.type)),
    });
  }
  return found;
}

/** One of what is counted; of others a tenth of the limit's own size, as a round number. */
function stepOf(limit: Limit | undefined, counts: boolean, scale: number): number {
  const size = Math.abs(limit?.figure.constant ?? 0);
  if (counts || size === 0) return scale;
  return 10 ** (Math.floor(Math.log10(size)) - 1);
}
