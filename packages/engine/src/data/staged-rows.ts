import { aggregate, ascending, cast, column, literal, operator, type SqlExpression } from '../sql/expression.js';
import { output, type Output, type Query, type Relation, select, table } from '../sql/query.js';
import { listed } from './listed.js';
import type { Loading } from './loading.js';
import { POSITION } from './stage-query.js';

/** A source's rows in the database, typed, with what could not be read beside them. */
export interface StagedRows {
  readonly relation: Relation;
  /** Which of the rows count; null for all. */
  readonly where: SqlExpression | null;
  /** The row's place among the rows that were taken in, from 0. */
  readonly position: SqlExpression;
  /** Row numbers of the file that were not taken in, in file order. */
  readonly rejected: readonly number[];
}

/** Names of what a source becomes in the database. */
export const stagedName = (source: string): string => `staged_${source}`;
export const scanName = (source: string): string => `scan_${source}`;
export const keptName = (source: string): string => `kept_${source}`;
export const sourceName = (source: string): string => `source_${source}`;

export function stagedTable(name: string, rejected: readonly number[]): StagedRows {
  return { relation: table(name), where: null, position: column('rowid'), rejected };
}

export function stagedView(name: string): StagedRows {
  return { relation: table(name), where: null, position: column(POSITION), rejected: [] };
}

/** A SELECT over the rows that count. */
export function over(rows: StagedRows, parts: Partial<Query>): Query {
  const where = parts.where && rows.where ? operator(rows.where, 'and', parts.where) : (parts.where ?? rows.where);
  return select({ from: rows.relation, ...parts, where });
}

/** Row numbers shown in a notice. */
const SHOWN = 3;

export interface Examples {
  /** 1 is the first row under the header. */
  readonly rows: readonly number[];
  readonly values: readonly string[];
}

/** The first few rows that a query over staged rows finds, with the text of `value`. */
export async function examples(
  loading: Loading,
  rows: StagedRows,
  query: Query,
  value: SqlExpression,
): Promise<Examples> {
  const columns: Output[] = [
    output(cast(rows.position, 'BIGINT'), 'position'),
    output(cast(value, 'VARCHAR'), 'value'),
  ];
  const found = await loading.database.read(
    { ...query, every: false, columns, orderBy: [ascending(rows.position)], limit: SHOWN },
    {},
    loading.options,
  );
  return {
    rows: found.numbers('position').map((position) => rowNumber(position ?? 0, rows.rejected)),
    values: [...new Set(found.texts('value').flatMap((each) => each ?? []))],
  };
}

/** The same for a query that costs too much to be asked twice: how many rows it finds, and the first few. It names their place POSITION. */
export async function countedExamples(
  loading: Loading,
  rows: StagedRows,
  query: Query,
  value: SqlExpression,
): Promise<Examples & { readonly found: number }> {
  const position = column(POSITION);
  const columns = [
    output(count(), 'found'),
    output(aggregate('min', [position, literal(SHOWN)]), 'positions'),
    output(aggregate('arg_min', [value, position, literal(SHOWN)]), 'values'),
  ];
  const found = await loading.database.read({ ...query, columns }, {}, loading.options);
  return {
    found: found.number('found'),
    rows: listed(found.cell('positions'), 'number').map((each) => rowNumber(each, rows.rejected)),
    values: [...new Set(listed(found.cell('values'), 'string'))],
  };
}

/** The number in the file of the row that was taken in at a position. */
export function rowNumber(position: number, rejected: readonly number[]): number {
  let row = position + 1;
  for (const left of rejected) {
    if (left > row) break;
    row++;
  }
  return row;
}

export const count = (where: SqlExpression | null = null): SqlExpression => ({
  kind: 'aggregate',
  name: 'count',
  arguments: [],
  distinct: false,
  where,
});
