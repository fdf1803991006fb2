import type { Benchmark, Quantity, Threshold } from '@benchbook/dsl';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { toStored } from '../plan/units.js';
import { STATES } from '../results.js';
import { asDouble, compile, type Scope } from './compile-expression.js';
import { chooseRow } from './compile-table.js';
import {
  all,
  any,
  call,
  cases,
  cast,
  column,
  isIn,
  isNull,
  literal,
  not,
  operator,
  sum,
  type SqlExpression,
  type SqlOperator,
} from './expression.js';
import { judgedScope } from './judged-scope.js';
import { certainRow } from './level-row.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { output, select, subquery, type Output, type Query, type Relation } from './query.js';

const [FAILED, PASSED, UNKNOWN, NOT_JUDGED] = STATES.map((_, index) => literal(index)) as [
  SqlExpression,
  SqlExpression,
  SqlExpression,
  SqlExpression,
];

/**
 * Judges every measured entity: the benchmark rows it falls under, thresholds, states, shortfalls, counts and levels, beside all that
 * was measured. Layer on layer, so that each thing is computed once and read by name.
 */
export function judge(plan: Plan, measured: Relation, parameters: ParameterSheet): Query {
  const { benchmarks, metrics, levels } = plan.judge;
  const scope = judgedScope(plan, parameters);
  const layers: readonly (readonly Output[])[] = [
    benchmarks.map((benchmark) => output(rowOf(benchmark, scope), named.benchmarkRow(benchmark.name))),
    metrics.flatMap((metric) => boundColumns(metric, scope)),
    metrics.flatMap((metric) => [
      output(stateOf(metric, plan, scope), named.state(metric.measured.metric.name)),
      output(thresholdOf(metric, plan), named.threshold(metric.measured.metric.name)),
    ]),
    [
      output(countOf(metrics, FAILED), named.failed),
      output(countOf(metrics, PASSED), named.passed),
      output(countOf(metrics, UNKNOWN), named.unknown),
      ...metrics.map((metric) => output(shortfallOf(metric), named.shortfall(metric.measured.metric.name))),
    ],
    [
      output(meanShortfall(metrics), named.meanShortfall),
      ...levels.map((level) => output(certainRow(level, metrics.length, scope), named.level(level.name))),
    ],
  ];
  return layers.reduce<Query>(
    (query, columns, index) =>
      columns.length === 0 ? query : select({ every: true, columns, from: subquery(query, `layer_${index}`) }),
    select({ every: true, from: measured }),
  );
}

function rowOf(benchmark: Benchmark, scope: Scope): SqlExpression {
  return chooseRow(
    benchmark.table,
    benchmark.table.inputs.map((input) => compile(input.expression, scope)),
    scope,
  );
}

const SIDES = ['low', 'high'] as const;
type Side = (typeof SIDES)[number];

