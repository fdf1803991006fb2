import { exp } from '../numbers/exp.js';
import { log } from '../numbers/log.js';
import { logChanceBelow, logDensityTimes, type Beta } from './incomplete-beta.js';

const MOST_STEPS = 200;

/**
 * Below which x a beta falls with a chance between 0 and ½: Newton's steps on the logarithms of both, where the function
 * bends one way only, so that they close in from one side; halving guards them against rounding.
 */
export function betaInverse(beta: Beta, chance: number): number {
  const { a, logNorm } = beta;
  const wanted = log(chance);
  let [below, above] = [0, 1];
  // For small x the chance is x^a / (a B(a, b)).
  let x = exp((wanted + log(a) + logNorm) / a);
  if (x === 0) return 0;
  if (x > 0.5) x = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const found = logChanceBelow(beta, x);
    if (found < wanted) below = x;
    else above = x;
    const move = (wanted - found) / exp(logDensityTimes(beta, x) - found);
    const next = x * exp(move);
    if (Math.abs(next - x) <= 4e-16 * x) return next;
    x = next > below && next < above ? next : (below + above) / 2;
    if (x === below || x === above) return x;
  }
  return x;
}
