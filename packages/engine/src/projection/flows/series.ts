import { at, type Column } from '../values/column.js';
import type { Horizon } from '../time/horizon.js';

/** Money over the slots of a plan (see `Horizon`), in every trial of a block. */
export interface Series {
  /** The name it goes by in its model. */
  readonly name: string;
  readonly kind: 'cost' | 'benefit';
  readonly category: string | null;
  /** What is multiplied by the weights. */
  readonly amount: Column;
  /** One for each slot; or, where times differ between trials, one for each slot in each trial, slot by slot. */
  readonly weights: Float64Array;
  readonly weightsVary: boolean;
}

export const slotsOf = ({ months }: Horizon): number => months + 2;

/**
 * Weights of a series: worked out once, or for each trial where they differ.
 *
 * @param weigh fills one number a slot for a trial
 */
export function weightsOf(
  slots: number,
  trials: number,
  vary: boolean,
  weigh: (trial: number, into: Float64Array) => void,
): Float64Array {
  const one = new Float64Array(slots);
  if (!vary) {
    weigh(0, one);
    return one;
  }
  const all = new Float64Array(slots * trials);
  for (let trial = 0; trial < trials; trial += 1) {
    weigh(trial, one);
    for (let slot = 0; slot < slots; slot += 1) all[slot * trials + trial] = one[slot] ?? 0;
  }
  return all;
}

/** What a series comes to over the plan. */
export function totalOf({ amount, weights, weightsVary }: Series, trials: number): Column {
  if (!weightsVary) return times(amount, sum(weights), trials);
  const found = new Float64Array(trials);
  for (let place = 0; place < weights.length; place += 1)
    found[place % trials] = (found[place % trials] ?? 0) + (weights[place] ?? 0);
  for (let trial = 0; trial < trials; trial += 1) found[trial] = (found[trial] ?? 0) * at(amount, trial);
  return found;
}

/** What flows in each slot of one trial. */
export function slotsIn({ amount, weights, weightsVary }: Series, trial: number, trials: number): Float64Array {
  const slots = weightsVary ? weights.length / trials : weights.length;
  const money = at(amount, trial);
  return Float64Array.from(
    { length: slots },
    (_, slot) => money * ((weightsVary ? weights[slot * trials + trial] : weights[slot]) ?? 0),
  );
}

/**
 * Adds series to balances: benefits less costs at each point in time, point by point over the trials. What flows before the first period stands at
 * point 0; a period's flows stand at its end, or where flows are at the start of periods, at the point before.
 *
 * @returns (periods + 1) × trials numbers
 */
export function balances(
  series: readonly Series[],
  horizon: Horizon,
  flowsAt: 'start' | 'end',
  trials: number,
): Float64Array {
  const found = new Float64Array((horizon.periods + 1) * trials);
  for (const { amount, weights, weightsVary, kind } of series) {
    const sign = kind === 'cost' ? -1 : 1;
    for (let slot = 0; slot < slotsOf(horizon); slot += 1) {
      const start = pointOf(slot, horizon, flowsAt) * trials;
      if (weightsVary) {
        for (let trial = 0; trial < trials; trial += 1)
          found[start + trial] =
            (found[start + trial] ?? 0) + sign * at(amount, trial) * (weights[slot * trials + trial] ?? 0);
        continue;
      }
      const weight = sign * (weights[slot] ?? 0);
      if (weight !== 0) addTimes(found, start, amount, weight, trials);
    }
  }
  return found;
}

/**
 * Sums balances up in place, from point to point.
 *
 * @param discount a year; null: not discounted
 * @param step years from one point to the next
 */
export function summedUp(all: Float64Array, trials: number, discount: Column | null, step: number): Float64Array {
  for (let trial = 0; trial < trials; trial += 1) {
    const factor = discount === null ? 1 : (1 + at(discount, trial)) ** -step;
    let [sum, weight] = [0, 1];
    for (let place = trial; place < all.length; place += trials) {
      sum += (all[place] ?? 0) * weight;
      all[place] = sum;
      weight *= factor;
    }
  }
  return all;
}

/** The point in time at which a slot flows. */
export function pointOf(slot: number, { months, each, periods }: Horizon, flowsAt: 'start' | 'end'): number {
  if (slot === 0) return 0;
  if (slot > months) return periods;
  return Math.ceil(slot / each) - (flowsAt === 'start' ? 1 : 0);
}

function addTimes(into: Float64Array, start: number, amount: Column, weight: number, trials: number): void {
  if (typeof amount === 'number') {
    const money = amount * weight;
    for (let trial = 0; trial < trials; trial += 1) into[start + trial] = (into[start + trial] ?? 0) + money;
    return;
  }
  for (let trial = 0; trial < trials; trial += 1)
    into[start + trial] = (into[start + trial] ?? 0) + (amount[trial] ?? 0) * weight;
}

function times(column: Column, factor: number, trials: number): Column {
  if (typeof column === 'number') return column * factor;
  const found = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial += 1) found[trial] = (column[trial] ?? 0) * factor;
  return found;
}

/** In the order of the slots, so that the last bit does not hang on how it was added. */
function sum(values: Float64Array): number {
  let whole = 0;
  for (const value of values) whole += value;
  return whole;
}
