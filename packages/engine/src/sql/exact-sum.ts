import { asDouble } from './compile-expression.js';
import {
  aggregate,
  any,
  call,
  cases,
  isNull,
  literal,
  not,
  operator,
  tryCast,
  type SqlExpression,
} from './expression.js';

/** From here on a double has fewer than three digits behind the point; twelve of them are kept below. */
const LARGE = 1e13;
/** Ten thousand million of these still fit the sum. What is beyond, or no number at all, has no sum. */
const BEYOND = 1e28;

/**
 * A sum made in decimals: the same bits on any number of threads, which a sum of doubles would not give, and no sum that overflows.
 *
 * @param isDecimal whether the values are decimals themselves: money as it is read
 */
export function exactSum(value: SqlExpression, isDecimal: boolean, where: SqlExpression | null = null): SqlExpression {
  if (isDecimal) return aggregate('sum', [value], { where });
  const double = asDouble(value);
  const size = call('abs', double);
  const part = (when: SqlExpression, digits: number): SqlExpression => {
    const chosen = cases([{ when, then: double }]);
    return asDouble(aggregate('sum', [tryCast(chosen, `DECIMAL(38,${digits})`)], { where }));
  };
  const small = part(operator(size, '<', literal(LARGE)), 12);
  const large = part(operator(size, '>=', literal(LARGE)), 0);
  const hasNone = aggregate('bool_or', [any([operator(size, '>=', literal(BEYOND)), not(call('isfinite', double))])], {
    where,
  });
  return cases(
    [
      { when: call('coalesce', hasNone, literal(false)), then: asDouble(literal(null)) },
      { when: isNull(large), then: small },
    ],
    operator(call('coalesce', small, literal(0)), '+', large),
  );
}
