import { exp } from '../numbers/exp.js';
import { log } from '../numbers/log.js';
import type { Quantile } from './quantile.js';
import { standardNormal } from './standard-normal.js';

export function normal(mean: number, deviation: number): Quantile {
  return (chances) => {
    for (let index = 0; index < chances.length; index++)
      chances[index] = mean + deviation * standardNormal(chances[index] ?? 0);
  };
}

interface Point {
  readonly chance: number;
  /** Above 0. */
  readonly value: number;
}

/** The logarithm is normal; two percentiles say which one. */
export function lognormal(low: Point, high: Point): Quantile {
  const [lowest, highest] = [standardNormal(low.chance), standardNormal(high.chance)];
  const deviation = (log(high.value) - log(low.value)) / (highest - lowest);
  const mean = log(low.value) - deviation * lowest;
  return (chances) => {
    for (let index = 0; index < chances.length; index++)
      chances[index] = exp(mean + deviation * standardNormal(chances[index] ?? 0));
  };
}
