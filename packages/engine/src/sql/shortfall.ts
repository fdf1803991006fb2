import type { JudgedMetric } from '../plan/plan.js';
import { boundOn, inIntegers, thresholds } from './bounds.js';
import { asDouble } from './compile-expression.js';
import { call, cases, column, literal, operator, sum, type SqlExpression } from './expression.js';
import { named } from './names.js';
import { FAILED, PASSED, UNKNOWN } from './states.js';

/** clamp((t − v) / |t|, 0, 1), mirrored for an upper bound; 0 for whoever passes, unknown for t = 0. */
export function shortfallOf(metric: JudgedMetric): SqlExpression {
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
export function meanShortfall(metrics: readonly JudgedMetric[]): SqlExpression {
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
