import type { Constant, ValueType } from '../model/expression.js';
import type { Param } from '../model/model.js';
import type { Unit } from '../model/unit.js';
import { isBare, numberType, TEXT } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, ListNode, Literal, NameNode, Word } from '../syntax/nodes.js';
import { dateConstant, quantityConstant, textConstant } from './constants.js';
import { clashesWithAnyColumn, declared } from './declared.js';
import { fitTo, sameKind } from './fitting.js';
import { uncertainty } from './planning/distributions.js';
import { constantExpression, typeOfConstant } from './ground.js';
import { readQuantity } from './quantities.js';
import type { Scope } from './scope.js';

export function checkParam(scope: Scope, declaration: Declaration, name: Word): Param | null {
  const value = clauseOf(declaration, 'value')?.value;
  const uncertain = clauseOf(declaration, 'uncertain');
  if (value === undefined || clashesWithAnyColumn(scope, declaration, name)) return null;
  const common = declared(scope, declaration, name);
  if (uncertain && value.kind !== 'number')
    return scope.report('B205', value.span, { found: value.kind, wanted: 'number' });
  if (value.kind === 'list') {
    const list = listOf(scope, value);
    return list && { ...common, value: { kind: 'list', items: list.items }, type: { kind: 'list', of: list.of } };
  }
  const constant = plainConstant(scope, value, name.text);
  if (constant === null) return null;
  if (uncertain && constant.kind === 'quantity') {
    const subject = { quantity: constant.quantity, path: name.text };
    if (!uncertainty(scope, uncertain, subject)) return null;
  }
  return { ...common, value: { kind: 'one', constant }, type: typeOfConstant(constant) };
}

/** A text may stand bare. */
function plainConstant(scope: Scope, node: Literal | NameNode, path: string | null): Constant | null {
  switch (node.kind) {
    case 'name':
      return textConstant(node.name);
    case 'text':
      return textConstant(node.text);
    case 'date':
      return dateConstant(scope, node.text, node.span);
    case 'number': {
      const quantity = readQuantity(scope, node, path);
      return quantity && quantityConstant(quantity);
    }
  }
}

/** All items are of the kind wanted, else of the first's; bare numbers take the unit that another item has. */
export function listOf(
  scope: Scope,
  node: ListNode,
  wanted: ValueType | null = null,
): { items: readonly Constant[]; of: ValueType } | null {
  const constants = node.items.map((item) => plainConstant(scope, item, null));
  const [first] = constants;
  if (first === undefined) return { items: [], of: wanted ?? TEXT };
  if (first === null) return null;
  const unit = constants.map((one) => one && unitOfConstant(one)).find((one) => one !== null && !isBare(one));
  const of = wanted ?? (unit ? numberType(unit) : typeOfConstant(first));
  const items = node.items.map((item, index) => {
    const constant = constants[index] ?? null;
    if (constant === null) return null;
    const expression = constantExpression(constant, item.span);
    if (!sameKind(expression.type, of))
      return scope.report('B205', item.span, { found: expression.type.kind, wanted: of.kind });
    const fitted = fitTo(scope, expression, of);
    return fitted?.kind === 'constant' ? fitted.constant : null;
  });
  const whole = items.flatMap((item) => item ?? []);
  return whole.length < items.length ? null : { items: whole, of };
}

const unitOfConstant = (constant: Constant): Unit | null =>
  constant.kind === 'quantity' ? constant.quantity.unit : null;
