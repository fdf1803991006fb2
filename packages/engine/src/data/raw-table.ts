import type { SqlExpression } from '../sql/expression.js';
import type { Relation } from '../sql/query.js';

/** A column as the file has it. `type` is the database's name of its type. */
export interface RawColumn {
  readonly name: string;
  readonly type: string;
}

/** A file as the database can read it, before anything is made of its cells. */
export interface RawTable {
  readonly relation: Relation;
  /** The header, as it stands in the file. */
  readonly headers: readonly string[];
  /** The relation's column for each header, in the same order. */
  readonly columns: readonly RawColumn[];
  /** The row's number in the file, from 0; null when the rows have to be put into a table to have one. */
  readonly position: SqlExpression | null;
}
