import { output, type Query, select, subquery } from '../sql/query.js';
import type { SqlExpression } from '../sql/expression.js';
import { columnsOf } from './columns-of.js';

/** A column worked out from others of the same row. */
export interface DerivedColumn {
  readonly name: string;
  readonly expression: SqlExpression;
}

/** Adds derived columns to a query, those that others are made of first. The checker has seen to it that there is no cycle. */
export function withDerived(query: Query, derived: readonly DerivedColumn[]): Query {
  const names = new Set(derived.map(({ name }) => name));
  const ready = derived.filter(({ expression }) => columnsOf(expression).every((each) => !names.has(each)));
  if (ready.length === 0) return query;
  const columns = ready.map(({ name, expression }) => output(expression, name));
  const next = select({ every: true, columns, from: subquery(query, 'row') });
  return withDerived(
    next,
    derived.filter((each) => !ready.includes(each)),
  );
}

/** The columns asked for, and those that their derivations read, and so on. */
export function closure(wanted: Iterable<string>, derived: readonly DerivedColumn[]): ReadonlySet<string> {
  const found = new Set(wanted);
  for (const name of found) {
    const derivation = derived.find((each) => each.name === name);
    // A set that grows is gone through to its new end.
    if (derivation) for (const input of columnsOf(derivation.expression)) found.add(input);
  }
  return found;
}
