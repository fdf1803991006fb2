import type { Diff, Drivers, Input, Inverse, Place, Seek, Sweep } from '../model/scenario.js';
import { PERCENT } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { AxisNode, Declaration, ExpressionNode, PathNode, Word } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { figureCondition, populationAsked } from './figure-conditions.js';
import { limitsOf } from './overrides.js';
import { placeOf } from './places.js';
import { planCondition } from './planning/plan-conditions.js';
import { checkPlanFigure, isAboutPlans } from './planning/plan-figures.js';
import type { PlanGround } from './planning/plan-figures.js';
import { MOST_POINTS, movable, pointsOf } from './points.js';
import { scenarioNamed } from './scenarios.js';
import type { Scope } from './scope.js';
import { slug } from './shows.js';

/** What every question carries: a name made of its text, its label, where it stands. */
function asked(scope: Scope, declaration: Declaration, from: Span) {
  const { span } = declaration;
  const label = clauseOf(declaration, 'label')?.text.text ?? null;
  return { name: slug(scope.text({ start: from.start, end: span.end })), label, span, line: scope.line(span) };
}

/** `input PATH over LOW..HIGH step N`. */
export function checkInput(scope: Scope, declaration: Declaration): Input | null {
  const path = clauseOf(declaration, 'at')?.path;
  const points = clauseOf(declaration, 'points')?.points;
  if (!path || !points) return null;
  const axis = axisOf(scope, { path, points });
  return axis && { ...asked(scope, declaration, path.span), ...axis };
}

/** `sweep PATH over …, PATH over … report FIGURE, …`. */
export function checkSweep(scope: Scope, declaration: Declaration): Sweep | null {
  const nodes = clauseOf(declaration, 'axes')?.axes;
  const report = clauseOf(declaration, 'report');
  const [first] = nodes ?? [];
  if (!nodes || !first || !report) return null;
  const axes = nodes.flatMap((node) => axisOf(scope, node) ?? []);
  const figures = report.expressions.flatMap((node) => figureOf(scope, node) ?? []);
  if (axes.length < nodes.length || figures.length < report.expressions.length) return null;
  const points = axes.reduce((product, axis) => product * axis.points.length, 1);
  if (points > MOST_POINTS)
    return scope.report('B517', declaration.span, { points: String(points), most: MOST_POINTS });
  return { ...asked(scope, declaration, first.path.span), axes, figures };
}

/** `seek PATH so that FIGURE <= NUMBER`, `seek scale of PATH so that …`. */
export function checkSeek(scope: Scope, declaration: Declaration): Seek | null {
  const scale = clauseOf(declaration, 'scale of');
  const path = scale?.path ?? clauseOf(declaration, 'at')?.path;
  const goalNode = clauseOf(declaration, 'so that')?.expression;
  const place = path && placeOf(scope, path);
  const number = place && movable(scope, place);
  const goal = goalNode && goalOf(scope, goalNode);
  const moved = number && scale ? { unit: PERCENT, path: number.path } : number;
  const within = moved && limitsOf(scope, clauseOf(declaration, 'bounds')?.range ?? null, moved);
  if (!place || !number || !goal || within === undefined) return null;
  const { text, paths, span } = place;
  const by = scale ? 'factor' : 'value';
  return {
    ...asked(scope, declaration, scale?.span ?? path.span),
    place: { text, paths, span },
    by,
    within,
    goal,
  };
}

/** Whether a `seek` asks every threshold and not one place. */
export const isInverse = (declaration: Declaration): boolean => clauseOf(declaration, 'any threshold') !== undefined;

/** `seek any threshold so that …`, `seek any threshold of by_industry so that …`. */
export function checkInverse(scope: Scope, declaration: Declaration): Inverse | null {
  const any = clauseOf(declaration, 'any threshold');
  const goalNode = clauseOf(declaration, 'so that')?.expression;
  const goal = goalNode && goalOf(scope, goalNode);
  if (!any || !goal) return null;
  const place = any.path === null ? null : thresholdsAt(scope, any.path);
  return place === undefined ? null : { ...asked(scope, declaration, any.span), place, goal };
}

/** The thresholds of a place; undefined when it has none (reported). */
function thresholdsAt(scope: Scope, path: PathNode): Place | undefined {
  const place = placeOf(scope, path);
  if (place === null) return undefined;
  const { text, span, found } = place;
  const paths = found.flatMap(({ is, at }) => (is === 'number' && at.kind === 'threshold' ? [at.path] : []));
  return paths.length > 0 ? { text, paths, span } : void scope.report('B522', span, { path: text });
}

/** `rank drivers of FIGURE`. */
export function checkDrivers(scope: Scope, declaration: Declaration): Drivers | null {
  const node = clauseOf(declaration, 'drivers')?.expression;
  const found = node && figureOf(scope, node);
  return found ? { ...asked(scope, declaration, node.span), ...found } : null;
}

/** Whether a `show` is one of runs: `show diff(base, stricter)`. */
export function isDiff(declaration: Declaration): boolean {
  const node = clauseOf(declaration, 'condition')?.expression;
  return node?.kind === 'call' && node.name.text === 'diff';
}

export function checkDiff(scope: Scope, declaration: Declaration): Diff | null {
  const node = clauseOf(declaration, 'condition')?.expression;
  if (node?.kind !== 'call') return null;
  const words = node.arguments.flatMap((one): Word[] =>
    one.kind === 'name' ? [{ text: one.name, span: one.span }] : [],
  );
  const [first, second] = words;
  if (node.arguments.length !== 2)
    return scope.report('B208', node.span, { name: 'diff', wanted: '2', found: node.arguments.length });
  if (!first || !second) {
    const odd = node.arguments.find((one) => one.kind !== 'name') ?? node;
    const name = scope.text(odd.span);
    return scope.report('B101', odd.span, { name, wanted: 'scenario', suggestion: null });
  }
  const [before, after] = [scenarioNamed(scope, first), scenarioNamed(scope, second)];
  if (before === undefined || after === undefined) return null;
  if (first.text === second.text) return scope.report('B521', node.span, { name: first.text });
  return { ...asked(scope, declaration, node.span), before: before?.name ?? null, after: after?.name ?? null };
}

function axisOf(scope: Scope, node: AxisNode): Pick<Input, 'place' | 'points'> | null {
  const place = placeOf(scope, node.path);
  const number = place && movable(scope, place);
  const points = number && pointsOf(scope, node.points, number);
  if (!points) return null;
  const { text, paths, span } = place;
  return { place: { text, paths, span }, points };
}

/** A goal about data, or one about what a plan comes to: `plan.npv >= 0 CNY`. */
function goalOf(scope: Scope, node: ExpressionNode): Seek['goal'] | null {
  const ground = planGround(scope);
  return isAboutPlans(scope, node) ? planCondition(node, ground) : figureCondition(node, ground);
}

const planGround = (scope: Scope): PlanGround => ({ scope, population: populationAsked(scope, undefined), own: null });

function figureOf(scope: Scope, node: ExpressionNode) {
  const figure = checkPlanFigure(node, planGround(scope));
  if (figure === null) return null;
  if (figure.type.kind !== 'number')
    return scope.report('B205', node.span, { found: figure.type.kind, wanted: 'number' });
  return { text: scope.text(node.span), figure };
}
