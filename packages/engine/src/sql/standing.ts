import type { CumulativeShare, PercentRank } from '../plan/plan.js';
import { asDouble, compile, isDecimal, type Scope } from './compile-expression.js';
import {
  all,
  ascending,
  cases,
  column,
  descending,
  isKnown,
  literal,
  operator,
  tryCast,
  window,
} from './expression.js';
import type { SqlExpression } from './expression.js';
import { named } from './names.js';

/** Where an entity stands among those of its population whose value is known. */
export function standing(expression: PercentRank | CumulativeShare, scope: Scope): SqlExpression {
  const value = compile(expression.of, scope);
  const within = expression.within === null ? [] : [compile(expression.within, scope)];
  // Whoever belongs to no group that is known has no place in one.
  const known = all([value, ...within].map(isKnown));
  const partition = [...within, known];
  if (expression.kind === 'percent_rank') return cases([{ when: known, then: percentRank(value, partition) }]);
  return cumulativeShare(isDecimal(expression.of) ? value : tryCast(asDouble(value), EXACT), known, partition);
}

/** What adds up to the same on any number of threads. */
const EXACT = 'DECIMAL(38,12)';

/** Rows strictly below over (n − 1); alone it is 0. */
function percentRank(value: SqlExpression, partition: readonly SqlExpression[]): SqlExpression {
  return window('percent_rank', [], { partition, order: [ascending(value)] });
}

/** The sum from the largest down to this one over the sum of all; of nothing, or where something is below zero, nothing is a share. */
function cumulativeShare(
  value: SqlExpression,
  known: SqlExpression,
  partition: readonly SqlExpression[],
): SqlExpression {
  const order = [descending(value), ascending(column(named.key))];
  const upToHere = window('sum', [value], { partition, order });
  const total = window('sum', [value], { partition });
  const isShared = operator(window('min', [value], { partition }), '>=', literal(0));
  return cases([
    {
      when: all([known, isShared, operator(total, '>', literal(0))]),
      then: operator(asDouble(upToHere), '/', asDouble(total)),
    },
  ]);
}
