import Big from 'big.js';
import { roundest } from './roundest.js';

/** Numbers that rise, each made when it is asked for. */
export interface Rising {
  readonly length: number;
  readonly at: (place: number) => Big;
}

/** A round number between any two neighbours, and one beyond each end. @param values rising, each once */
export function between(values: ArrayLike<number>, times: Big): Rising {
  const { length } = values;
  const value = (place: number): Big => new Big(values[place] ?? 0).times(times);
  const beyond = (edge: Big, sign: 1 | -1): Big => edge.plus(edge.abs().plus(1).times(sign));
  return {
    length: length === 0 ? 0 : length + 1,
    at: (place) => {
      if (place > 0) return roundest(value(place - 1), place < length ? value(place) : beyond(value(length - 1), 1));
      // Below a measure that has no negative values nothing has to be tried but 0.
      return value(0).gte(0) ? new Big(0) : roundest(beyond(value(0), -1), value(0));
    },
  };
}

/** Those that lie within two ends, both included. */
export function within(numbers: Rising, low: Big, high: Big): Rising {
  const from = firstPlace(numbers, (one) => one.gte(low));
  const to = firstPlace(numbers, (one) => one.gt(high));
  return { length: Math.max(0, to - from), at: (place) => numbers.at(from + place) };
}

/** The first place at which something holds that holds at all later ones. */
function firstPlace(numbers: Rising, holds: (one: Big) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(numbers.at(middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
