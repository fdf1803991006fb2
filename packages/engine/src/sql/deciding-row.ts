import type { Benchmark } from '@benchbook/dsl';
import { peerBoundOf } from '../plan/peer-bounds.js';
import type { Plan } from '../plan/plan.js';
import { inUnit } from '../plan/units.js';
import { boundOn, SIDES } from './bounds.js';
import type { Scope } from './compile-expression.js';
import { any, cases, column, literal, operator, type SqlExpression } from './expression.js';
import { named } from './names.js';

/**
 * The row of a benchmark that decided a threshold of an entity: the row it falls under, if the bound that was applied is one of that
 * row's. Beside a stricter benchmark it decides nothing and is NULL. A row of `-` alone decides by saying nothing.
 */
export function decidingRow(benchmark: Benchmark, plan: Plan, scope: Scope): SqlExpression {
  const row = column(named.benchmarkRow(benchmark.name));
  return cases(
    benchmark.table.rows.flatMap((_, index) => {
      const here = operator(row, '=', literal(index + 1));
      const applied = appliedBounds(benchmark, index, plan, scope);
      if (applied === null) return [{ when: here, then: literal(index + 1) }];
      return [{ when: operator(here, 'and', any(applied)), then: literal(index + 1) }];
    }),
  );
}

/** Whether each bound of a row is the one applied; null for a row without bounds. */
function appliedBounds(benchmark: Benchmark, index: number, plan: Plan, scope: Scope): readonly SqlExpression[] | null {
  const bounds = plan.judge.metrics.flatMap(({ measured, benchmarks }) => {
    const own = benchmarks.find((asked) => asked.benchmark.name === benchmark.name);
    const threshold = own && benchmark.table.rows[index]?.outcomes[own.outcome];
    if (!threshold) return [];
    return SIDES.flatMap((side) => {
      const bound = boundOn(threshold, side);
      if (bound === null) return [];
      const { name, unit } = measured.metric;
      const value =
        bound.kind === 'peers'
          ? column(peerBoundOf(plan.judge.peers, name, bound).id)
          : scope.parameters.number(inUnit(bound.quantity, unit), 'DOUBLE');
      return [operator(column(named.threshold(name)), '=', value)];
    });
  });
  return bounds.length === 0 ? null : bounds;
}
