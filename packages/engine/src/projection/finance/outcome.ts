import type { WhyNot } from '../../planning-types.js';

/** A figure of one trial: its number, or why it has none; where several numbers answer, all of them. */
export type Outcome = number | { readonly why: WhyNot; readonly several: readonly number[] };

export const without = (why: WhyNot, several: readonly number[] = []): Outcome => ({ why, several });

/** A number that is too large to be one has no value. */
export const finite = (value: number): Outcome => {
  if (Number.isFinite(value)) return value;
  return without(Number.isNaN(value) ? 'no value' : 'beyond numbers');
};

/** The number, NaN where there is none: what columns of trials hold. */
export const numberOf = (outcome: Outcome): number => (typeof outcome === 'number' ? outcome : NaN);
