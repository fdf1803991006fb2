import type { ColumnType } from '@benchbook/dsl';
import { all, call, cases, cast, literal, operator, type SqlExpression, tryCast } from '../sql/expression.js';
import { MONEY, MONEY_DECIMALS } from './column-types.js';

/**
 * How a cell becomes a value, in two steps that each name the value once, so that nothing is worked out twice.
 * Both answer NULL for what cannot be read.
 */
export interface Reading {
  /** From the cell, trimmed and never blank, to something close to the value. */
  parse(cell: SqlExpression): SqlExpression;
  /** From that to the value. */
  settle(parsed: SqlExpression): SqlExpression;
}

export const asItIs = (value: SqlExpression): SqlExpression => value;

/** Whole, not negative and exact: "500.0" is a count, "500.5" is none. */
export function settleCount(parsed: SqlExpression): SqlExpression {
  const exact = operator(parsed, '<', literal(2 ** 53));
  const whole = operator(parsed, '=', call('floor', parsed));
  return onlyIf(all([operator(parsed, '>=', literal(0)), exact, whole]), cast(parsed, 'BIGINT'));
}

/** Neither infinite nor not-a-number. */
export function settleNumber(parsed: SqlExpression): SqlExpression {
  return onlyIf(call('isfinite', parsed), parsed);
}

/** Times how many currency units the file's 1 is. */
export function settleMoney(type: ColumnType & { kind: 'money' }): (parsed: SqlExpression) => SqlExpression {
  const shift = powerOfTen(type);
  if (shift === 0) return asItIs;
  if (shift !== null) return (parsed) => tryCast(operator(parsed, '*', literal(10 ** shift)), MONEY);
  // Wide enough for any amount times any rate: 38 digits, 12 of them behind the point.
  const rate = cast(literal(type.scale.toFixed(8)), 'DECIMAL(18,8)');
  return (parsed) => tryCast(operator(cast(parsed, 'DECIMAL(20,4)'), '*', rate), MONEY);
}

/** The decimals that the file's figure may have: four of the currency, more where the file counts in 万. */
export function moneyDecimals(type: ColumnType & { kind: 'money' }): number {
  return MONEY_DECIMALS + (powerOfTen(type) ?? 0);
}

/** 4 for 万; null for a scale that is no power of ten from 1 to 10^12. */
function powerOfTen(type: ColumnType & { kind: 'money' }): number | null {
  const { c: digits, e: exponent } = type.scale;
  return digits.length === 1 && digits[0] === 1 && exponent >= 0 && exponent <= 12 ? exponent : null;
}

export function onlyIf(when: SqlExpression, then: SqlExpression): SqlExpression {
  return cases([{ when, then }]);
}

/** A hundredth of a number in text, read in one step: dividing what was read would round a second time, and 0.7% miss 0.7%. */
export function hundredth(number: SqlExpression): SqlExpression {
  const shifted = tryCast(operator(number, '||', literal('e-2')), 'DOUBLE');
  return call('coalesce', shifted, operator(tryCast(number, 'DOUBLE'), '/', literal(100)));
}
