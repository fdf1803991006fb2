import type Big from 'big.js';
import type { Expression, Metric } from '@benchbook/dsl';
import type { MeasuredMetric, Plan } from '../plan/plan.js';
import { base, decimals, factor, inUnit } from '../plan/units.js';
import { fingerprint } from '../plan/values.js';
import { parts } from '../plan/walk.js';
import { asDouble, compile, compileIn, compileInBase, divide, type Scope } from './compile-expression.js';
import {
  any,
  call,
  cases,
  cast,
  column,
  isNull,
  literal,
  not,
  operator,
  type SqlBranch,
  type SqlExpression,
} from './expression.js';
import { named } from './names.js';
import { output, type Output } from './query.js';
import { rowsOf } from './related.js';

/** A metric's value in its own unit, and for a ratio of counts the two counts it is judged by. What is too large for a number is unknown. */
export function metricColumns(measured: MeasuredMetric, plan: Plan, scope: Scope): readonly Output[] {
  const { metric, form } = measured;
  if (form.kind === 'counts') return ratioOfCounts(metric, form, scope);
  const value = valueOf(metric, form, scope);
  const [empty, missing] = answers(metric);
  const answered = [
    ...(empty === null
      ? []
      : [{ when: any(emptiness(metric.expression, plan, scope)), then: scope.parameters.number(empty, 'DOUBLE') }]),
    ...(missing === null ? [] : [{ when: isNull(value), then: scope.parameters.number(missing, 'DOUBLE') }]),
  ];
  return [output(cases([...answered, { when: call('isfinite', value), then: value }]), named.metric(metric.name))];
}

/** Which clause answers in place of the formula: `if empty`, `if missing`, or NULL. */
export function answeredBy({ metric, form }: MeasuredMetric, plan: Plan, scope: Scope): SqlExpression {
  const empty = (when: SqlExpression): SqlBranch[] =>
    metric.ifEmpty === null ? [] : [{ when, then: literal('if empty') }];
  const missing = (when: SqlExpression): SqlBranch[] =>
    metric.ifMissing === null ? [] : [{ when, then: literal('if missing') }];
  if (form.kind !== 'counts')
    return cases([
      ...empty(any(emptiness(metric.expression, plan, scope))),
      ...missing(isNull(valueOf(metric, form, scope))),
    ]);
  const [above, below] = [compile(form.numerator, scope), compile(form.denominator, scope)];
  return cases([...missing(any([isNull(above), isNull(below)])), ...empty(operator(below, '=', literal(0)))]);
}

function valueOf(
  metric: Metric,
  form: Exclude<MeasuredMetric['form'], { kind: 'counts' }>,
  scope: Scope,
): SqlExpression {
  return form.kind === 'quotient'
    ? quotient(metric, form, scope)
    : asDouble(compileIn(form.expression, metric.unit, scope));
}

interface Parts {
  readonly numerator: Expression;
  readonly denominator: Expression;
}

/** The factor of the unit goes to the side that it makes larger, so that one division rounds once: 1 contact over 20,000,000 is exactly 5 per 亿. */
function quotient({ unit }: Metric, { numerator, denominator }: Parts, scope: Scope): SqlExpression {
  const [top, bottom] = [asDouble(compileInBase(numerator, scope)), asDouble(compileInBase(denominator, scope))];
  const times = factor(base(unit), unit);
  const by = (factorOfUnit: Big): SqlExpression => scope.parameters.number(factorOfUnit, 'DOUBLE');
  if (times.gt(1)) return divide(operator(top, '*', by(times)), bottom);
  return divide(top, times.eq(1) ? bottom : operator(bottom, '*', by(factor(unit, base(unit)))));
}

/** Value, numerator and denominator; an answer for what is empty or missing is a ratio too: 0% is 0 to 1, 12.5% is 125 to 1000. */
function ratioOfCounts(metric: Metric, { numerator, denominator }: Parts, scope: Scope): readonly Output[] {
  const [empty, missing] = answers(metric);
  const digits = Math.max(...[empty, missing].map((answer) => (answer === null ? 0 : decimals(answer))));
  const one = 10n ** BigInt(digits);
  const [above, below] = [compile(numerator, scope), compile(denominator, scope)];
  const side = (known: SqlExpression, answer: (value: Big) => bigint): SqlExpression => {
    const answered = (value: Big | null): SqlExpression =>
      value === null ? cast(literal(null), 'BIGINT') : scope.parameters.add(answer(value), 'BIGINT');
    const isMissing = any([isNull(above), isNull(below)]);
    return cases(
      [
        { when: isMissing, then: answered(missing) },
        { when: operator(below, '=', literal(0)), then: answered(empty) },
      ],
      cast(known, 'BIGINT'),
    );
  };
  const top = side(above, (value) => BigInt(value.times(one.toString()).toFixed(0)));
  const bottom = side(below, () => one);
  return [
    output(divide(asDouble(top), asDouble(bottom)), named.metric(metric.name)),
    output(top, named.numerator(metric.name)),
    output(bottom, named.denominator(metric.name)),
  ];
}

/** What `if empty` and `if missing` say, in the metric's unit. */
function answers({ ifEmpty, ifMissing, unit }: Metric): readonly [Big | null, Big | null] {
  return [ifEmpty && inUnit(ifEmpty, unit), ifMissing && inUnit(ifMissing, unit)];
}

/** The conditions under which an expression divides by nothing or takes the mean of nothing. What nobody has is unknown, not empty. */
function emptiness(expression: Expression, plan: Plan, scope: Scope): readonly SqlExpression[] {
  if (expression.kind === 'call' && expression.name === 'if') return emptyBranch(expression.arguments, plan, scope);
  // What stands inside an aggregate is about other rows.
  const inside =
    expression.kind === 'aggregate' ? [] : parts(expression).flatMap((part) => emptiness(part, plan, scope));
  if (expression.kind === 'arithmetic' && expression.operator === '/') {
    return [operator(compile(expression.right, scope), '=', literal(0)), ...inside];
  }
  if (expression.kind !== 'aggregate' || expression.name === 'count' || expression.name === 'sum') return inside;
  const measured = plan.measure.aggregates.find(({ expression: own }) => fingerprint(own) === fingerprint(expression));
  return measured?.available ? [operator(column(rowsOf(measured.id)), '=', literal(0)), ...inside] : inside;
}

/** Only the branch that is taken can be empty. */
function emptyBranch(
  [condition, taken, otherwise]: readonly Expression[],
  plan: Plan,
  scope: Scope,
): readonly SqlExpression[] {
  if (condition === undefined) return [];
  const holds = compile(condition, scope);
  const of = (branch: Expression | undefined): SqlExpression =>
    any(branch === undefined ? [] : emptiness(branch, plan, scope));
  return [
    operator(holds, 'and', of(taken)),
    operator(not(holds), 'and', of(otherwise)),
    ...emptiness(condition, plan, scope),
  ];
}
