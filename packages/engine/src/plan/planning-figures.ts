import type { Expression, Figure, Model, PlanCondition, PlanFigure, SimulationFigure, Source } from '@benchbook/dsl';
import { inputsOf } from './walk.js';

/** The figures about data that plans are made of, inside what they save and beside what they come to. */
export function* planningFigures({ planning }: Model): Generator<Figure> {
  for (const figure of planFigures(planning)) yield* figuresInside(figure);
}

/** What plans ask of the entities of a source: who is eligible for actions, what values are set to, who looks after whom. */
export function* planningRoots({ planning, populations }: Model, source: Source): Generator<Expression> {
  const isOf = (population: string): boolean =>
    populations.some(({ name, source: of }) => name === population && of === source.name);
  for (const { population, where, top, sets } of planning.actions) {
    if (!isOf(population)) continue;
    yield* [where, top?.by ?? null, ...sets.flatMap((set) => [set.value, set.where])].filter((root) => root !== null);
  }
  for (const { spans } of planning.resources)
    for (const span of spans) if (span.kind === 'table' && isOf(span.population)) yield* inputsOf(span.table);
}

/** The columns that actions write and those that numbers are drawn from, each with its source. */
export function* planningColumns({ planning }: Model): Generator<{ readonly source: string; readonly column: string }> {
  for (const { adds, sets } of planning.actions) {
    for (const { source, columns } of adds) for (const column of columns) yield { source, column };
    yield* sets;
  }
  for (const { distribution } of planning.uncertain) if (distribution.kind === 'empirical') yield distribution;
}

function* planFigures(planning: Model['planning']): Generator<PlanFigure> {
  for (const { flows, report } of planning.models) {
    for (const { amount } of flows) yield amount;
    yield* report;
  }
  for (const { size, worth } of planning.cohorts) {
    yield size;
    if (worth) yield worth;
  }
  for (const { milestones } of planning.phases) for (const { measure } of milestones) if (measure) yield measure;
  for (const { moves } of planning.budgets) for (const { when } of moves) if (when) yield* sides(when);
  for (const { report } of planning.simulations) for (const asked of report) yield* simulated(asked);
  for (const { objective, require } of planning.optimisations) {
    yield objective;
    for (const { condition } of require) yield* sides(condition);
  }
  for (const { condition } of planning.requirements) yield* sides(condition);
}

const sides = ({ left, right }: PlanCondition): readonly PlanFigure[] => [left, right];
const simulated = (asked: SimulationFigure): readonly PlanFigure[] =>
  asked.kind === 'chance' ? sides(asked.of) : [asked.of];

function* figuresInside(figure: PlanFigure): Generator<Figure> {
  switch (figure.kind) {
    case 'planned':
    case 'used':
      return;
    case 'saved':
    case 'per':
      yield* figuresInside(figure.of);
      return;
    case 'arithmetic':
      yield* figuresInside(figure.left);
      yield* figuresInside(figure.right);
      return;
    default:
      yield figure;
  }
}
