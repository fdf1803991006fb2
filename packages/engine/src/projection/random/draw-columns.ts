import type { Uncertain } from '@benchbook/dsl';
import { streamKey } from './numbers/stream-key.js';
import { uniforms } from './numbers/threefry.js';
import { quantileOf, type KnownValues } from './quantile-of.js';
import type { Refusal } from './refusal.js';

export interface Design {
  /** At least 1. */
  readonly trials: number;
  /** A whole number from 0 to 2^32 − 1. */
  readonly seed: number;
}

export type Draw =
  | {
      readonly kind: 'drawn';
      /** By path: a value for each trial, in the number's own unit. */
      readonly columns: ReadonlyMap<string, Float64Array>;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Draws every uncertain number for every trial. What a number turns out to be in a trial depends on the seed, its path and
 * the trial: other numbers and more trials do not move it. Eight bytes for each number and trial.
 */
export function drawColumns(uncertain: readonly Uncertain[], { trials, seed }: Design, known: KnownValues): Draw {
  const columns = new Map<string, Float64Array>();
  const refusals: Refusal[] = [];
  for (const one of uncertain) {
    const quantile = quantileOf(one, known);
    if (typeof quantile === 'string') {
      refusals.push({ path: one.path, why: quantile });
      continue;
    }
    const column = new Float64Array(trials);
    uniforms(streamKey(seed, 'value', one.path), column);
    quantile(column);
    columns.set(one.path, column);
  }
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'drawn', columns };
}
