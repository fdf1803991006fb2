import type { Moment } from '@benchbook/dsl';
import { monthOfDay, type Horizon } from './horizon.js';
import type { Months } from './phases.js';

/** What a moment is told by. */
export interface Times {
  readonly horizon: Horizon;
  /** A number of the rulebook, in the trial that is looked at. */
  readonly number: (quantity: Extract<Moment, { kind: 'period' }>['number']) => number;
  readonly phase: (name: string) => Months | null;
}

/** The months that a moment stands for, the first and the last; null: the plan has no dates to tell it by, or a phase has no time. */
export function monthsOf(moment: Moment, { horizon, number, phase }: Times): Months | null {
  switch (moment.kind) {
    case 'start':
      return { first: 0, last: 0 };
    case 'end':
      return { first: horizon.months + 1, last: horizon.months + 1 };
    case 'period': {
      const at = Math.max(1, Math.round(number(moment.number)));
      return moment.unit === 'months' ? { first: at, last: at } : { first: (at - 1) * 12 + 1, last: at * 12 };
    }
    case 'date': {
      const at = monthOfDay(moment.iso, horizon);
      return at === null ? null : { first: at, last: at };
    }
    case 'phase':
      return phase(moment.phase);
  }
}
