import type { Column, Expression, Source } from '@benchbook/dsl';
import type { SqlExpression } from '../sql/expression.js';
import { closure, type DerivedColumn } from './derived-columns.js';

/** What is to be loaded of a source, in declared order. */
export interface Selection {
  /** Columns with cells of their own in the file, or with none at all. */
  readonly columns: readonly Column[];
  readonly derived: readonly DerivedColumn[];
  /** What amounts are multiplied by, row by row, before anything is worked out of them. */
  readonly rates: readonly DerivedColumn[];
  /** The names of both. */
  readonly names: readonly string[];
}

/** The columns that are asked for, those that every source needs, and those that derivations read. */
export function selectColumns(
  source: Source,
  used: Iterable<string>,
  compile: (expression: Expression, source: Source) => SqlExpression,
): Selection {
  const derivations = source.columns.flatMap(({ name, from }) =>
    from.kind === 'derived' ? [{ name, expression: compile(from.expression, source) }] : [],
  );
  const rates = source.columns.flatMap(({ name, rate }) =>
    rate === null ? [] : [{ name, expression: compile(rate, source) }],
  );
  const references = source.columns.filter(({ type }) => type.kind === 'text' && type.references !== null);
  const always = [source.key, source.naming, ...references.map(({ name }) => name)].filter((name) => name !== null);
  const wanted = closure([...used, ...always], [...derivations, ...rates]);
  return {
    columns: source.columns.filter(({ name, from }) => wanted.has(name) && from.kind !== 'derived'),
    rates: rates.filter(({ name }) => wanted.has(name)),
    derived: derivations.filter(({ name }) => wanted.has(name)),
    names: source.columns.map(({ name }) => name).filter((name) => wanted.has(name)),
  };
}
