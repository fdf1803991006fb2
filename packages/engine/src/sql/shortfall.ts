import type { JudgedMetric } from '../plan/plan.js';
import { inUnit } from '../plan/units.js';
import { asDouble, type Scope } from './compile-expression.js';
import { call, cases, column, literal, operator, sum, type SqlExpression } from './expression.js';
import { named } from './names.js';
import { FAILED, PASSED, UNKNOWN } from './states.js';

/**
 * |t − v| / s, at most 1, of the bound t that was missed; 0 for whoever passes. s is the metric's own scale, else |t|: then it is unknown
 * for t = 0, since there is no telling how far 3 is from nothing.
 */
export function shortfallOf(metric: JudgedMetric, { parameters }: Scope): SqlExpression {
  const { name, shortfallScale, unit } = metric.measured.metric;
  const state = column(named.state(name));
  const threshold = column(named.threshold(name));
  const distance = call('abs', operator(threshold, '-', column(named.metric(name))));
  const isMissed = operator(state, '=', FAILED);
  const scale = shortfallScale ? parameters.number(inUnit(shortfallScale, unit), 'DOUBLE') : call('abs', threshold);
  return cases([
    { when: operator(state, '=', PASSED), then: asDouble(literal(0)) },
    {
      when: operator(isMissed, 'and', operator(scale, '<>', literal(0))),
      then: call('least', operator(distance, '/', scale), literal(1)),
    },
  ]);
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
