import type { Quantity } from '../expression.js';

/** A point in the time of a plan. Periods count from 1, beginning with the month or year in which the plan begins. */
export type Moment =
  /** Before the first period: what flows here is not discounted. `end`: after the last. */
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'period'; readonly unit: 'months' | 'years'; readonly number: Quantity }
  | { readonly kind: 'date'; readonly iso: string }
  /** A phase begins, or where a time ends, ends. */
  | { readonly kind: 'phase'; readonly phase: string };
