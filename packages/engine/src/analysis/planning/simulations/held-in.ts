import type { PlanCondition } from '@benchbook/dsl';
import { compares } from '../meets.js';

/** Numbers further apart than this share of themselves are not equal, whatever the last bits of a sum. */
const APART = 1e-9;

/** In how many trials a condition held, and in how many it can be told. */
export function heldIn(
  { operator }: PlanCondition,
  [left, right]: readonly Float64Array[],
): { readonly held: number; readonly told: number } {
  let [held, told] = [0, 0];
  const isAbove = operator.startsWith('>') || operator === '!=';
  const isBelow = operator.startsWith('<') || operator === '!=';
  for (let trial = 0; left && right && trial < left.length; trial += 1) {
    const [one, other] = [left[trial] ?? NaN, right[trial] ?? NaN];
    const away = one - other;
    const holds =
      Math.abs(away) > APART * Math.max(Math.abs(one), Math.abs(other)) && Number.isFinite(away)
        ? (away > 0 && isAbove) || (away < 0 && isBelow)
        : compares(operator, one, other);
    if (holds !== null) told += 1;
    if (holds === true) held += 1;
  }
  return { held, told };
}
