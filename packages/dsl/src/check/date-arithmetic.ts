import type { ArithmeticOperator, Expression, ValueType } from '../model/expression.js';
import { DATE, duration, NUMBER, numberType } from '../model/units.js';
import type { Span } from '../text/span.js';

/**
 * A date minus a date is a number of days; a date plus or minus a time is a date. A month later is the same day of the next month, or
 * its last one; parts of a day or month do not count. Undefined: not about dates.
 */
export function dateArithmetic(
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
  span: Span,
): Expression | undefined {
  const made = (type: ValueType): Expression => ({ kind: 'arithmetic', operator, left, right, type, span });
  if (operator === '-' && left.type.kind === 'date' && right.type.kind === 'date')
    return made(numberType(duration('days') ?? NUMBER));
  if (operator === '+' && isTime(left.type) && right.type.kind === 'date')
    return { ...made(DATE), left: right, right: left } as Expression;
  const shifts = operator === '+' || operator === '-';
  return shifts && left.type.kind === 'date' && isTime(right.type) ? made(DATE) : undefined;
}

function isTime(type: ValueType): boolean {
  const powers = type.kind === 'number' ? Object.entries(type.unit.dimension) : [];
  return powers.length === 1 && powers.every(([base, power]) => power === 1 && (base === 'days' || base === 'months'));
}
