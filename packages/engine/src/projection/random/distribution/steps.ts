import type { Quantile } from './quantile.js';

/**
 * A few values with their chances.
 *
 * @param values rising
 * @param upTo the chance of each value or a lower one; the last is 1
 */
export function discrete(values: Float64Array, upTo: Float64Array): Quantile {
  return (chances) => {
    for (let index = 0; index < chances.length; index++) {
      const chance = chances[index] ?? 0;
      let [from, to] = [0, values.length - 1];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (chance < (upTo[middle] ?? 1)) to = middle;
        else from = middle + 1;
      }
      chances[index] = values[from] ?? NaN;
    }
  };
}

/** Each of these values, given in rising order, is as likely. */
export function empirical(sorted: Float64Array): Quantile {
  const last = sorted.length - 1;
  return (chances) => {
    for (let index = 0; index < chances.length; index++)
      chances[index] = sorted[Math.min(last, Math.floor(sorted.length * (chances[index] ?? 0)))] ?? NaN;
  };
}
