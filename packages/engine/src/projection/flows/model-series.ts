import type { Action, Projection } from '@benchbook/dsl';
import { perMonth } from '../time/durations.js';
import { scaled, type Column } from '../values/column.js';
import { timingVaries, weighTiming, type Calendar } from './courses.js';
import { slotsOf, weightsOf, type Series } from './series.js';
import { takingOf, takingVaries, weighCost } from './taking.js';

/**
 * What a model's flows come to over time, and what its actions cost, each action under its name.
 *
 * @param amount what a flow's amount is, in base units
 */
export function modelSeries(
  { flows }: Projection,
  calendar: Calendar,
  amount: (flow: Projection['flows'][number]) => Column,
  actions: readonly { readonly action: Action; readonly taken: Column }[],
): readonly Series[] {
  const slots = slotsOf(calendar.horizon);
  const { trials } = calendar.numbers;
  const own = flows.map((flow): Series => {
    const vary = timingVaries(flow.timing, calendar);
    const weights = weightsOf(slots, trials, vary, (trial, into) => {
      weighTiming(flow.timing, calendar, trial, into);
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

/** What an amount that flows month by month is multiplied by to be a month's: without saying per what, it is a year's. */
function monthlyOf({ amount: { type }, timing }: Projection['flows'][number]): number {
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
