import type { Span } from '../../syntax/span.js';
import type { Quantity } from '../expression.js';

/** How a number may turn out. All values are in the unit of the number it belongs to; chances are fractions. */
export type Distribution =
  /** `whole`: each whole number from low to high is as likely; else every number between them. */
  | {
      readonly kind: 'uniform';
      readonly low: Quantity;
      readonly high: Quantity;
      readonly highIncluded: boolean;
      readonly whole: boolean;
    }
  | {
      readonly kind: 'triangular' | 'pert';
      readonly low: Quantity;
      readonly mode: Quantity;
      readonly high: Quantity;
    }
  | { readonly kind: 'normal'; readonly mean: Quantity; readonly deviation: Quantity }
  /** The values below which it falls with the two chances: 0.05 and 0.95 for `p5` and `p95`. */
  | { readonly kind: 'lognormal'; readonly low: Percentile; readonly high: Percentile }
  /** On 0 to 1. */
  | { readonly kind: 'beta'; readonly alpha: Quantity; readonly beta: Quantity }
  /** The chances come to exactly 1. */
  | { readonly kind: 'discrete'; readonly cases: readonly DiscreteCase[] }
  /** One of the known values of a source's column, each row as likely. */
  | { readonly kind: 'empirical'; readonly source: string; readonly column: string };

export interface Percentile {
  readonly chance: number;
  readonly value: Quantity;
}

export interface DiscreteCase {
  readonly value: Quantity;
  readonly chance: Quantity;
}

/**
 * A number of the rulebook that is not known for certain: `25 ~ 20..30`. A plain run uses `quantity`, a simulation draws.
 * Its path names it in correlations and is the key of its random numbers.
 */
export interface Uncertain {
  readonly path: string;
  readonly quantity: Quantity;
  readonly distribution: Distribution;
  /** What is drawn is put inside these ends. */
  readonly within: { readonly low: Quantity; readonly high: Quantity } | null;
  /** From the `~` to its end. */
  readonly span: Span;
  readonly line: number;
}
