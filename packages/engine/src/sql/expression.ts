/** SQL expressions as a tree. Built by the functions here, printed once by a dialect's printer, never glued from text. */
export type SqlExpression =
  | { readonly kind: 'column'; readonly table: string | null; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly type: SqlType }
  | { readonly kind: 'literal'; readonly value: string | number | bigint | boolean | null }
  | {
      readonly kind: 'operator';
      readonly operator: SqlOperator;
      readonly left: SqlExpression;
      readonly right: SqlExpression;
    }
  | { readonly kind: 'not'; readonly of: SqlExpression }
  | { readonly kind: 'isNull'; readonly of: SqlExpression; readonly negated: boolean }
  | { readonly kind: 'in'; readonly of: SqlExpression; readonly values: readonly SqlExpression[] }
  | { readonly kind: 'case'; readonly branches: readonly SqlBranch[]; readonly otherwise: SqlExpression | null }
  | { readonly kind: 'cast'; readonly of: SqlExpression; readonly type: SqlType; readonly lenient: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly SqlExpression[] }
  /** A value that is computed once and read by name in `body`, as `column(name)`. */
  | { readonly kind: 'let'; readonly name: string; readonly value: SqlExpression; readonly body: SqlExpression }
  | {
      readonly kind: 'aggregate';
      readonly name: string;
      readonly arguments: readonly SqlExpression[];
      readonly distinct: boolean;
      readonly where: SqlExpression | null;
    }
  | {
      readonly kind: 'window';
      readonly name: string;
      readonly arguments: readonly SqlExpression[];
      readonly partition: readonly SqlExpression[];
      readonly order: readonly SqlOrder[];
    };

export type SqlType =
  | 'VARCHAR'
  | 'BOOLEAN'
  | 'DATE'
  | 'DOUBLE'
  | 'BIGINT'
  | 'HUGEINT'
  | 'INTEGER'
  | 'UTINYINT'
  | 'USMALLINT'
  | `DECIMAL(${number},${number})`;

export type SqlOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '//'
  | '%'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'and'
  | 'or'
  | '||'
  | '&'
  | '|'
  | '<<'
  | 'is not distinct from';

export interface SqlBranch {
  readonly when: SqlExpression;
  readonly then: SqlExpression;
}

export interface SqlOrder {
  readonly by: SqlExpression;
  readonly descending: boolean;
}

export const column = (name: string, table: string | null = null): SqlExpression => ({ kind: 'column', table, name });
export const literal = (value: string | number | bigint | boolean | null): SqlExpression => ({
  kind: 'literal',
  value,
});
export const parameter = (name: string, type: SqlType): SqlExpression => ({ kind: 'parameter', name, type });
export const operator = (left: SqlExpression, op: SqlOperator, right: SqlExpression): SqlExpression => ({
  kind: 'operator',
  operator: op,
  left,
  right,
});
export const not = (of: SqlExpression): SqlExpression => ({ kind: 'not', of });
export const isNull = (of: SqlExpression): SqlExpression => ({ kind: 'isNull', of, negated: false });
export const isKnown = (of: SqlExpression): SqlExpression => ({ kind: 'isNull', of, negated: true });
export const isIn = (of: SqlExpression, values: readonly SqlExpression[]): SqlExpression => ({
  kind: 'in',
  of,
  values,
});
export const cast = (of: SqlExpression, type: SqlType): SqlExpression => ({ kind: 'cast', of, type, lenient: false });
/** A cast that answers NULL for what cannot be read. */
export const tryCast = (of: SqlExpression, type: SqlType): SqlExpression => ({ kind: 'cast', of, type, lenient: true });
export const call = (name: string, ...args: SqlExpression[]): SqlExpression => ({
  kind: 'call',
  name,
  arguments: args,
});
/** `body` of a value that is computed once. The name must be no column's: it has a colon, which none of ours has. */
export const bound = (
  name: `let:${string}`,
  value: SqlExpression,
  body: (bound: SqlExpression) => SqlExpression,
): SqlExpression => ({
  kind: 'let',
  name,
  value,
  body: body(column(name)),
});
export const descending = (by: SqlExpression): SqlOrder => ({ by, descending: true });
export const ascending = (by: SqlExpression): SqlOrder => ({ by, descending: false });

/** CASE; without branches it is what it would otherwise be. */
export function cases(branches: readonly SqlBranch[], otherwise: SqlExpression | null = null): SqlExpression {
  return branches.length === 0 ? (otherwise ?? literal(null)) : { kind: 'case', branches, otherwise };
}

export function aggregate(
  name: string,
  args: readonly SqlExpression[],
  options: { distinct?: boolean; where?: SqlExpression | null } = {},
): SqlExpression {
  return {
    kind: 'aggregate',
    name,
    arguments: args,
    distinct: options.distinct ?? false,
    where: options.where ?? null,
  };
}

export function window(
  name: string,
  args: readonly SqlExpression[],
  over: { partition?: readonly SqlExpression[]; order?: readonly SqlOrder[] },
): SqlExpression {
  return { kind: 'window', name, arguments: args, partition: over.partition ?? [], order: over.order ?? [] };
}

/** AND over all; true when there are none. */
export const all = (conditions: readonly SqlExpression[]): SqlExpression => fold(conditions, 'and', true);
/** OR over all; false when there are none. */
export const any = (conditions: readonly SqlExpression[]): SqlExpression => fold(conditions, 'or', false);

function fold(conditions: readonly SqlExpression[], op: 'and' | 'or', none: boolean): SqlExpression {
  const [first, ...rest] = conditions;
  return first === undefined ? literal(none) : rest.reduce((left, right) => operator(left, op, right), first);
}

/** The sum of all; 0 when there are none. */
export function sum(terms: readonly SqlExpression[]): SqlExpression {
  const [first, ...rest] = terms;
  return first === undefined ? literal(0) : rest.reduce((left, right) => operator(left, '+', right), first);
}
