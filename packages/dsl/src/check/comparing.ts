import type { Constant, Expression, Range, ValueType } from '../model/expression.js';
import type { Unit } from '../model/unit.js';
import { agree, BOOLEAN, describeType } from '../model/units.js';
import type { ExpressionNode, ListNode, RangeNode } from '../syntax/nodes.js';
import { constantOf, textConstant } from './constants.js';
import { fitTo, sameKind } from './fitting.js';
import type { Ground } from './ground.js';
import { labelsOf, opposite, unknownLabel, useLabel } from './labels.js';
import { means } from './names.js';
import type { Scope } from './scope.js';

type NodeOf<K extends ExpressionNode['kind']> = Extract<ExpressionNode, { readonly kind: K }>;

export function compareExpression(node: NodeOf<'compare'>, ground: Ground): Expression | null {
  if (node.right.kind === 'name' && node.right.name === 'missing' && !means('missing', ground))
    return comparedWithMissing(node, ground.scope);
  const sides = bothSides(node, ground);
  if (sides === null) return null;
  const [left, right] = sides;
  if (!comparable(left.type, right.type)) {
    return ground.scope.report('B202', node.span, { left: describeType(left.type), right: describeType(right.type) });
  }
  const fittedLeft = fitTo(ground.scope, left, right.type);
  const fittedRight = fitTo(ground.scope, right, left.type);
  return (
    fittedLeft &&
    fittedRight && {
      kind: 'compare',
      operator: node.operator,
      left: fittedLeft,
      right: fittedRight,
      type: BOOLEAN,
      span: node.span,
    }
  );
}

/** `industry = missing`: nothing equals what is not there; whether it is missing can be asked. */
function comparedWithMissing({ operator, left, right, span }: NodeOf<'compare'>, scope: Scope): null {
  const asked = operator === '!=' ? ' is not missing' : ' is missing';
  const fix = { span: { start: left.span.end, end: right.span.end }, replacement: asked };
  return scope.report('B117', span, { asked: `${scope.text(left.span)}${asked}` }, { fix });
}

/** The side that means something by itself is checked first: it says which labels the other may have. */
function bothSides(node: NodeOf<'compare'>, ground: Ground): readonly [Expression, Expression] | null {
  const leftLeads = node.left.kind !== 'name' || means(node.left.name, ground) || node.right.kind === 'name';
  const leader = ground.check(leftLeads ? node.left : node.right, ground);
  if (leader === null) return null;
  const other = opposite(leftLeads ? node.right : node.left, leader, ground);
  if (other === null) return null;
  return leftLeads ? [leader, other] : [other, leader];
}

export function comparable(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'number' && b.kind === 'number') return unitsComparable(a.unit, b.unit);
  return sameKind(a, b) && a.kind !== 'list';
}

/** A bare number is left to `fit`, which says what it lacks. */
function unitsComparable(a: Unit, b: Unit): boolean {
  if (a.text === '' || b.text === '') return true;
  const kinds = new Set([a.kind, b.kind]);
  return agree(a, b) && !(kinds.has('percent') && kinds.has('count'));
}

export function inExpression(node: NodeOf<'in'>, ground: Ground): Expression | null {
  const value = ground.check(node.value, ground);
  if (value === null) return null;
  const list = node.list.kind === 'list' ? listFor(node.list, value, ground) : namedList(node.list, value, ground);
  return list && { kind: 'in', value, list, negated: node.negated, type: BOOLEAN, span: node.span };
}

/** A list with a name: a param, or what a table collects. */
function namedList(node: ExpressionNode, value: Expression, ground: Ground): Expression | null {
  const list = ground.check(node, ground);
  if (list === null) return null;
  if (list.type.kind !== 'list')
    return ground.scope.report('B205', node.span, { found: list.type.kind, wanted: 'list' });
  if (!comparable(list.type.of, value.type)) {
    return ground.scope.report('B202', node.span, {
      left: describeType(value.type),
      right: describeType(list.type.of),
    });
  }
  return list;
}

function listFor(node: ListNode, value: Expression, ground: Ground): Expression | null {
  const items = node.items.map((item) => itemFor(item, value, ground));
  const whole = items.flatMap((item) => item ?? []);
  if (whole.length < items.length) return null;
  return { kind: 'list', items: whole, param: null, type: { kind: 'list', of: value.type }, span: node.span };
}

function itemFor(item: ListNode['items'][number], value: Expression, ground: Ground): Constant | null {
  const labels = labelsOf(value, ground);
  const label = item.kind === 'name' ? item.name : item.kind === 'text' && item.text;
  ground.scope.want(item.span, { kind: 'value', subject: value });
  if (labels && typeof label === 'string' && value.kind === 'given')
    useLabel(ground.scope, item.span, value.name, label, labels);
  if (labels && typeof label === 'string')
    return labels.includes(label) ? textConstant(label) : unknownLabel(label, item, value, labels, ground);
  if (item.kind !== 'name') return constantOf(ground.scope, item, value.type);
  const checked = opposite(item, value, ground);
  if (checked === null) return null;
  return checked.kind === 'constant'
    ? checked.constant
    : ground.scope.report('B205', item.span, { found: 'column', wanted: value.type.kind });
}

export function insideExpression(node: NodeOf<'inside'>, ground: Ground): Expression | null {
  const value = ground.check(node.value, ground);
  const range = value && rangeOf(ground.scope, node.range, value.type, null);
  return range && { kind: 'within', value, range, type: BOOLEAN, span: node.span };
}

/** A range whose ends fit the type. With a path its ends are named `path.low` and `path.high`. */
export function rangeOf(scope: Scope, node: RangeNode, type: ValueType, path: string | null): Range | null {
  const low = constantOf(scope, node.low, type, path && `${path}.low`);
  const high = constantOf(scope, node.high, type, path && `${path}.high`);
  if (low === null || high === null) return null;
  if (isEmpty(low, high, node.lowIncluded && node.highIncluded)) {
    const said = (span: { start: number; end: number }) => scope.text(span);
    const [from, to] = [said(node.low.span), said(node.high.span)];
    const between = said({ start: node.low.span.end, end: node.high.span.start });
    const fix = {
      span: { start: node.low.span.start, end: node.high.span.end },
      replacement: `${to}${between}${from}`,
    };
    return scope.report('B310', node.span, { low: from, high: to }, from === to ? {} : { fix });
  }
  return { low, lowIncluded: node.lowIncluded, high, highIncluded: node.highIncluded };
}

function isEmpty(low: Constant, high: Constant, endsIncluded: boolean): boolean {
  if (low.kind === 'quantity' && high.kind === 'quantity') {
    return endsIncluded ? low.quantity.value.gt(high.quantity.value) : low.quantity.value.gte(high.quantity.value);
  }
  return low.kind === 'date' && high.kind === 'date' && (endsIncluded ? low.iso > high.iso : low.iso >= high.iso);
}

export function matchExpression(node: NodeOf<'match'>, ground: Ground): Expression | null {
  const value = ground.check(node.value, ground);
  if (value === null) return null;
  if (value.type.kind !== 'text')
    return ground.scope.report('B205', node.value.span, { found: value.type.kind, wanted: 'text' });
  return {
    kind: 'match',
    value,
    how: node.how,
    texts: node.texts.map((one) => one.text),
    type: BOOLEAN,
    span: node.span,
  };
}

export function missingExpression(node: NodeOf<'is-missing'>, ground: Ground): Expression | null {
  const value = ground.check(node.value, ground);
  return value && { kind: 'missing', value, negated: node.negated, type: BOOLEAN, span: node.span };
}
