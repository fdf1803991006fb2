import type { Flows } from './flows.js';
import { without, type Outcome } from './outcome.js';

/**
 * In how many years what was paid is got back: when the sum of the flows, once below 0, reaches it again.
 *
 * @param interpolated within a period, as if its money came evenly; else at its end
 */
export function paybackTime({ amounts, times }: Flows, interpolated: boolean): Outcome {
  let [sum, wasBelow] = [0, false];
  for (const [point, amount] of amounts.entries()) {
    const before = sum;
    sum += amount;
    // A sum of parts in doubles misses 0 by its last bits.
    if (Math.abs(sum) < 1e-12 * Math.abs(before)) sum = 0;
    if (wasBelow && sum >= 0) {
      const [from, until] = [times[point - 1] ?? 0, times[point] ?? 0];
      return interpolated ? from + ((until - from) * -before) / amount : until;
    }
    wasBelow ||= sum < 0;
  }
  return without(wasBelow ? 'never paid back' : 'no cost');
}

/** The same of discounted flows. */
export const discountedFlows = ({ amounts, times, step }: Flows, rate: number): Flows => ({
  amounts: amounts.map((amount, point) => amount * (1 + rate) ** -(times[point] ?? 0)),
  times,
  step,
});

/** In how many years a period first brings at least what it costs, after one that did not. */
export function breakEvenTime({ amounts, times }: Flows): Outcome {
  const first = amounts.findIndex((amount) => amount < 0);
  if (first < 0) return without('no cost');
  const point = amounts.findIndex((amount, place) => place > first && amount >= 0 && isMoving(amounts, place));
  return point < 0 ? without('never breaks even') : (times[point] ?? NaN);
}

/** Something flows here or later: the idle end of a plan breaks nothing even. */
const isMoving = (amounts: Float64Array, from: number): boolean =>
  amounts.subarray(from).some((amount) => amount !== 0);

/** The most money that has to be laid out at any time: how far the sum of the flows falls below 0. */
export function peakFunding({ amounts }: Flows): number {
  let [sum, lowest] = [0, 0];
  for (const amount of amounts) {
    sum += amount;
    lowest = Math.min(lowest, sum);
  }
  return -lowest || 0;
}
