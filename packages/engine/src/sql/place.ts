import { ascending, descending, window, type SqlExpression } from './expression.js';

/** 1 for the largest value; ties by key. Unknown values come last. */
export function place(by: SqlExpression, key: SqlExpression): SqlExpression {
  return window('row_number', [], { order: [descending(by), ascending(key)] });
}
