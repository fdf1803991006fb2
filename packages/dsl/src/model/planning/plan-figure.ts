import type { Span } from '../../syntax/span.js';
import type { ArithmeticOperator, ComparisonOperator, Figure, ValueType } from '../expression.js';
import type { Quantity } from '../expression.js';

interface Typed {
  readonly type: ValueType;
  readonly span: Span;
}

/** What declares figures of a plan. */
export type PlanOwner = 'model' | 'cohort' | 'funnel' | 'resource' | 'budget' | 'action';

/** A figure of a plan: those about data, and what models, people, budgets, funnels and cohorts come to. Evaluated to one number. */
export type PlanFigure =
  | Exclude<Figure, { readonly kind: 'arithmetic' }>
  | (Typed & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: PlanFigure;
      readonly right: PlanFigure;
    })
  /** `plan.npv`, `plan.labour`, `customers.ltv`, `managers` (its headcount). */
  | (Typed & {
      readonly kind: 'planned';
      readonly by: PlanOwner;
      readonly name: string;
      readonly figure: string;
    })
  /** A figure said per time: `saved(…) per year`. The number is the same, its unit is not. */
  | (Typed & { readonly kind: 'per'; readonly of: PlanFigure })
  /** What a figure is without the actions minus what it is with them. */
  | (Typed & { readonly kind: 'saved'; readonly of: PlanFigure })
  /** The most of a resource that is in use in any period, in heads. */
  | (Typed & { readonly kind: 'used'; readonly resource: string });

/** `used(managers) <= 30`. */
export interface PlanCondition {
  readonly left: PlanFigure;
  readonly operator: ComparisonOperator;
  readonly right: PlanFigure;
  /** As written. */
  readonly text: string;
  readonly span: Span;
  readonly line: number;
}

/** `with chance >= 90%`: how likely a condition on uncertain numbers has to be. */
export interface ChanceWanted {
  readonly operator: '>=' | '>';
  readonly chance: Quantity;
}
