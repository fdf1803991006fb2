import type { Uncertain } from '@benchbook/dsl';
import { correlated, type Pair } from './correlation/correlated.js';
import { fillChances, type Sampling } from './design/chances.js';
import { quantileOf, type KnownValues } from './quantile-of.js';
import type { Refusal } from './refusal.js';

export interface Design {
  /** At least 1. */
  readonly trials: number;
  /** A whole number from 0 to 2^32 − 1. */
  readonly seed: number;
  readonly sampling?: Sampling;
  /** Which numbers' ranks correlate. */
  readonly pairs?: readonly Pair[];
}

export type Draw =
  | {
      readonly kind: 'drawn';
      /** By path: a value for each trial, in the number's own unit. */
      readonly columns: ReadonlyMap<string, Float64Array>;
      /** See `correlated`. */
      readonly repaired: number | null;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Draws every uncertain number for every trial. What a number turns out to be in a trial depends on the seed, its path and
 * the trial: other numbers do not move it, unless it correlates with them; nor, drawn at random, do more trials. Of a Sobol sequence its place among the others
 * counts, too. Eight bytes for each number and trial.
 */
export function drawColumns(
  uncertain: readonly Uncertain[],
  { trials, seed, sampling = 'random', pairs = [] }: Design,
  known: KnownValues,
): Draw {
  const columns = new Map<string, Float64Array>();
  const refusals: Refusal[] = [];
  for (const [place, one] of uncertain.entries()) {
    const quantile = quantileOf(one, known);
    if (typeof quantile === 'string') {
      refusals.push({ path: one.path, why: quantile });
      continue;
    }
    const column = new Float64Array(trials);
    fillChances(sampling, seed, one.path, place, column);
    quantile(column);
    columns.set(one.path, column);
  }
  if (refusals.length > 0) return { kind: 'refused', refusals };
  return { kind: 'drawn', columns, repaired: correlated(columns, pairs) };
}
