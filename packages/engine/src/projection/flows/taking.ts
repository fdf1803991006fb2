import type { Action, Quantity } from '@benchbook/dsl';
import { monthsIn, perMonth } from '../time/durations.js';
import { at, type Column } from '../values/column.js';
import { slotsOf } from './series.js';
import type { Calendar } from './courses.js';

/** When an action is taken, on how many in each month, and for how long; one trial. */
export interface Taking {
  /** How many begin in each slot. Those who would begin after the plan are left out. */
  readonly begins: Float64Array;
  /** Months from the beginning on one to its end; Infinity: to the end of the plan. */
  readonly lasts: number;
}

/** Whether an action is taken at other times, or on others, in other trials. */
export function takingVaries({ starts, lasts, limits }: Action, taken: Column, calendar: Calendar): boolean {
  const numbers = [lasts, ...limits.map(({ amount }) => amount)];
  return typeof taken !== 'number' || calendar.varies(starts) || calendar.numbers.varies(numbers);
}

/** An action begins on all at once, or on no more each month than its limits let. */
export function takingOf(action: Action, taken: Column, calendar: Calendar, trial: number): Taking {
  const { horizon, numbers } = calendar;
  const begins = new Float64Array(slotsOf(horizon));
  const from = action.starts === null ? { first: 1 } : calendar.months(action.starts, trial);
  const most = Math.min(
    Infinity,
    ...action.limits.flatMap(({ amount, per }) =>
      per === 'entity' || per === 'all' ? [] : [numbers.own(amount, trial) / monthsIn(per)],
    ),
  );
  let left = at(taken, trial);
  for (let month = Math.max(1, from?.first ?? Infinity); month <= horizon.months && left > 0; month += 1) {
    const now = Math.min(left, most);
    begins[month] = now;
    left -= now;
  }
  const lasts = action.lasts === null ? Infinity : numbers.own(action.lasts, trial) * monthsIn(action.lasts.unit);
  return { begins, lasts };
}

/** What costs once for each that begins, once for all of them, or so much a month as long as it lasts. */
export function weighCost(
  { amount, of }: { readonly amount: Quantity; readonly of: 'each' | 'all' },
  { begins, lasts }: Taking,
  into: Float64Array,
): void {
  into.fill(0);
  const isPerTime = Object.values(amount.unit.dimension).includes(-1);
  const heads = of === 'each' ? begins : firstOnly(begins);
  if (!isPerTime) into.set(heads);
  else spreadOver(heads, lasts, perMonth(amount.unit), into);
}

/** One where the first begins. */
export function firstOnly(begins: Float64Array): Float64Array {
  const first = begins.findIndex((count) => count > 0);
  const found = new Float64Array(begins.length);
  if (first >= 0) found[first] = 1;
  return found;
}

/** Adds `each` for every month in which what began is under way; a part of a month counts as that part. */
export function spreadOver(begins: Float64Array, lasts: number, each: number, into: Float64Array): void {
  const months = begins.length - 2;
  for (let first = 1; first <= months; first += 1) {
    const count = begins[first] ?? 0;
    if (count === 0) continue;
    for (let month = first; month <= months; month += 1) {
      const share = Math.min(1, lasts - (month - first));
      if (share <= 0) break;
      into[month] = (into[month] ?? 0) + count * each * share;
    }
  }
}
