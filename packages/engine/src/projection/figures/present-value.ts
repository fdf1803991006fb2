import type { Horizon } from '../time/horizon.js';
import { at, type Column } from '../values/column.js';

export interface Discounted {
  /** Benefits less costs at each point in time, point by point over the trials. */
  readonly balances: () => Float64Array;
  readonly horizon: Horizon;
  /** Effective, a year; null: not discounted. */
  readonly discount: Column | null;
  readonly trials: number;
}

/** Net present value in every trial; of money that is not discounted what it comes to. NaN where the rate is not above −1. */
export function presentValue({ balances, horizon, discount, trials }: Discounted): Column {
  const all = balances();
  const points = all.length / trials;
  const found = new Float64Array(trials);
  const factor = (rate: number): number => (rate > -1 ? (1 + rate) ** (-horizon.each / 12) : NaN);
  if (typeof discount !== 'object' || discount === null) {
    const each = factor(discount ?? 0);
    for (let point = 0; point < points; point += 1) {
      const weight = each ** point;
      const start = point * trials;
      for (let trial = 0; trial < trials; trial += 1)
        found[trial] = (found[trial] ?? 0) + (all[start + trial] ?? 0) * weight;
    }
    return trials === 1 ? (found[0] ?? NaN) : found;
  }
  for (let trial = 0; trial < trials; trial += 1) {
    const each = factor(at(discount, trial));
    // Horner's way: no power for every point.
    let worth = 0;
    for (let point = points - 1; point >= 0; point -= 1) worth = worth * each + (all[point * trials + trial] ?? 0);
    found[trial] = worth;
  }
  return found;
}