/** The bounds that each benchmark sets an entity: whole numbers scaled by 10^digits for a ratio of counts, else stored units. */
function boundColumns(metric: JudgedMetric, scope: Scope): readonly Output[] {
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
  const value = toStored(bound, metric.measured.metric.unit);
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
function inIntegers(metric: JudgedMetric): boolean {
  return metric.measured.form.kind === 'counts' && metric.digits <= 6;
}

function thresholds(benchmark: Benchmark, outcome: number): readonly (Threshold | null)[] {
  return benchmark.table.rows.map((row) => row.outcomes[outcome] ?? null);
}

function boundOn(threshold: Threshold | null, side: Side): Quantity | null {
  if (threshold === null) return null;
  if (threshold.kind === 'range') return side === 'low' ? threshold.low : threshold.high;
  return (threshold.operator === '>=' || threshold.operator === '>') === (side === 'low') ? threshold.quantity : null;
}

function comparison(threshold: Threshold, side: Side): SqlOperator {
  if (threshold.kind === 'bound') return threshold.operator;
  if (side === 'low') return '>=';
  return threshold.highIncluded ? '<=' : '<';
}

function stateOf(metric: JudgedMetric, plan: Plan, scope: Scope): SqlExpression {
  const asked = metric.benchmarks.map(({ benchmark, outcome }) => ({
    passes: passes(metric, benchmark, outcome, scope),
    abstains: abstains(benchmark, outcome),
  }));
  const verdict = combine(asked, plan.judge.combine);
  const nobody = all(asked.map(({ abstains: silent }) => silent ?? literal(false)));
  const branches = [
    ...(asked.every(({ abstains: silent }) => silent !== null) ? [{ when: nobody, then: NOT_JUDGED }] : []),
    { when: verdict, then: PASSED },
    { when: isNull(verdict), then: UNKNOWN },
  ];
  return cast(cases(branches, FAILED), 'UTINYINT');
}

/** Whether a benchmark's bounds hold; NULL when its row or the metric's value is not known. */
function passes(metric: JudgedMetric, benchmark: Benchmark, outcome: number, scope: Scope): SqlExpression {
  const row = column(named.benchmarkRow(benchmark.name));
  const rows = thresholds(benchmark, outcome);
  const sides = SIDES.map((side) => {
    const operators = new Set(
      rows.flatMap((threshold) =>
        threshold !== null && boundOn(threshold, side) !== null ? [comparison(threshold, side)] : [],
      ),
    );
    const shapes = [...operators].map((op) => ({
      rows: rows.flatMap((threshold, index) =>
        threshold !== null && boundOn(threshold, side) !== null && comparison(threshold, side) === op
          ? [index + 1]
          : [],
      ),
      holds: compareWith(metric, op, column(named.bound(benchmark.name, metric.measured.metric.name, side)), scope),
    }));
    const unbounded = rows.flatMap((threshold, index) =>
      threshold !== null && boundOn(threshold, side) === null ? [index + 1] : [],
    );
    const [only] = shapes;
    if (only === undefined) return literal(true);
    if (shapes.length === 1 && unbounded.length === 0) return only.holds;
    return cases([
      ...shapes.map((shape) => ({
        when: isIn(
          row,
          shape.rows.map((index) => literal(index)),
        ),
        then: shape.holds,
      })),
      ...(unbounded.length === 0
        ? []
        : [
            {
              when: isIn(
                row,
                unbounded.map((index) => literal(index)),
              ),
              then: literal(true),
            },
          ]),
    ]);
  });
  return all(sides.filter((side) => side.kind !== 'literal'));
}

function compareWith(metric: JudgedMetric, op: SqlOperator, bound: SqlExpression, scope: Scope): SqlExpression {
  const { name } = metric.measured.metric;
  if (!inIntegers(metric)) return operator(column(named.metric(name)), op, bound);
  const scale = scope.parameters.add(10n ** BigInt(metric.digits), 'BIGINT');
  return operator(
    operator(column(named.numerator(name)), '*', scale),
    op,
    operator(bound, '*', column(named.denominator(name))),
  );
}

/** True where a benchmark's row is known and its cell is `-`; null when that cannot happen. */
function abstains(benchmark: Benchmark, outcome: number): SqlExpression | null {
  const silent = thresholds(benchmark, outcome).flatMap((threshold, index) =>
    threshold === null ? [literal(index + 1)] : [],
  );
  return silent.length === 0
    ? null
    : call('coalesce', isIn(column(named.benchmarkRow(benchmark.name)), silent), literal(false));
}

interface Asked {
  readonly passes: SqlExpression;
  readonly abstains: SqlExpression | null;
}

/**
 * Strictest: everyone asked must pass; loosest: one is enough; first: whoever is first to have an opinion. In three-valued logic, so that
 * one certain failure fails the strictest even while another benchmark's row is unknown.
 */
function combine(asked: readonly Asked[], how: Plan['judge']['combine']): SqlExpression {
  const heard = (neutral: boolean): readonly SqlExpression[] =>
    asked.map(({ passes: holds, abstains: silent }) =>
      silent === null ? holds : cases([{ when: silent, then: literal(neutral) }], holds),
    );
  if (how === 'strictest') return all(heard(true));
  if (how === 'loosest') return any(heard(false));
  const branches = asked.map(({ passes: holds, abstains: silent }) => ({
    when: silent === null ? literal(true) : not(silent),
    then: holds,
  }));
  return cases(branches);
}

/** The bound that decided, in stored units: the strictest, loosest or first of those asked. */
function thresholdOf(metric: JudgedMetric, plan: Plan): SqlExpression {
  const bounds = metric.benchmarks.flatMap(({ benchmark, outcome }) => {
    const side = mainSide(benchmark, outcome);
    return side === null
      ? []
      : [{ side, value: column(named.bound(benchmark.name, metric.measured.metric.name, side)) }];
  });
  const [first] = bounds;
  if (first === undefined) return cast(literal(null), 'DOUBLE');
  const values = bounds.map(({ value }) => value);
  const largest = (plan.judge.combine === 'strictest') === (first.side === 'low');
  const name = plan.judge.combine === 'first' ? 'coalesce' : largest ? 'greatest' : 'least';
  const bound = values.length === 1 ? first.value : call(name, ...values);
  return inIntegers(metric) ? operator(asDouble(bound), '/', literal(10 ** metric.digits)) : bound;
}

function mainSide(benchmark: Benchmark, outcome: number): Side | null {
  const found = thresholds(benchmark, outcome).find((threshold) => threshold !== null);
  return found === undefined || found === null ? null : boundOn(found, 'low') === null ? 'high' : 'low';
}

function countOf(metrics: readonly JudgedMetric[], state: SqlExpression): SqlExpression {
  return cast(
    sum(
      metrics.map(({ measured }) => cast(operator(column(named.state(measured.metric.name)), '=', state), 'UTINYINT')),
    ),
    'UTINYINT',
  );
}

/** clamp((t − v) / |t|, 0, 1), mirrored for an upper bound; 0 for whoever passes, unknown for t = 0. */
function shortfallOf(metric: JudgedMetric): SqlExpression {
  const { name } = metric.measured.metric;
  const value = column(named.metric(name));
  const state = column(named.state(name));
  const distance = shortDistance(metric, value);
  return cases([
    { when: operator(state, '=', PASSED), then: asDouble(literal(0)) },
    { when: operator(state, '=', FAILED), then: call('least', call('greatest', distance, literal(0)), literal(1)) },
  ]);
}

function shortDistance(metric: JudgedMetric, value: SqlExpression): SqlExpression {
  const { name } = metric.measured.metric;
  const threshold = column(named.threshold(name));
  const relative = (bound: SqlExpression, short: SqlExpression): SqlExpression =>
    operator(short, '/', call('nullif', call('abs', bound), literal(0)));
  const [first] = metric.benchmarks;
  const found = first && thresholds(first.benchmark, first.outcome).find((candidate) => candidate !== null);
  if (found?.kind === 'range' && first) {
    const high = asDouble(column(named.bound(first.benchmark.name, name, 'high')));
    const upper = inIntegers(metric) ? operator(high, '/', literal(10 ** metric.digits)) : high;
    return cases(
      [{ when: operator(value, '<', threshold), then: relative(threshold, operator(threshold, '-', value)) }],
      relative(upper, operator(value, '-', upper)),
    );
  }
  const below = found === undefined || found === null || boundOn(found, 'low') !== null;
  return relative(threshold, below ? operator(threshold, '-', value) : operator(value, '-', threshold));
}

/** Over the judged metrics; nothing judged, nothing known. */
function meanShortfall(metrics: readonly JudgedMetric[]): SqlExpression {
  const parts = metrics.map(({ measured }) => ({
    shortfall: column(named.shortfall(measured.metric.name)),
    state: column(named.state(measured.metric.name)),
  }));
  const judgedCount = operator(column(named.failed), '+', column(named.passed));
  const total = sum(
    parts.map(({ shortfall, state }) =>
      cases([{ when: operator(state, '<', UNKNOWN), then: shortfall }], asDouble(literal(0))),
    ),
  );
  return operator(total, '/', call('nullif', asDouble(judgedCount), literal(0)));
}
