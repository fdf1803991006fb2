import type { Span } from '../../syntax/span.js';
import type { DecisionTable } from '../decision-table.js';
import type { Quantity } from '../expression.js';
import type { Declared } from '../model.js';

/** People of one role, or anything else of which there are so many. */
export interface Resource extends Declared {
  /** How many there are; null: as many as the spans ask for. */
  readonly headcount: Quantity | null;
  /** What one of them can do in a time: days per month, accounts per month. */
  readonly capacity: Quantity | null;
  readonly spans: readonly Coverage[];
  /** From the decision to hire until the first day. */
  readonly hiring: Quantity | null;
  /** From the first day until full capacity. */
  readonly training: Quantity | null;
  readonly pay: Pay | null;
}

/** Where a fraction of a person is rounded: `none` keeps it. */
export type Rounding = 'up' | 'down' | 'nearest' | 'none';

/** How many one person looks after. */
export type Coverage = {
  readonly rounding: Rounding;
  readonly span: Span;
} & (
  | {
      /** One for so many members of a population, rows of a source or heads of another resource. */
      readonly kind: 'ratio';
      readonly of: { readonly kind: 'population' | 'source' | 'resource'; readonly name: string };
      readonly each: Quantity;
    }
  | {
      /** So many of each kind of member; a row without a number needs nobody. */
      readonly kind: 'table';
      readonly population: string;
      /** `pooled`: the needs of all rows are summed before they are rounded; else each row is rounded by itself. */
      readonly pooled: boolean;
      readonly table: DecisionTable<Quantity | null>;
    }
);

/** What one person is paid in a time, and the parts it is made of, which come to 100%. */
export interface Pay {
  readonly amount: Quantity;
  readonly parts: readonly PayPart[];
}

export interface PayPart {
  readonly name: string;
  readonly share: Quantity;
  /** How often it is paid; null: with every month's pay. */
  readonly every: Quantity | null;
}
