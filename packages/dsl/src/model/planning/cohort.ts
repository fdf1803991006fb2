import type { Quantity } from '../expression.js';
import type { Declared } from '../model.js';
import type { PlanFigure } from './plan-figure.js';
import type { Moment } from './time.js';

/** Customers who begin together and leave over time. */
export interface Cohort extends Declared {
  readonly size: PlanFigure;
  readonly starts: Moment | null;
  readonly retention: Retention;
  /** What one customer brings in a time. */
  readonly worth: PlanFigure | null;
  /** What it costs to win one. */
  readonly acquisition: Quantity | null;
}

/** `every`: the time in which the share stays, or the steps of the curve. */
export type Retention = { readonly every: Quantity } & (
  | { readonly kind: 'constant'; readonly share: Quantity }
  /** Fader and Hardie 2007: the chance to leave differs between customers as a beta distribution. */
  | { readonly kind: 'beta-geometric'; readonly alpha: Quantity; readonly beta: Quantity }
);
