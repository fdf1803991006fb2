import type { Span } from '../../syntax/span.js';
import type { Expression, Quantity } from '../expression.js';
import type { Declared } from '../model.js';

/** Stages on the way to a sale. */
export interface Funnel extends Declared {
  /**
   * What a stage's rate means. `conversion`: the share of the stage before that reaches it, so that rates multiply.
   * `win`: the chance that what stands at the stage is won in the end, so that values are weighted and rates do not multiply.
   */
  readonly meaning: 'conversion' | 'win';
  readonly stages: readonly Stage[];
  /** The rows that stand at the stages, by what says their stage, and what each is worth. */
  readonly rows: { readonly source: string; readonly stage: Expression; readonly worth: Expression | null } | null;
  /** How many enter in a time. */
  readonly enters: Quantity | null;
}

export interface Stage {
  readonly name: string;
  readonly rate: Quantity;
  /** How many stand here, what they are worth together, how long they stay; null where the table does not say. */
  readonly count: Quantity | null;
  readonly value: Quantity | null;
  readonly time: Quantity | null;
  readonly span: Span;
  readonly line: number;
}
