import { modelFigures } from '../../model/planning-figures.js';
import type { Simulation, SimulationFigure } from '../../model/planning/question.js';
import type { PlanFigure } from '../../model/planning/plan-figure.js';
import { clauseOf } from '../../syntax/clauses.js';
import type { Declaration, ExpressionNode, NumberNode } from '../../syntax/nodes.js';
import { closest } from '../../text/closest.js';
import { chosen } from '../sources.js';
import { isBare } from '../../model/units.js';
import { defaultPopulation } from '../figure-conditions.js';
import { readQuantity } from '../quantities.js';
import { wholes } from '../whole.js';
import { replaceBy } from '../scope.js';
import type { Scope } from '../scope.js';
import { refuse } from './estimates.js';
import { actionsOf } from './owner-figures.js';
import { planCondition } from './plan-conditions.js';
import { checkPlanFigure } from './plan-figures.js';
import type { PlanGround } from './plan-figures.js';

/** The ground of what is asked of one model: its figures have bare names. Null: there is no such model (reported). */
export function groundOfModel(
  scope: Scope,
  declaration: Declaration,
): (PlanGround & { readonly own: { readonly model: string } }) | null {
  const subject = clauseOf(declaration, 'subject');
  const model = subject && scope.demand('model', subject.name);
  if (!model) return null;
  const own = { model: model.name, figures: modelFigures(model, actionsOf(scope, model.actions)) };
  return { scope, population: (at) => defaultPopulation(scope, at), own };
}

/** More would take hours and say nothing new. */
const MOST_TRIALS = 10_000_000;
const LARGEST_SEED = 2 ** 32 - 1;

export function checkSimulation(scope: Scope, declaration: Declaration): Simulation | null {
  const ground = groundOfModel(scope, declaration);
  const [times, seedClause] = [clauseOf(declaration, 'trials'), clauseOf(declaration, 'seed')];
  const samplingClause = clauseOf(declaration, 'sampling');
  if (ground === null || times === undefined) return null;
  const trials = whole(scope, times.amount, 1, MOST_TRIALS);
  const seed = seedClause ? whole(scope, seedClause.amount, 0, LARGEST_SEED) : 1;
  const sampling = samplingClause
    ? chosen(scope, samplingClause.name, ['random', 'latin_hypercube', 'sobol'] as const)
    : 'random';
  const report = wholes(clauseOf(declaration, 'report')?.expressions ?? [], (node) => simulated(node, ground));
  if (trials === null || seed === null || sampling === null || report === null) return null;
  const { span } = declaration;
  if (scope.uncertain.size === 0) scope.report('B637', declaration.nounSpan, {});
  return { model: ground.own.model, trials, seed, sampling, report, span, line: scope.line(span) };
}

function whole(scope: Scope, node: NumberNode, least: number, most: number): number | null {
  const quantity = readQuantity(scope, node);
  if (quantity === null) return null;
  const { value, unit } = quantity;
  if (isBare(unit) && value.gte(least) && value.lte(most) && value.round(0).eq(value)) return value.toNumber();
  return refuse(scope, node.span, {
    en: `a whole number from ${least} to ${most.toLocaleString('en')}`,
    zh: `${least} 到 ${most.toLocaleString('en')} 之间的整数`,
  });
}

/** `p5(npv)`, `mean(npv)`, `sd(npv)`, `chance(npv > 0)`, or `npv` itself: its fan over the periods. */
function simulated(node: ExpressionNode, ground: PlanGround): SimulationFigure | null {
  const { scope } = ground;
  const common = { text: scope.text(node.span), span: node.span };
  if (node.kind !== 'call') {
    const of = numberFigure(node, ground);
    return of && { kind: 'fan', of, ...common };
  }
  const { text: name, span } = node.name;
  const [argument] = node.arguments;
  const percent = /^p([1-9]\d?)$/.exec(name)?.[1];
  const known = ['p5', 'p50', 'p95', 'mean', 'sd', 'chance'];
  if (percent === undefined && !known.includes(name)) {
    const suggestion = closest(name, known);
    return scope.report('B113', span, { name, suggestion }, replaceBy(span, suggestion));
  }
  scope.use(span, { kind: 'function', owner: null, name });
  if (argument === undefined || node.arguments.length > 1)
    return scope.report('B208', node.span, { name, wanted: '1', found: node.arguments.length });
  if (name === 'chance') {
    const of = planCondition(argument, ground);
    return of && { kind: 'chance', of, ...common };
  }
  const of = numberFigure(argument, ground);
  if (of === null) return null;
  if (percent !== undefined) return { kind: 'percentile', percent: Number(percent), of, ...common };
  return { kind: name === 'sd' ? 'sd' : 'mean', of, ...common };
}

function numberFigure(node: ExpressionNode, ground: PlanGround): PlanFigure | null {
  const figure = checkPlanFigure(node, ground);
  if (figure === null || figure.type.kind === 'number') return figure;
  return ground.scope.report('B205', node.span, { found: figure.type.kind, wanted: 'number' });
}
