import type { Benchmark } from '@benchbook/dsl';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { benchmarkRowName } from './answer-rows.js';
import { abstains, boundOn, comparison, inIntegers, SIDES, thresholds } from './bounds.js';
import type { Scope } from './compile-expression.js';
import {
  all,
  any,
  call,
  cases,
  cast,
  column,
  isIn,
  literal,
  not,
  operator,
  type SqlExpression,
  type SqlOperator,
} from './expression.js';
import { named } from './names.js';
import { NOT_JUDGED, UNKNOWN } from './states.js';
import { isWaived } from './waive.js';

/** How one metric of an entity is judged: an index into STATES. */
export function stateOf(metric: JudgedMetric, plan: Plan, scope: Scope): SqlExpression {
  const asked = metric.benchmarks.map(({ benchmark, outcome }) => ({
    passes: passes(metric, benchmark, outcome, scope),
    abstains: abstains(benchmark, outcome),
  }));
  // True, false and NULL are 1, 0 and unknown: the very indexes of STATES, in one evaluation and without a branch.
  const judged = call('coalesce', cast(combine(asked, plan.judge.combine), 'UTINYINT'), UNKNOWN);
  const nobody = asked.some(({ abstains: silent }) => silent === null)
    ? null
    : all(asked.map(({ abstains: silent }) => silent ?? literal(false)));
  const excused = [isWaived(metric, plan), nobody].filter((one) => one !== null);
  return cast(excused.length === 0 ? judged : cases([{ when: any(excused), then: NOT_JUDGED }], judged), 'UTINYINT');
}

/** Whether a benchmark's bounds hold; NULL when its row or the metric's value is not known. */
function passes(metric: JudgedMetric, benchmark: Benchmark, outcome: number, scope: Scope): SqlExpression {
  const row = column(benchmarkRowName(benchmark, outcome));
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

interface Asked {
  readonly passes: SqlExpression;
  readonly abstains: SqlExpression | null;
}

/**
 * Strictest: everyone asked must pass; loosest: one is enough; first: whoever is first to have an opinion. In three-valued logic, so that
 * one certain failure fails the strictest even while another benchmark's row is unknown.
 */
function combine(asked: readonly Asked[], how: Plan['judge']['combine']): SqlExpression {
  const [only] = asked;
  if (asked.length === 1 && only !== undefined) return only.passes;
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
