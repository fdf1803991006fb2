import type { Action, Projection } from '@benchbook/dsl';
import { perMonth } from '../time/durations.js';
import { scaled, type Column } from '../values/column.js';
import { timingVaries, weighTiming, type Calendar } from './courses.js';
import type { InPlace } from './in-place.js';
import { slotsOf, weightsOf, type Series } from './series.js';
import { takingOf, takingVaries, weighCost } from './taking.js';

type Flow = Projection['flows'][number];

/** What the flows of a model are made of. */
export interface FlowGround {
  /** What a flow's amount is, in base units. */
  readonly amount: (flow: Flow) => Column;
  /** How much of it is in place in each slot, where actions bring it about; null: all of it. */
  readonly inPlace: (flow: Flow) => InPlace | null;
  readonly actions: readonly { readonly action: Action; readonly taken: Column }[];
}

/** What a model's flows come to over time, and what its actions cost, each action under its name. */
export function modelSeries(
  { flows }: Projection,
  calendar: Calendar,
  { amount, inPlace, actions }: FlowGround,
): readonly Series[] {
  const slots = slotsOf(calendar.horizon);
  const { trials } = calendar.numbers;
  const own = flows.map((flow): Series => {
    const effect = inPlace(flow);
    const vary = timingVaries(flow.timing, calendar) || effect?.vary === true;
    const weights = weightsOf(slots, trials, vary, (trial, into) => {
      weighTiming(flow.timing, calendar, trial, into);
      if (effect !== null) weaken(into, effect, trial, trials);
    });
    return {
      name: flow.name,
      kind: flow.kind,
      category: flow.category,
      amount: scaled(amount(flow), monthlyOf(flow)),
      weights,
      weightsVary: vary,
    };
  });
  return [...own, ...actions.flatMap(({ action, taken }) => actionSeries(action, taken, calendar))];
}

function weaken(weights: Float64Array, { shares, vary }: InPlace, trial: number, trials: number): void {
  for (let slot = 0; slot < weights.length; slot += 1)
    weights[slot] = (weights[slot] ?? 0) * ((vary ? shares[slot * trials + trial] : shares[slot]) ?? 0);
}

/** What an amount that flows month by month is multiplied by to be a month's: without saying per what, it is a year's. */
export function monthlyOf({ amount: { type }, timing }: Flow): number {
  if (timing.kind !== 'rate' || type.kind !== 'number') return 1;
  return isPerTime(type.unit.dimension) ? perMonth(type.unit) : 1 / 12;
}

const isPerTime = (dimension: Readonly<Record<string, number>>): boolean =>
  dimension.months === -1 || dimension.days === -1;

/** One series for each cost of an action. */
export function actionSeries(action: Action, taken: Column, calendar: Calendar): readonly Series[] {
  const { numbers, horizon } = calendar;
  const vary = takingVaries(action, taken, calendar);
  return action.costs.map((cost): Series => ({
    name: action.name,
    kind: 'cost',
    category: cost.category,
    amount: numbers.column(cost.amount),
    weights: weightsOf(slotsOf(horizon), numbers.trials, vary, (trial, into) => {
      weighCost(cost, takingOf(action, taken, calendar, trial), into);
    }),
    weightsVary: vary,
  }));
}
