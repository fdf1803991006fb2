import type { Span } from '../../syntax/span.js';
import type { Quantity } from '../expression.js';
import type { FixedThreshold } from '../decision-table.js';
import type { Declared } from '../model.js';
import type { PlanFigure } from './plan-figure.js';
import type { Moment } from './time.js';

/** A stretch of the plan's time. */
export interface Phase extends Declared {
  /** null: when all of `after` have ended, else with the plan. */
  readonly starts: Moment | null;
  /** Its last month; null: `lasts` says. */
  readonly ends: Moment | null;
  readonly lasts: Quantity | null;
  readonly after: readonly string[];
  readonly owner: string | null;
  readonly milestones: readonly Milestone[];
}

export interface Milestone {
  readonly name: string;
  readonly by: Moment;
  /** What is to be reached by then; null: that it is done. */
  readonly measure: PlanFigure | null;
  readonly attain: FixedThreshold | null;
  readonly owner: string | null;
  readonly span: Span;
  readonly line: number;
}
