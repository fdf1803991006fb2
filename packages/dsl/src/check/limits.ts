import Big from 'big.js';
import type { Quantity } from '../model/expression.js';
import type { Unit } from '../model/unit.js';
import { isBare } from '../model/units.js';
import type { Scope } from './scope.js';

/** No business has as many of anything; beyond these, sums of decimals and whole numbers would no longer be exact. */
const MOST_COUNTED = new Big('1e15');
const MOST_MONEY = new Big('1e14');
const MOST = new Big('1e18');
const MOST_DIGITS = 30;

/** Whether a number is beyond what can be counted where it stands, or written finer than it can be kept (reported). */
export function isTooLarge(scope: Scope, quantity: Pick<Quantity, 'value' | 'unit' | 'span'>, wanted?: Unit): boolean {
  const { value, span } = quantity;
  const unit = wanted === undefined || isBare(wanted) ? quantity.unit : wanted;
  const text = scope.text(span).trim();
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const large = isBeyond(value.abs(), unit);
  if (large || digitsOf(value) > MOST_DIGITS) scope.report('B212', span, { text: shown, large });
  return large || digitsOf(value) > MOST_DIGITS;
}

function isBeyond(size: Big, unit: Unit): boolean {
  // A product with a huge exponent is not made before the number is known to be small.
  if (size.gt(MOST)) return true;
  if (unit.kind === 'money') return size.times(unit.scale).gte(MOST_MONEY);
  return unit.kind === 'count' && size.gte(MOST_COUNTED);
}

/** Digits it takes to write a number out in full. */
function digitsOf({ c, e }: Big): number {
  return e < 0 ? c.length - e - 1 : Math.max(c.length, e + 1);
}
