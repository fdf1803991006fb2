import type { Span } from '../../syntax/span.js';
import type { Quantity } from '../expression.js';
import type { Declared } from '../model.js';
import type { PlanFigure } from './plan-figure.js';
import type { Moment } from './time.js';

/** A `model`: costs and benefits over months or years. What actions cost flows as well, under the action's name. */
export interface Projection extends Declared {
  readonly periods: { readonly unit: 'months' | 'years'; readonly number: Quantity };
  /** The first day; null: periods have no dates. */
  readonly from: string | null;
  readonly currency: string;
  readonly flows: readonly Flow[];
  /** Actions that are taken; null: all. */
  readonly actions: readonly string[] | null;
  /** Effective rate a year; null: not discounted. */
  readonly discount: Quantity | null;
  readonly flowsAt: 'start' | 'end';
  readonly payback: 'stepped' | 'interpolated';
  readonly report: readonly PlanFigure[];
}

export interface Flow {
  readonly kind: 'cost' | 'benefit';
  readonly name: string;
  /** Money, or money per time. */
  readonly amount: PlanFigure;
  readonly timing: Timing;
  /** The budget's category it is paid from. */
  readonly category: string | null;
  readonly span: Span;
  readonly line: number;
}

export interface Timing {
  /**
   * `once`: all of it at `from`. `every`: the amount again and again. `spread`: the amount in equal parts from `from` to
   * `until`. `rate`: an amount per time, month by month.
   */
  readonly kind: 'once' | 'every' | 'spread' | 'rate';
  /** null: from the first period, until the last. */
  readonly from: Moment | null;
  readonly until: Moment | null;
  /** How long from one time to the next; null unless `every` says. */
  readonly every: Quantity | null;
  /** From nothing to the whole amount in this time. */
  readonly ramp: Quantity | null;
  /** A year, compounded. */
  readonly growth: Quantity | null;
  /** As written. */
  readonly text: string;
}
