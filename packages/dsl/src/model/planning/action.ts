import type { Span } from '../../syntax/span.js';
import type { Constant, Expression, Quantity } from '../expression.js';
import type { Declared, Top } from '../model.js';
import type { Unit } from '../unit.js';
import type { Moment } from './time.js';

/** Whether a number is said of each entity that the action is taken on, or of the action as a whole. */
export type Shared = 'each' | 'all';

/** What can be done about entities of a population: counterfactual rows and values, what they cost, and when. */
export interface Action extends Declared {
  readonly population: string;
  /** Who is eligible, as the run before the action sees them. */
  readonly where: Expression | null;
  readonly top: Top | null;
  readonly adds: readonly AddedRows[];
  readonly sets: readonly SetColumn[];
  readonly costs: readonly ActionCost[];
  readonly takes: readonly Effort[];
  readonly starts: Moment | null;
  readonly lasts: Quantity | null;
  /** The effect grows evenly to its full size in this time. */
  readonly ramp: Quantity | null;
  /** Drawn in a simulation, expected otherwise; null: it always succeeds. */
  readonly chance: Quantity | null;
  readonly limits: readonly ActionLimit[];
  /** Actions that must have been taken on the entity before. */
  readonly after: readonly string[];
}

/** Rows of `source` that point at the entity through `via`, with generated keys. */
export interface AddedRows {
  readonly source: string;
  readonly via: string;
  /** Only those of which the entity has no row with the same values. */
  readonly absent: boolean;
  readonly columns: readonly string[];
  /** null: a missing value. */
  readonly rows: readonly (readonly (Constant | null)[])[];
  readonly span: Span;
}

/** `sets employees to employees * 110%`; `sets contacts.level to "VP" where contacts.department = "IT"`. */
export interface SetColumn {
  readonly source: string;
  /** Through which a row of another source points at the entity; null: the entity's own row. */
  readonly via: string | null;
  readonly column: string;
  readonly value: Expression;
  readonly where: Expression | null;
  readonly span: Span;
}

/** Money, once or `per` a time for as long as the action lasts. */
export interface ActionCost {
  readonly amount: Quantity;
  readonly of: Shared;
  readonly category: string | null;
  readonly span: Span;
}

/** Heads of a resource for a time, or days of their work. */
export interface Effort {
  readonly resource: string;
  /** A count of heads, or a duration: so much work of theirs. */
  readonly amount: Quantity;
  readonly of: Shared;
  /** null: for as long as the action lasts. */
  readonly duration: Quantity | null;
  readonly span: Span;
}

/** `at most 2 per account`, `at most 50 in all`, `at most 10 per month`. */
export interface ActionLimit {
  readonly amount: Quantity;
  readonly per: 'entity' | 'all' | Unit;
  readonly span: Span;
}
