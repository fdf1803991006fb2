import Big from 'big.js';
import type { Said } from '../../diagnostics/type-kinds.js';
import type { Quantity } from '../../model/expression.js';
import type { Span } from '../../text/span.js';
import type { Scope } from '../scope.js';

/** Whether shares come to exactly 100%; reports what they come to. */
export function sumsToOne(scope: Scope, at: Span, what: Said, shares: readonly Quantity[]): boolean {
  const sum = shares.reduce((total, share) => total.plus(share.value), new Big(0));
  if (sum.eq(1)) return true;
  const related = shares.map((share) => share.span);
  scope.report('B602', at, { what, sum: `${sum.times(100).toString()}%` }, { related });
  return false;
}

const isWhole = ({ value }: Quantity): boolean => value.round(0).eq(value);

/** A range of a count means its whole numbers, unless it is written in parts of one. */
export function asksWhole(quantity: Quantity, ends: { readonly low: Quantity; readonly high: Quantity }): boolean {
  return quantity.unit.kind === 'count' && [quantity, ends.low, ends.high].every(isWhole);
}
