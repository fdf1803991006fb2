import type { Span } from '../../syntax/span.js';
import type { Quantity } from '../expression.js';
import type { ChanceWanted, PlanCondition, PlanFigure } from './plan-figure.js';

interface Placed {
  readonly span: Span;
  readonly line: number;
}

/** Rank correlation of two uncertain numbers, by their paths. All together can be: their matrix is positive semi-definite. */
export interface Correlation extends Placed {
  readonly first: string;
  readonly second: string;
  /** From −1 to 1. */
  readonly correlation: Quantity;
}

/** `simulate plan 10_000 times seed 1`. */
export interface Simulation extends Placed {
  readonly model: string;
  readonly trials: number;
  readonly seed: number;
  readonly sampling: 'random' | 'latin_hypercube' | 'sobol';
  readonly report: readonly SimulationFigure[];
}

export type SimulationFigure = { readonly text: string; readonly span: Span } &
  /** `p5(npv)` has percent 5. */
  (
    | { readonly kind: 'percentile'; readonly percent: number; readonly of: PlanFigure }
    | { readonly kind: 'mean' | 'sd' | 'fan'; readonly of: PlanFigure }
    | { readonly kind: 'chance'; readonly of: PlanCondition }
  );

/** Which actions on which entities are best within limits. */
export interface Optimisation extends Placed {
  readonly model: string;
  readonly direction: 'maximise' | 'minimise';
  readonly objective: PlanFigure;
  readonly actions: readonly string[];
  /** A declared budget, or so much money; null: no limit but those required. */
  readonly budget:
    { readonly kind: 'declared'; readonly name: string } | { readonly kind: 'money'; readonly amount: Quantity } | null;
  readonly require: readonly Requirement[];
}

/** What must hold of a plan. */
export interface Requirement extends Placed {
  readonly condition: PlanCondition;
  readonly chance: ChanceWanted | null;
}
