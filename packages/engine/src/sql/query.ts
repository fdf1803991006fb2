import type { SqlExpression, SqlOrder } from './expression.js';

/** The table a loaded source stands in. */
export type SourceTables = (source: string) => string;

/** Where rows come from. */
export type Relation =
  | { readonly kind: 'table'; readonly name: string; readonly as: string | null }
  | { readonly kind: 'query'; readonly query: Query; readonly as: string }
  /** A table function such as `read_parquet`: positional arguments, then options by name. */
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly arguments: readonly SqlExpression[];
      readonly options: Readonly<Record<string, SqlOption>>;
      readonly as: string | null;
    }
  /** Rows written out; every row has a value for each of `columns`. There is at least one. */
  | {
      readonly kind: 'values';
      readonly rows: readonly (readonly SqlExpression[])[];
      readonly columns: readonly string[];
      readonly as: string;
    }
  /** The rows of all, columns matched by name; a column that one does not have is NULL in its rows. */
  | { readonly kind: 'union'; readonly of: readonly Query[]; readonly as: string }
  | {
      readonly kind: 'join';
      readonly how: 'inner' | 'left' | 'full' | 'semi' | 'anti';
      readonly left: Relation;
      readonly right: Relation;
      readonly on: SqlExpression;
    };

/** A value of a table function's option; a list or a struct may nest. */
export type SqlOption = string | number | boolean | readonly SqlOption[] | { readonly [key: string]: SqlOption };

export interface Output {
  readonly expression: SqlExpression;
  readonly as: string;
}

/** One SELECT. `every` takes all columns of `from`, or of the relation of that name; `columns` stand to their right. */
export interface Query {
  readonly with: readonly { readonly name: string; readonly query: Query }[];
  readonly every: boolean | string;
  /** Columns that `every` leaves out. */
  readonly except: readonly string[];
  readonly columns: readonly Output[];
  readonly from: Relation | null;
  readonly where: SqlExpression | null;
  readonly groupBy: readonly SqlExpression[];
  readonly orderBy: readonly SqlOrder[];
  readonly limit: number | null;
}

export type Statement =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'create'; readonly what: 'table' | 'view'; readonly name: string; readonly query: Query }
  | { readonly kind: 'drop'; readonly what: 'table' | 'view'; readonly name: string }
  /** Writes the rows to a file. */
  | { readonly kind: 'copy'; readonly query: Query; readonly path: string; readonly format: 'parquet' | 'csv' };

export const table = (name: string, as: string | null = null): Relation => ({ kind: 'table', name, as });
export const subquery = (query: Query, as: string): Relation => ({ kind: 'query', query, as });
export const union = (of: readonly Query[], as: string): Relation => ({ kind: 'union', of, as });
export const output = (expression: SqlExpression, as: string): Output => ({ expression, as });

/** A SELECT; `every: true` is `*` followed by `columns`. */
export function select(parts: Partial<Query>): Query {
  return {
    with: [],
    every: false,
    except: [],
    columns: [],
    from: null,
    where: null,
    groupBy: [],
    orderBy: [],
    limit: null,
    ...parts,
  };
}

export function join(
  left: Relation,
  how: 'inner' | 'left' | 'full' | 'semi' | 'anti',
  right: Relation,
  on: SqlExpression,
): Relation {
  return { kind: 'join', how, left, right, on };
}

export function tableFunction(
  name: string,
  args: readonly SqlExpression[],
  options: Readonly<Record<string, SqlOption>> = {},
  as: string | null = null,
): Relation {
  return { kind: 'function', name, arguments: args, options, as };
}
