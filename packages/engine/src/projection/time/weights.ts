import { rampedShare } from './ramp.js';

/** When a flow of one unit of money flows, its numbers settled. Months count from 1. */
export interface Course {
  /** `once`: one unit in the month `first`. `every`: one unit every so many months. `spread`: one unit in all, in equal parts. `rate`: one unit a month. */
  readonly kind: 'once' | 'every' | 'spread' | 'rate';
  /** May be 0, before the first month, or `months + 1`, after the last. */
  readonly first: number;
  readonly last: number;
  /** Months from one time to the next, of `every`. */
  readonly every: number;
  /** Months from nothing to the whole; 0: at once. */
  readonly ramp: number;
  /** A year, compounded each period. */
  readonly growth: number;
}

/**
 * The share of its amount that flows in each slot (see `Horizon`), written into `into`, of `months + 2` numbers. Growth compounds from the flow's first month, a
 * period at a time: monthly by the twelfth root where the plan counts months.
 *
 * @param each months in a period of the plan
 */
export function weigh(course: Course, months: number, each: number, into: Float64Array): void {
  into.fill(0);
  const { kind, first, ramp, growth } = course;
  if (kind === 'once') {
    if (first <= months + 1) into[first] = 1;
    return;
  }
  const last = Math.min(course.last, months);
  if (kind === 'every') everySoOften(course, last, into);
  else {
    const length = course.last - first + 1;
    into.fill(kind === 'spread' ? 1 / length : 1, first, Math.max(first, last + 1));
  }
  if (ramp === 0 && growth === 0) return;
  for (let month = first; month <= last; month += 1) {
    const grown = growth === 0 ? 1 : (1 + growth) ** ((Math.floor((month - first) / each) * each) / 12);
    into[month] = (into[month] ?? 0) * rampedShare(month - first, ramp) * grown;
  }
}

/** Adds one unit in each month in which a time falls; several may fall in one, where they are days apart. */
function everySoOften({ first, every }: Course, last: number, into: Float64Array): void {
  for (let time = 0; ; time += 1) {
    // A third of a quarter three times is a quarter: what rounding leaves must not fall a month short.
    const month = first + Math.floor(time * every + 1e-9);
    if (month > last) return;
    into[month] = (into[month] ?? 0) + 1;
  }
}
