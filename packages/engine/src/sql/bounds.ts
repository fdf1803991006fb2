import type { Benchmark, Quantity, Threshold } from '@benchbook/dsl';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { inUnit } from '../plan/units.js';
import { asDouble, type Scope } from './compile-expression.js';
import { call, cases, cast, column, literal, operator, type SqlExpression, type SqlOperator } from './expression.js';
import { named } from './names.js';
import { output, type Output } from './query.js';

export const SIDES = ['low', 'high'] as const;
export type Side = (typeof SIDES)[number];

/** The bounds that each benchmark sets an entity: whole numbers scaled by 10^digits for a ratio of counts, else stored units. */
export function boundColumns(metric: JudgedMetric, scope: Scope): readonly Output[] {
  const { name } = metric.measured.metric;
  return metric.benchmarks.flatMap(({ benchmark, outcome }) =>
    SIDES.flatMap((side) => {
      const bounds = thresholds(benchmark, outcome).map((threshold) => boundOn(threshold, side));
      if (bounds.every((bound) => bound === null)) return [];
      const row = column(named.benchmarkRow(benchmark.name));
      const values = bounds.map((bound) => (bound === null ? null : boundValue(metric, bound, scope)));
      return [output(byRow(row, values), named.bound(benchmark.name, name, side))];
    }),
  );
}

function boundValue(metric: JudgedMetric, bound: Quantity, scope: Scope): SqlExpression {
  const value = inUnit(bound, metric.measured.metric.unit);
  return inIntegers(metric)
    ? scope.parameters.number(value.times(10 ** metric.digits), 'BIGINT')
    : scope.parameters.number(value, 'DOUBLE');
}

function byRow(row: SqlExpression, values: readonly (SqlExpression | null)[]): SqlExpression {
  const [only] = values;
  if (values.length === 1 && only) return only;
  return cases(
    values.flatMap((value, index) =>
      value === null ? [] : [{ when: operator(row, '=', literal(index + 1)), then: value }],
    ),
  );
}

/** Whether both counts, scaled, stay far inside 64 bits: a threshold of more digits is compared in doubles. */
export function inIntegers(metric: JudgedMetric): boolean {
  return metric.measured.form.kind === 'counts' && metric.digits <= 6;
}

export function thresholds(benchmark: Benchmark, outcome: number): readonly (Threshold | null)[] {
  return benchmark.table.rows.map((row) => row.outcomes[outcome] ?? null);
}

export function boundOn(threshold: Threshold | null, side: Side): Quantity | null {
  if (threshold === null) return null;
  if (threshold.kind === 'range') return side === 'low' ? threshold.low : threshold.high;
  return (threshold.operator === '>=' || threshold.operator === '>') === (side === 'low') ? threshold.quantity : null;
}

export function comparison(threshold: Threshold, side: Side): SqlOperator {
  if (threshold.kind === 'bound') return threshold.operator;
  if (side === 'low') return '>=';
  return threshold.highIncluded ? '<=' : '<';
}

/** The bound that decided, in stored units: the strictest, loosest or first of those asked. */
export function thresholdOf(metric: JudgedMetric, plan: Plan): SqlExpression {
  const bounds = metric.benchmarks.flatMap(({ benchmark, outcome }) => {
    const side = mainSide(benchmark, outcome);
    return side === null
      ? []
      : [{ side, value: column(named.bound(benchmark.name, metric.measured.metric.name, side)) }];
  });
  const [first] = bounds;
  if (first === undefined) return cast(literal(null), 'DOUBLE');
  const values = bounds.map(({ value }) => value);
  const bound = values.length === 1 ? first.value : call(chooser(plan.judge.combine, first.side), ...values);
  return inIntegers(metric) ? operator(asDouble(bound), '/', literal(10 ** metric.digits)) : bound;
}

/** The function that picks the deciding bound; each passes over NULL, as a benchmark that has no opinion is passed over. */
function chooser(combine: Plan['judge']['combine'], side: Side): string {
  if (combine === 'first') return 'coalesce';
  return (combine === 'strictest') === (side === 'low') ? 'greatest' : 'least';
}

function mainSide(benchmark: Benchmark, outcome: number): Side | null {
  const found = thresholds(benchmark, outcome).find((threshold) => threshold !== null);
  if (found === undefined || found === null) return null;
  return boundOn(found, 'low') === null ? 'high' : 'low';
}
