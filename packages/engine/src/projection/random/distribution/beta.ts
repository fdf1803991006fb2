import { HalfTable } from './half-table.js';
import { betaOf, mirrored } from './incomplete-beta.js';
import type { Quantile } from './quantile.js';

/** Beta stretched from 0..1 to low..high; the chance of every value is right to 1 part in 10^10. */
export function beta(a: number, b: number, low = 0, high = 1): Quantile {
  const distribution = betaOf(a, b);
  const lower = new HalfTable(distribution);
  const upper = a === b ? lower : new HalfTable(mirrored(distribution));
  const width = high - low;
  return (chances) => {
    for (let index = 0; index < chances.length; index++) {
      const chance = chances[index] ?? 0;
      chances[index] = chance <= 0.5 ? low + width * lower.at(chance) : high - width * upper.at(1 - chance);
    }
  };
}

/**
 * PERT: the beta on low..high whose mode is the likeliest value and whose mean is (low + 4 mode + high) / 6 (D. Vose, "Risk Analysis",
 * 2008; D. G. Malcolm et al., "Application of a technique for research and development program evaluation", 1959).
 *
 * @param low below high
 */
export const pert = (low: number, mode: number, high: number): Quantile =>
  beta(1 + (4 * (mode - low)) / (high - low), 1 + (4 * (high - mode)) / (high - low), low, high);
