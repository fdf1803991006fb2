import { call, cast, literal, operator, type SqlExpression, type SqlOperator } from './expression.js';

/** Whole units from one date to another, as doubles. */
export function compileElapsed(
  unit: 'days' | 'months' | 'years',
  since: SqlExpression,
  until: SqlExpression,
): SqlExpression {
  return cast(call('date_sub', literal(PARTS[unit]), since, until), 'DOUBLE');
}

const PARTS = { days: 'day', months: 'month', years: 'year' } as const;

/** A date moved by a whole number of days or calendar months. */
export function shiftedDate(
  date: SqlExpression,
  by: SqlOperator,
  unit: 'days' | 'months',
  amount: SqlExpression,
): SqlExpression {
  return cast(operator(date, by, call(`to_${unit}`, cast(amount, 'INTEGER'))), 'DATE');
}
