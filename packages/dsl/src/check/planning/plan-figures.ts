import type { ValueType } from '../../model/expression.js';
import type { Population } from '../../model/model.js';
import type { PlanFigure, PlanOwner } from '../../model/planning/plan-figure.js';
import { COUNT, numberType } from '../../model/units.js';
import type { CallNode, ExpressionNode, MemberNode, NameNode, Word } from '../../syntax/nodes.js';
import { closest } from '../../text/closest.js';
import type { Span } from '../../text/span.js';
import { checkFigure, figureArithmetic } from '../figures.js';
import { meaningOf, replaceBy } from '../scope.js';
import { childrenOf } from '../walk.js';
import type { Scope } from '../scope.js';
import { ownerFigures, PLAN_OWNERS } from './owner-figures.js';
import type { Figures } from './owner-figures.js';

/** Where a figure of a plan is asked: its population, and the model whose figures have bare names there. */
export interface PlanGround {
  readonly scope: Scope;
  readonly population: (at: Span) => Population | null;
  readonly own: { readonly model: string; readonly figures: Figures } | null;
}

/** A figure about data or about a plan; null when it is neither (reported). */
export function checkPlanFigure(node: ExpressionNode, ground: PlanGround): PlanFigure | null {
  switch (node.kind) {
    case 'arithmetic': {
      const left = checkPlanFigure(node.left, ground);
      const right = checkPlanFigure(node.right, ground);
      if (left === null || right === null) return null;
      const type = figureArithmetic(ground.scope, node, left.type, right.type);
      return type && { kind: 'arithmetic', operator: node.operator, left, right, type, span: node.span };
    }
    case 'name':
      return named(node, ground);
    case 'member':
      return member(node, ground);
    case 'call':
      return called(node, ground);
    default:
      return checkFigure(node, ground);
  }
}

/** Whether an expression asks for anything that only a plan can tell. Reports nothing. */
export function isAboutPlans(scope: Scope, node: ExpressionNode): boolean {
  if (node.kind === 'call' && (node.name.text === 'saved' || node.name.text === 'used')) return true;
  const slot = scope.find(ownerIn(node) ?? '');
  const isPlanned = slot !== undefined && slot !== 'broken' && PLAN_OWNERS.some((one) => one === slot.noun);
  return isPlanned || [...childrenOf(node)].some((child) => isAboutPlans(scope, child));
}

function ownerIn(node: ExpressionNode): string | null {
  if (node.kind === 'member') return node.of.text;
  return node.kind === 'name' ? node.name : null;
}

function named(node: NameNode, ground: PlanGround): PlanFigure | null {
  const { scope, own } = ground;
  const { name, span } = node;
  const type = own?.figures.get(name);
  scope.want(span, { kind: 'figure' });
  if (own && type) return planned('model', own.model, name, type, span);
  const slot = scope.find(name);
  if (slot === 'broken') return null;
  if (slot === undefined && own) {
    if (scope.mayBeLost(name)) return null;
    return unknownFigure(scope, { text: name, span }, 'model', own.model, own.figures);
  }
  if (slot?.noun === 'resource') {
    scope.use(span, meaningOf(slot));
    return scope.get('resource', name, span) && planned('resource', name, 'headcount', numberType(COUNT), span);
  }
  const owner = PLAN_OWNERS.find((one) => one === slot?.noun);
  if (slot === undefined || owner === undefined) return checkFigure(node, ground);
  scope.use(span, meaningOf(slot));
  const figures = ownerFigures(scope, owner, name, span);
  return figures && scope.report('B611', span, { name, noun: owner, figures: [...figures.keys()] });
}

const planned = (by: PlanOwner, name: string, figure: string, type: ValueType, span: Span): PlanFigure => ({
  kind: 'planned',
  by,
  name,
  figure,
  type,
  span,
});

/** `plan.npv`. */
function member(node: MemberNode, ground: PlanGround): PlanFigure | null {
  const { scope } = ground;
  const { text, span } = node.of;
  const slot = scope.find(text);
  if (slot === 'broken') return null;
  const owner = PLAN_OWNERS.find((one) => one === slot?.noun);
  if (slot === undefined || owner === undefined) {
    const names = PLAN_OWNERS.flatMap((noun) => scope.names(noun));
    const suggestion = slot === undefined ? closest(text, names) : null;
    if (slot !== undefined) return scope.report('B105', span, { name: text, is: slot.noun, wanted: 'model' });
    return scope.report('B101', span, { name: text, wanted: 'model', suggestion }, replaceBy(span, suggestion));
  }
  scope.use(span, meaningOf(slot));
  const figures = ownerFigures(scope, owner, text, span);
  if (figures === null) return null;
  const type = figures.get(node.member.text);
  scope.want(node.member.span, { kind: 'output', names: [...figures.keys()] });
  return type
    ? planned(owner, text, node.member.text, type, node.span)
    : unknownFigure(scope, node.member, owner, text, figures);
}

function unknownFigure(scope: Scope, word: Word, noun: PlanOwner, owner: string, figures: Figures): null {
  const known = [...figures.keys()];
  const suggestion = closest(word.text, [...known, ...scope.names('param')]);
  const data = { figure: word.text, noun, owner, known, suggestion };
  return scope.report('B610', word.span, data, replaceBy(word.span, suggestion));
}

/** `saved(…)` and `used(…)`; other calls are about data. */
function called(node: CallNode, ground: PlanGround): PlanFigure | null {
  const { scope } = ground;
  const name = node.name.text;
  if (name !== 'saved' && name !== 'used') return checkFigure(node, ground);
  scope.use(node.name.span, { kind: 'function', owner: null, name });
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length > 1)
    return scope.report('B208', node.span, { name, wanted: '1', found: node.arguments.length });
  if (name === 'used') {
    if (argument.kind !== 'name') return scope.report('B205', argument.span, { found: 'formula', wanted: 'resource' });
    const resource = scope.demand('resource', { text: argument.name, span: argument.span });
    return resource && { kind: 'used', resource: resource.name, type: numberType(COUNT), span: node.span };
  }
  const of = checkPlanFigure(argument, ground);
  if (of === null || of.type.kind === 'number') return of && { kind: 'saved', of, type: of.type, span: node.span };
  return scope.report('B205', argument.span, { found: of.type.kind, wanted: 'number' });
}
