import type { ArithmeticOperator, Expression, ValueType } from '../model/expression.js';
import type { Unit } from '../model/unit.js';
import { agree, combine, describeType, isBare, NUMBER, numberType, PERCENT } from '../model/units.js';
import type { ExpressionNode } from '../syntax/nodes.js';
import { isoOf } from '../syntax/dates.js';
import type { Span } from '../text/span.js';
import { reportedDate } from './cells.js';
import { dateArithmetic } from './date-arithmetic.js';
import { fitTo } from './fitting.js';
import type { Ground } from './ground.js';
import type { Scope } from './scope.js';

type NodeOf<K extends ExpressionNode['kind']> = Extract<ExpressionNode, { readonly kind: K }>;

export function arithmeticExpression(node: NodeOf<'arithmetic'>, ground: Ground): Expression | null {
  // Nobody divides a year by a month and a day.
  const said = ground.scope.text(node.span);
  if (isoOf(said) !== null && reportedDate(ground.scope, node.span)) return null;
  const left = ground.check(node.left, ground);
  const right = ground.check(node.right, ground);
  return left && right && calculated(ground.scope, node.operator, left, right, node.span);
}

/** The sides may be expressions on rows or figures on populations: only their types count. */
export function calculated(
  scope: Scope,
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
  span: Span,
): Expression | null {
  const dated = dateArithmetic(operator, left, right, span);
  if (dated) return dated;
  const refuse = (): null =>
    scope.report('B201', span, { operator, left: describeType(left.type), right: describeType(right.type) });
  if (left.type.kind !== 'number' || right.type.kind !== 'number') return refuse();
  if (operator === '*' || operator === '/') {
    const unit = combine(left.type.unit, right.type.unit, operator === '*' ? 1 : -1);
    return { kind: 'arithmetic', operator, left, right, type: numberType(unit), span };
  }
  const unit = sumUnit(left.type.unit, right.type.unit);
  if (unit === null) return refuse();
  const fittedLeft = isPoints(left.type) ? left : fitTo(scope, left, right.type);
  const fittedRight = isPoints(right.type) ? right : fitTo(scope, right, left.type);
  return (
    fittedLeft &&
    fittedRight && { kind: 'arithmetic', operator, left: fittedLeft, right: fittedRight, type: numberType(unit), span }
  );
}

const isPoints = (type: ValueType): boolean => type.kind === 'number' && type.unit.kind === 'points';

/** Sums are made in base units; a bare number takes the other side's unit; points shift a percent. */
export function sumUnit(a: Unit, b: Unit): Unit | null {
  if (isBare(a)) return inBase(b);
  if (isBare(b)) return inBase(a);
  if (!agree(a, b)) return null;
  const kinds = [a.kind, b.kind];
  if (kinds.includes('percent') && kinds.includes('points')) return PERCENT;
  if (a.kind === b.kind) return inBase(a);
  if (kinds.includes('points') || (kinds.includes('percent') && kinds.includes('count'))) return null;
  return NUMBER;
}

export const inBase = (unit: Unit): Unit => (unit.scale.eq(1) ? unit : combine(unit, NUMBER, 1));

export function negateExpression(node: NodeOf<'not' | 'negate'>, ground: Ground): Expression | null {
  const of = ground.check(node.of, ground);
  if (of === null) return null;
  if (of.type.kind !== 'number')
    return ground.scope.report('B205', node.of.span, { found: of.type.kind, wanted: 'number' });
  return { kind: 'negate', of, type: of.type, span: node.span };
}
