import type { ChanceWanted, PlanCondition, PlanFigure } from '../../model/planning/plan-figure.js';
import { describeType, numberType } from '../../model/units.js';
import type { ExpressionNode } from '../../syntax/nodes.js';
import type { WithChanceNode } from '../../syntax/planning-nodes.js';
import { comparable } from '../comparing.js';
import { quantityConstant } from '../constants.js';
import { fit, writtenQuantity } from '../quantities.js';
import type { Scope } from '../scope.js';
import { asShare, refuse } from './estimates.js';
import { checkPlanFigure } from './plan-figures.js';
import type { PlanGround } from './plan-figures.js';

/** `used(managers) <= 30`. */
export function planCondition(node: ExpressionNode, ground: PlanGround): PlanCondition | null {
  const { scope } = ground;
  const { span } = node;
  if (node.kind !== 'compare') return scope.report('B411', span, {});
  const left = checkPlanFigure(node.left, ground);
  const right = left && checkPlanFigure(node.right, ground);
  if (left === null || right === null) return null;
  if (!comparable(left.type, right.type))
    return scope.report('B202', span, { left: describeType(left.type), right: describeType(right.type) });
  const [fittedLeft, fittedRight] = [fitPlan(scope, left, right), fitPlan(scope, right, left)];
  if (fittedLeft === null || fittedRight === null) return null;
  const { operator } = node;
  return { left: fittedLeft, operator, right: fittedRight, text: scope.text(span), span, line: scope.line(span) };
}

/** A literal takes the unit of what it is compared with. */
function fitPlan(scope: Scope, figure: PlanFigure, beside: PlanFigure): PlanFigure | null {
  if (figure.kind !== 'constant' || figure.constant.kind !== 'quantity' || beside.type.kind !== 'number') return figure;
  const text = scope.text(figure.span);
  const quantity = fit(scope, { ...figure.constant.quantity, span: figure.span }, beside.type.unit, text);
  return quantity && { ...figure, constant: quantityConstant(quantity), type: numberType(quantity.unit) };
}

/** `with chance >= 90%`. */
export function chanceWanted(scope: Scope, node: Omit<WithChanceNode, 'span'>): ChanceWanted | null {
  const chance = asShare(scope, writtenQuantity(node.chance));
  if (chance === null) return null;
  if (node.operator === '>=' || node.operator === '>') return { operator: node.operator, chance };
  return refuse(scope, node.chance.span, {
    en: 'asked for as at least, `with chance >= 90%`',
    zh: '写成至少，例如 `with chance >= 90%`',
  });
}
