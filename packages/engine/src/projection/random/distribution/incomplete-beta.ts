import { exp } from '../numbers/exp.js';
import { log, log1p } from '../numbers/log.js';
import { logBeta } from '../numbers/log-gamma.js';

/** A beta distribution on 0 to 1. */
export interface Beta {
  readonly a: number;
  readonly b: number;
  /** ln B(a, b). */
  readonly logNorm: number;
}

export const betaOf = (a: number, b: number): Beta => ({ a, b, logNorm: logBeta(a, b) });

/** The same distribution seen from its upper end. */
export const mirrored = ({ a, b, logNorm }: Beta): Beta => ({ a: b, b: a, logNorm });

/** ln of x times the density at x: x^a (1 − x)^(b − 1) / B(a, b). */
export const logDensityTimes = ({ a, b, logNorm }: Beta, x: number): number =>
  a * log(x) + (b - 1) * log1p(-x) - logNorm;

/**
 * ln of the chance to fall below x, for x between 0 and 1: no chance is too small for it.
 *
 * By the continued fraction of DiDonato and Morris, on the side of the mean where it converges quickly ("Algorithm 708", ACM TOMS 18, 1992,
 * after Abramowitz and Stegun 26.5.8), evaluated by the method of Lentz.
 */
export function logChanceBelow(beta: Beta, x: number): number {
  const { a, b, logNorm } = beta;
  if (x <= (a + 1) / (a + b + 2)) return a * log(x) + b * log1p(-x) - logNorm + log(continuedFraction(a, b, x) / a);
  const y = 1 - x;
  return log1p(-exp(b * log(y) + a * log(x) - logNorm + log(continuedFraction(b, a, y) / b)));
}

/** Terms are asked for by the root of the greater shape: enough for shapes of a hundred million. */
const MOST_TERMS = 20_000;
const NEARLY_ZERO = 1e-300;

function continuedFraction(a: number, b: number, x: number): number {
  const away = (value: number): number => (Math.abs(value) < NEARLY_ZERO ? NEARLY_ZERO : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return fraction;
}
