import type { Benchmark, PeerThreshold, Quantity, Threshold } from '@benchbook/dsl';
import { peerBoundOf } from '../plan/peer-bounds.js';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { inUnit } from '../plan/units.js';
import { benchmarkRowName } from './answer-rows.js';
import { asDouble, type Scope } from './compile-expression.js';
import {
  all,
  call,
  cases,
  cast,
  column,
  isIn,
  isKnown,
  isNull,
  literal,
  not,
  operator,
  type SqlExpression,
  type SqlOperator,
} from './expression.js';
import { named } from './names.js';
import { output, type Output } from './query.js';

export const SIDES = ['low', 'high'] as const;
export type Side = (typeof SIDES)[number];

/** The bounds that each benchmark sets an entity: whole numbers scaled by 10^digits for a ratio of counts, else stored units. */
export function boundColumns(metric: JudgedMetric, plan: Plan, scope: Scope): readonly Output[] {
  const { name } = metric.measured.metric;
  return metric.benchmarks.flatMap(({ benchmark, outcome }) =>
    SIDES.flatMap((side) => {
      const bounds = thresholds(benchmark, outcome).map((threshold) => boundOn(threshold, side));
      if (bounds.every((bound) => bound === null)) return [];
      const row = column(benchmarkRowName(benchmark, outcome));
      const values = bounds.map((bound) => {
        if (bound === null) return null;
        if (bound.kind === 'peers') return column(peerBoundOf(plan.judge.peers, name, bound).id);
        return boundValue(metric, bound.quantity, scope);
      });
      return [output(byRow(row, values, benchmark.table), named.bound(benchmark.name, name, side))];
    }),
  );
}

function boundValue(metric: JudgedMetric, bound: Quantity, scope: Scope): SqlExpression {
  const value = inUnit(bound, metric.measured.metric.unit);
  return inIntegers(metric)
    ? scope.parameters.number(value.times(10 ** metric.digits), 'BIGINT')
    : scope.parameters.number(value, 'DOUBLE');
}

/** The value of the row an entity falls under. */
function byRow(
  row: SqlExpression,
  values: readonly (SqlExpression | null)[],
  { inputs }: Benchmark['table'],
): SqlExpression {
  const [only] = values;
  // Without inputs the one row is everybody's; with them it is only for those who match it.
  if (values.length === 1 && inputs.length === 0 && only) return only;
  return cases(
    values.flatMap((value, index) =>
      value === null ? [] : [{ when: operator(row, '=', literal(index + 1)), then: value }],
    ),
  );
}

/**
 * Whether both counts, scaled, stay far inside 64 bits: a threshold of more digits is compared in doubles. So is one among peers: it
 * is a quotient itself, and two quotients of equal counts have equal bits.
 */
export function inIntegers(metric: JudgedMetric): boolean {
  return metric.measured.form.kind === 'counts' && metric.digits <= 6 && !metric.amongPeers;
}

export function thresholds(benchmark: Benchmark, outcome: number): readonly (Threshold | null)[] {
  return benchmark.table.rows.map((row) => row.outcomes[outcome] ?? null);
}

/** What bounds a metric on one side: a number of the rulebook, or a percentile among peers. */
type Bound = { readonly kind: 'number'; readonly quantity: Quantity } | PeerThreshold;

export function boundOn(threshold: Threshold | null, side: Side): Bound | null {
  if (threshold === null) return null;
  if (threshold.kind === 'range') return { kind: 'number', quantity: side === 'low' ? threshold.low : threshold.high };
  if ((threshold.operator === '>=' || threshold.operator === '>') !== (side === 'low')) return null;
  return threshold.kind === 'peers' ? threshold : { kind: 'number', quantity: threshold.quantity };
}

export function comparison(threshold: Threshold, side: Side): SqlOperator {
  if (threshold.kind !== 'range') return threshold.operator;
  if (side === 'low') return '>=';
  return threshold.highIncluded ? '<=' : '<';
}

/**
 * The bound that decided, in stored units: the strictest, loosest or first of those asked. Where there is one on either side it is the
 * lower one, unless the value lies above the upper one.
 */
export function thresholdOf(metric: JudgedMetric, plan: Plan): SqlExpression {
  const [low, high] = SIDES.map((side) => decidingBound(metric, plan, side)) as [
    SqlExpression | null,
    SqlExpression | null,
  ];
  if (low === null || high === null) return low ?? high ?? cast(literal(null), 'DOUBLE');
  const isAbove = operator(column(named.metric(metric.measured.metric.name)), '>=', high);
  return cases(
    [
      { when: isNull(low), then: high },
      { when: all([isKnown(high), isAbove]), then: high },
    ],
    low,
  );
}

function decidingBound(metric: JudgedMetric, plan: Plan, side: Side): SqlExpression | null {
  const asked = metric.benchmarks.map(({ benchmark, outcome }) => ({
    silent: abstains(benchmark, outcome),
    bound: thresholds(benchmark, outcome).some((threshold) => boundOn(threshold, side) !== null)
      ? inStoredUnits(metric, column(named.bound(benchmark.name, metric.measured.metric.name, side)))
      : null,
  }));
  const bounds = asked.flatMap(({ bound }) => (bound === null ? [] : [bound]));
  const [only] = bounds;
  if (only === undefined) return null;
  const { combine } = plan.judge;
  if (asked.length === 1) return only;
  if (combine === 'first')
    return cases(
      asked.map(({ silent, bound }) => ({
        when: silent === null ? literal(true) : not(silent),
        then: bound ?? cast(literal(null), 'DOUBLE'),
      })),
    );
  // Each passes over NULL, as a benchmark that has no opinion is passed over.
  return call((combine === 'strictest') === (side === 'low') ? 'greatest' : 'least', ...bounds);
}

function inStoredUnits(metric: JudgedMetric, bound: SqlExpression): SqlExpression {
  return inIntegers(metric) ? operator(asDouble(bound), '/', literal(10 ** metric.digits)) : bound;
}

/** True where a benchmark's row is known and its cell is `-`; null when that cannot happen. */
export function abstains(benchmark: Benchmark, outcome: number): SqlExpression | null {
  const silent = thresholds(benchmark, outcome).flatMap((threshold, index) =>
    threshold === null ? [literal(index + 1)] : [],
  );
  return silent.length === 0
    ? null
    : call('coalesce', isIn(column(benchmarkRowName(benchmark, outcome)), silent), literal(false));
}
