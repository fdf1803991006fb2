import type Big from 'big.js';
import type { Expression } from '@benchbook/dsl';
import type { MeasuredMetric } from '../plan/plan.js';
import { storedFactor, toStored } from '../plan/units.js';
import { walk } from '../plan/walk.js';
import { asDouble, compile, divide, type Scope } from './compile-expression.js';
import { any, cases, cast, isNull, literal, operator, type SqlExpression } from './expression.js';
import { named } from './names.js';
import { output, type Output } from './query.js';

/** A metric's value, and for a ratio of counts the two counts it is judged by. */
export function metricColumns({ metric, form }: MeasuredMetric, scope: Scope): readonly Output[] {
  const factor = storedFactor(metric.unit);
  const stored = (value: SqlExpression): SqlExpression =>
    factor.eq(1) ? value : operator(value, '*', scope.parameters.number(factor, 'DOUBLE'));
  const empty = metric.ifEmpty === null ? null : toStored(metric.ifEmpty, metric.unit);
  const missing = metric.ifMissing === null ? null : toStored(metric.ifMissing, metric.unit);

  if (form.kind === 'counts') {
    const denominator = compile(form.denominator, scope);
    const numerator = compile(form.numerator, scope);
    const digits = Math.max(0, ...[empty, missing].map((value) => (value === null ? 0 : value.c.length - value.e - 1)));
    const one = scope.parameters.add(10n ** BigInt(digits), 'BIGINT');
    const answer = (value: Big | null): SqlExpression =>
      value === null
        ? cast(literal(null), 'BIGINT')
        : scope.parameters.add(BigInt(value.times(10 ** digits).toFixed(0)), 'BIGINT');
    const isEmpty = operator(denominator, '=', literal(0));
    const isMissing = any([isNull(numerator), isNull(denominator)]);
    const pair = (known: SqlExpression, answered: (value: Big | null) => SqlExpression): SqlExpression =>
      cases(
        [
          { when: isMissing, then: answered(missing) },
          { when: isEmpty, then: answered(empty) },
        ],
        known,
      );
    const top = pair(cast(numerator, 'BIGINT'), answer);
    const bottom = pair(cast(denominator, 'BIGINT'), (value) => (value === null ? cast(literal(null), 'BIGINT') : one));
    return [
      output(divide(asDouble(top), asDouble(bottom)), named.metric(metric.name)),
      output(top, named.numerator(metric.name)),
      output(bottom, named.denominator(metric.name)),
    ];
  }
  // The factor goes to the numerator, so that one division rounds once: 1 contact over 20,000,000 is exactly 5 per 亿.
  const value =
    form.kind === 'quotient'
      ? divide(stored(asDouble(compile(form.numerator, scope))), asDouble(compile(form.denominator, scope)))
      : stored(asDouble(compile(form.expression, scope)));
  const answers = [
    ...(empty === null
      ? []
      : [{ when: any(emptiness(metric.expression, scope)), then: scope.parameters.number(empty, 'DOUBLE') }]),
    ...(missing === null ? [] : [{ when: isNull(value), then: scope.parameters.number(missing, 'DOUBLE') }]),
  ];
  return [output(cases(answers, value), named.metric(metric.name))];
}

/** The conditions under which an expression divides by nothing or takes the mean of nothing. */
function emptiness(expression: Expression, scope: Scope): readonly SqlExpression[] {
  return [...walk(expression)].flatMap((part) => {
    if (part.kind === 'arithmetic' && part.operator === '/')
      return [operator(compile(part.right, scope), '=', literal(0))];
    const ofNothing = part.kind === 'aggregate' && part.name !== 'count' && part.name !== 'sum';
    return ofNothing ? [isNull(compile(part, scope))] : [];
  });
}
