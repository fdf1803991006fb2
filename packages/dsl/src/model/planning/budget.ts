import type { Span } from '../../syntax/span.js';
import type { Quantity } from '../expression.js';
import type { Declared } from '../model.js';
import type { PlanCondition } from './plan-figure.js';

/** Money that may be spent, by category and time. */
export interface Budget extends Declared {
  readonly currency: string;
  /** As said after `=`: once, or `per year`; null: what the table comes to. */
  readonly total: Quantity | null;
  /** From which month the years count; null: from the beginning of the plan. */
  readonly from: string | null;
  readonly periods: readonly BudgetPeriod[];
  readonly lines: readonly BudgetLine[];
  /** Kept back: money, or a share of the total. */
  readonly reserve: Quantity | null;
  readonly moves: readonly Reallocation[];
}

export type BudgetPeriod =
  | { readonly kind: 'total' }
  /** `2025`. */
  | { readonly kind: 'calendar'; readonly year: number }
  /** `year 1`. */
  | { readonly kind: 'year'; readonly number: number }
  | { readonly kind: 'phase'; readonly phase: string };

export interface BudgetLine {
  readonly category: string;
  /** One for each period: money, a share of the period's total, or null for nothing. */
  readonly amounts: readonly (Quantity | null)[];
  readonly span: Span;
  readonly line: number;
}

/** `moves 10% from lowest roi to highest roi every 3 months`. */
export interface Reallocation {
  readonly share: Quantity;
  readonly from: MoveEnd;
  readonly to: MoveEnd;
  readonly when: PlanCondition | null;
  readonly every: Quantity | null;
  readonly span: Span;
}

export type MoveEnd =
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'extreme'; readonly extreme: 'lowest' | 'highest'; readonly figure: string };
