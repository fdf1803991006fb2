import Big from 'big.js';
import { roundest } from './roundest.js';

/** Numbers that rise, each made when it is asked for. */
export interface Rising {
  readonly length: number;
  readonly at: (place: number) => Big;
}

/** Steps between values of the data. */
export interface Steps extends Rising {
  /** The values on both sides of a number. */
  readonly beside: (number: Big) => readonly Big[];
}

/** A round number between any two neighbours, and one beyond each end. @param values rising, each once */
export function between(values: ArrayLike<number>, times: Big): Steps {
  const { length } = values;
  const value = (place: number): Big => new Big(values[place] ?? 0).times(times);
  const beyond = (edge: Big, sign: 1 | -1): Big => edge.plus(edge.abs().plus(1).times(sign));
  const data = { length, at: value };
  return {
    length: length === 0 ? 0 : length + 1,
    beside: (number) => {
      const above = firstPlace(data, (one) => one.gte(number));
      return [above - 1, above].flatMap((place) => (place >= 0 && place < length ? [value(place)] : []));
    },
    at: (place) => {
      if (place > 0) return roundest(value(place - 1), place < length ? value(place) : beyond(value(length - 1), 1));
      // Below a measure that has no negative values nothing has to be tried but 0.
      return value(0).gte(0) ? new Big(0) : roundest(beyond(value(0), -1), value(0));
    },
  };
}

/** The same with the values themselves in between, as far as they can be written down: where `>=` and `<=` change at one value, both hold on it alone. */
export function betweenAndOn(values: ArrayLike<number>): Steps {
  const gaps = between(values, new Big(1));
  const on = (place: number): Big => new Big(values[place] ?? 0);
  return {
    length: gaps.length === 0 ? 0 : values.length + gaps.length,
    beside: gaps.beside,
    at: (place) => {
      const value = on((place - 1) / 2);
      return place % 2 === 1 && isShort(value) ? value : gaps.at(place >> 1);
    },
  };
}

/** What is shown has to be what was tried. */
export const isShort = (value: Big): boolean => value.eq(value.round(MOST_DECIMALS));
const MOST_DECIMALS = 4;

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
