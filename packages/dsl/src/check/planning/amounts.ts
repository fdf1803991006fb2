import type { PlanFigure } from '../../model/planning/plan-figure.js';
import type { Quantity } from '../../model/expression.js';
import { numberType } from '../../model/units.js';
import type { AmountNode } from '../../syntax/planning-nodes.js';
import { quantityConstant } from '../constants.js';
import { isTooLarge } from '../limits.js';
import { writtenQuantity } from '../quantities.js';
import { uncertainty } from './distributions.js';
import { perWords } from './estimates.js';
import { checkPlanFigure } from './plan-figures.js';
import type { PlanGround } from './plan-figures.js';

/** A figure, `per` a time if it says so. A number alone has the path, and may be uncertain. */
export function amountFigure(node: AmountNode, ground: PlanGround, path: string): PlanFigure | null {
  const { scope } = ground;
  if (node.value.kind === 'number') {
    const written = writtenQuantity(node.value, path);
    const quantity: Quantity = { ...written, unit: perWords(written.unit, node.per) };
    if (isTooLarge(scope, quantity)) return null;
    if (node.uncertain && !uncertainty(scope, node.uncertain, { quantity, path })) return null;
    const { span } = node.value;
    return { kind: 'constant', constant: quantityConstant(quantity), type: numberType(quantity.unit), span };
  }
  const figure = checkPlanFigure(node.value, ground);
  if (node.uncertain) return scope.report('B608', node.uncertain.span, { name: scope.text(node.value.span) });
  if (figure === null || node.per.length === 0) return figure;
  if (figure.type.kind !== 'number')
    return scope.report('B205', figure.span, { found: figure.type.kind, wanted: 'number' });
  return { kind: 'per', of: figure, type: numberType(perWords(figure.type.unit, node.per)), span: figure.span };
}
