import type { Action, Resource } from '@benchbook/dsl';
import { DAYS_A_MONTH, monthsIn } from '../time/durations.js';
import { at, type Column } from '../values/column.js';
import type { Calendar } from './courses.js';
import { slotsOf, weightsOf } from './series.js';
import { firstOnly, spreadOver, takingOf, takingVaries } from './taking.js';

/**
 * Heads of a resource that actions keep busy, month by month, slot by slot over the trials. Work in days is spread evenly over its time, else over the
 * action's, else over one month, and is heads by what one of them can do in a month.
 *
 * @returns slots × trials numbers
 */
export function headsUsed(
  resource: Resource,
  actions: readonly { readonly action: Action; readonly taken: Column }[],
  calendar: Calendar,
): Float64Array {
  const { numbers, horizon } = calendar;
  const { trials } = numbers;
  const slots = slotsOf(horizon);
  const found = new Float64Array(slots * trials);
  const capacity = resource.capacity === null ? null : numbers.column(resource.capacity);
  for (const { action, taken } of actions)
    for (const effort of action.takes.filter((one) => one.resource === resource.name)) {
      const amount = numbers.column(effort.amount);
      const vary = takingVaries(action, taken, calendar) || numbers.varies([effort.duration]);
      const weights = weightsOf(slots, trials, vary, (trial, into) => {
        const { begins, lasts } = takingOf(action, taken, calendar, trial);
        const time =
          effort.duration === null ? lasts : numbers.own(effort.duration, trial) * monthsIn(effort.duration.unit);
        const work = effort.amount.unit.kind === 'duration';
        const over = work && time === Infinity ? 1 : time;
        into.fill(0);
        spreadOver(effort.of === 'each' ? begins : firstOnly(begins), over, work ? 1 / over : 1, into);
      });
      const isWork = effort.amount.unit.kind === 'duration';
      // Months of work are heads as they are; days of work by the days one has in a month.
      const inMonths = isWork && effort.amount.unit.dimension.months === 1;
      for (let place = 0; place < found.length; place += 1) {
        const trial = place % trials;
        const heads = isWork && !inMonths ? at(amount, trial) / at(capacity ?? DAYS_A_MONTH, trial) : at(amount, trial);
        found[place] =
          (found[place] ?? 0) + heads * ((vary ? weights[place] : weights[Math.floor(place / trials)]) ?? 0);
      }
    }
  return found;
}

/** The most in any slot of each trial. */
export function peak(heads: Float64Array, trials: number): Column {
  const found = new Float64Array(trials);
  for (let place = 0; place < heads.length; place += 1)
    found[place % trials] = Math.max(found[place % trials] ?? 0, heads[place] ?? 0);
  return trials === 1 ? (found[0] ?? 0) : found;
}
