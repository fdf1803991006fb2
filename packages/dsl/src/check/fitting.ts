import type { Expression, ValueType } from '../model/expression.js';
import { numberType } from '../model/units.js';
import type { Unit } from '../model/unit.js';
import { fit } from './quantities.js';
import type { Scope } from './scope.js';

/** A number against a number, a text against a text, … */
export const sameKind = (a: ValueType, b: ValueType): boolean => a.kind === b.kind;

/** Gives a constant the unit of what it meets; anything else stays as it is. Null: it does not fit (reported). */
export function fitTo(scope: Scope, expression: Expression, type: ValueType): Expression | null {
  if (type.kind !== 'number' || expression.kind !== 'constant' || expression.constant.kind !== 'quantity')
    return expression;
  return fitConstant(scope, expression.constant.quantity, type.unit, expression);
}

function fitConstant(
  scope: Scope,
  quantity: Parameters<typeof fit>[1],
  unit: Unit,
  expression: Expression,
): Expression | null {
  const text = scope.text(expression.span);
  const fitted = fit(scope, { ...quantity, span: expression.span }, unit, text);
  return (
    fitted && {
      kind: 'constant',
      constant: { kind: 'quantity', quantity: fitted },
      type: numberType(fitted.unit),
      span: expression.span,
    }
  );
}
