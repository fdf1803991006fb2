import type { Expression } from '@benchbook/dsl';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { benchmarkRowName } from '../sql/answer-rows.js';
import { compile, type Scope } from '../sql/compile-expression.js';
import { call, cases, cast, column, isNull, literal, operator, sum, type SqlExpression } from '../sql/expression.js';
import { named } from '../sql/names.js';
import { FAILED, PASSED, UNKNOWN } from '../sql/states.js';
import { Inexact } from './inexact.js';

/** Something that entities are told apart by, with the values it takes in the population. */
export interface Told {
  readonly by: string;
  readonly expression: Expression;
  readonly values: readonly (string | null)[];
}

/** One part of what tells a cell from others: a whole number from 0 to below `size`. */
export interface KeyPart {
  readonly size: number;
  readonly code: SqlExpression;
}

/** What tells cells apart when one metric is judged otherwise: which groups, how the other metrics stand, which rows ask, which level in base. */
export interface CellKey {
  readonly groups: readonly KeyPart[];
  readonly others: readonly KeyPart[];
  readonly rows: readonly KeyPart[];
  readonly from: KeyPart;
}

/** Values that a group may take: more are no groups to look at. */
export const MOST_VALUES = 256;

/** @param from the row of the first level in base, as a column; null when there is no level */
export function cellKey(
  plan: Plan,
  metric: JudgedMetric,
  told: readonly Told[],
  from: { readonly row: SqlExpression; readonly rows: number } | null,
  scope: Scope,
): CellKey {
  const others = plan.judge.metrics.filter((one) => one !== metric);
  return {
    groups: told.map((one) => groupPart(one, scope)),
    others: [FAILED, PASSED, UNKNOWN].map((state) => ({ size: others.length + 1, code: countOf(others, state) })),
    rows: metric.benchmarks.map(({ benchmark, outcome }) =>
      rowPart(column(benchmarkRowName(benchmark, outcome)), benchmark.table.rows.length),
    ),
    from: from === null ? { size: 1, code: literal(0) } : rowPart(from.row, from.rows),
  };
}

/** All parts as one number: what the first part says counts most. */
export function packed(parts: readonly KeyPart[]): SqlExpression {
  const size = parts.reduce((product, part) => product * part.size, 1);
  if (size > Number.MAX_SAFE_INTEGER) throw new Inexact({ kind: 'cells', most: MOST_CELLS });
  const [first, ...rest] = parts.map(({ code, size: of }) => ({ code: cast(code, 'BIGINT'), size: of }));
  const all = rest.reduce(
    (before, part) => operator(operator(before, '*', cast(literal(part.size), 'BIGINT')), '+', part.code),
    first?.code ?? cast(literal(0), 'BIGINT'),
  );
  return cast(all, 'DOUBLE');
}

/** The parts of a packed key, in their order. */
export function unpacked(key: number, parts: readonly KeyPart[]): readonly number[] {
  const codes: number[] = [];
  let rest = key;
  for (const { size } of parts.toReversed()) {
    codes.push(rest % size);
    rest = Math.floor(rest / size);
  }
  return codes.reverse();
}

export const partsOf = ({ groups, others, rows, from }: CellKey): readonly KeyPart[] => [
  ...groups,
  ...others,
  ...rows,
  from,
];

/** More would take longer to add up than a person notices. */
export const MOST_CELLS = 20_000;

function groupPart({ by, expression, values }: Told, scope: Scope): KeyPart {
  if (values.length > MOST_VALUES) throw new Inexact({ kind: 'groups', by, most: MOST_VALUES });
  const value = compile(expression, scope);
  const branches = values.map((one, index) => ({
    when: one === null ? isNull(value) : operator(value, '=', literal(one)),
    then: literal(index),
  }));
  return { size: Math.max(1, values.length), code: cases(branches) };
}

function rowPart(row: SqlExpression, rows: number): KeyPart {
  return { size: rows + 1, code: call('coalesce', row, literal(0)) };
}

function countOf(metrics: readonly JudgedMetric[], state: SqlExpression): SqlExpression {
  return sum(
    metrics.map(({ measured }) => cast(operator(column(named.state(measured.metric.name)), '=', state), 'UTINYINT')),
  );
}
