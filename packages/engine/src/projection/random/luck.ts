import { at, type Column } from '../values/column.js';
import { standardNormal } from './distribution/standard-normal.js';
import { streamKey } from './numbers/stream-key.js';
import { uniforms } from './numbers/threefry.js';

/** Beyond this variance a binomial is told from a normal by less than a draw in a thousand. */
const LARGE = 100;

/**
 * Of how many something succeeds in each trial, as a share, when each has its own luck.
 *
 * @param path whose luck it is: it hangs on the seed, the path and the trial alone
 * @param first the first trial's place among all
 */
export function sharesOfLuck(
  seed: number,
  path: string,
  first: number,
  trials: number,
  tries: Column,
  chance: Column,
): Float64Array {
  const shares = new Float64Array(trials);
  uniforms(streamKey(seed, 'luck', path), shares, first);
  for (let trial = 0; trial < trials; trial += 1) {
    const number = at(tries, trial);
    const of = Math.min(1, Math.max(0, at(chance, trial)));
    shares[trial] = number > 0 ? successes(shares[trial] ?? 0, Math.round(number), of) / Math.round(number) : of;
  }
  return shares;
}

/** The quantile of a binomial distribution: terms from 0 on are added up until they reach a chance. */
export function successes(chance: number, tries: number, each: number): number {
  if (each === 0 || each === 1) return tries * each;
  // From the end that is nearer, so that the first term is no smaller than a double.
  if (each > 0.5) return tries - successes(1 - chance, tries, 1 - each);
  const variance = tries * each * (1 - each);
  if (variance > LARGE) {
    const value = Math.round(tries * each + Math.sqrt(variance) * standardNormal(chance));
    return Math.min(tries, Math.max(0, value));
  }
  let term = (1 - each) ** tries;
  let sum = term;
  let count = 0;
  while (sum < chance && count < tries) {
    term *= ((tries - count) / (count + 1)) * (each / (1 - each));
    count += 1;
    sum += term;
  }
  return count;
}
