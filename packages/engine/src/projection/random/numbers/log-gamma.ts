import { log, log1p } from './log.js';

const HALF_LOG_2_PI = 0.9189385332046728;

/** What Stirling's formula leaves out: ln Γ(x) less (x − ½) ln x − x + ½ ln 2π, for x of 10 and more (Abramowitz and Stegun, 6.1.40). */
function stirlingRest(x: number): number {
  const z = 1 / (x * x);
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z / 156)))))) / x;
}

/** ln Γ(x) for x above 0, good to about 10^−15 of the greater of 1 and itself. */
function logGamma(x: number): number {
  let product = 1;
  for (; x < 10; x++) product *= x;
  return (x - 0.5) * log(x) - x + HALF_LOG_2_PI + stirlingRest(x) - log(product);
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), for a and b above 0; large ones do not cancel. */
export function logBeta(a: number, b: number): number {
  if (a > b) return logBeta(b, a);
  if (b < 10) return logGamma(a) + logGamma(b) - logGamma(a + b);
  // ln Γ(b) − ln Γ(a + b) by Stirling's formula, its great terms taken together
  const sum = a + b;
  const ofLater = (0.5 - b) * log1p(a / b) - a * log(sum) + a + stirlingRest(b) - stirlingRest(sum);
  return logGamma(a) + ofLater;
}
