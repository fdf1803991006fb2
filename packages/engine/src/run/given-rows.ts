import type { Constant, GivenRows, Source } from '@benchbook/dsl';
import { sqlType } from '../data/column-types.js';
import { withDerived } from '../data/derived-columns.js';
import { compile, type Scope } from '../sql/compile-expression.js';
import { compileConstant } from '../sql/compile-constant.js';
import { cast, column, literal, type SqlExpression } from '../sql/expression.js';
import type { ParameterSheet } from '../sql/parameters.js';
import { output, select, subquery, type Query } from '../sql/query.js';

/**
 * A source as a test gives it: its rows, typed as the source declares; what is not given is missing, but for derived columns, which
 * are derived. Without rows it is empty.
 */
export function givenSource(
  source: Source,
  given: GivenRows | null,
  scope: (parameters: ParameterSheet) => Scope,
  parameters: ParameterSheet,
): Query {
  const written = source.columns.filter(({ from, name }) => from.kind !== 'derived' || given?.columns.includes(name));
  const derived = source.columns.flatMap(({ name, from }) =>
    from.kind === 'derived' && !given?.columns.includes(name) ? [{ name, expression: from.expression }] : [],
  );
  const typed = select({
    columns: written.map((one) => output(typedColumn(one, given), one.name)),
    from: { kind: 'values', as: 'given', ...rowsOf(source, given, parameters) },
  });
  const rows =
    given === null || given.rows.length === 0
      ? select({ every: true, from: subquery(typed, 'typed'), where: literal(false) })
      : typed;
  return withDerived(
    rows,
    derived.map(({ name, expression }) => ({ name, expression: compile(expression, scope(parameters)) })),
  );
}

function typedColumn({ name, type }: Source['columns'][number], given: GivenRows | null): SqlExpression {
  return cast(given?.columns.includes(name) ? column(name) : literal(null), sqlType(type));
}

/** The rows as literals; a key that is not given is the row's number, so that the row can be told apart. */
function rowsOf(
  source: Source,
  given: GivenRows | null,
  parameters: ParameterSheet,
): { rows: SqlExpression[][]; columns: string[] } {
  if (given === null || given.rows.length === 0) return { rows: [[literal(null)]], columns: ['nothing'] };
  const { key } = source;
  const invented = key !== null && !given.columns.includes(key) ? key : null;
  const rows = given.rows.map((row, index) => [
    ...row.map((constant) => literalOf(constant, parameters)),
    ...(invented === null ? [] : [literal(`row ${index + 1}`)]),
  ]);
  return { rows, columns: [...given.columns, ...(invented === null ? [] : [invented])] };
}

function literalOf(constant: Constant | null, parameters: ParameterSheet): SqlExpression {
  return constant === null ? literal(null) : compileConstant(constant, null, { parameters });
}
