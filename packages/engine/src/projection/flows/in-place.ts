import type { Action } from '@benchbook/dsl';
import { monthsIn } from '../time/durations.js';
import { rampedShare } from '../time/ramp.js';
import { at, type Column } from '../values/column.js';
import type { Calendar } from './courses.js';
import { slotsOf, weightsOf } from './series.js';
import { takingOf, takingVaries, type Taking } from './taking.js';

/** An action, on how many it is taken, and what it alone saves: by that its time counts among those of the others. */
export interface ActionEffect {
  readonly action: Action;
  readonly taken: Column;
  readonly alone: Column;
}

/** The share of what actions save that is in place in each slot: see `Series.weights`. */
export interface InPlace {
  readonly shares: Float64Array;
  readonly vary: boolean;
}

/**
 * How much of what actions save is in place month by month: an action saves from when it begins on an entity, and grows to its full size over
 * its `ramp`. Several count by what each saves alone. At the end of the plan as much is in place as in its last month.
 */
export function inPlace(effects: readonly ActionEffect[], calendar: Calendar): InPlace {
  const { numbers, horizon } = calendar;
  const vary = effects.some(
    ({ action, taken, alone }) =>
      takingVaries(action, taken, calendar) || numbers.varies([action.ramp]) || typeof alone !== 'number',
  );
  const own = new Float64Array(slotsOf(horizon));
  const shares = weightsOf(own.length, numbers.trials, vary, (trial, into) => {
    const sizes = effects.map(({ alone }) => Math.abs(at(alone, trial)) || 0);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    into.fill(0);
    effects.forEach(({ action, taken }, index) => {
      const weight = all > 0 ? (sizes[index] ?? 0) / all : 1 / effects.length;
      const ramp = action.ramp === null ? 0 : numbers.own(action.ramp, trial) * monthsIn(action.ramp.unit);
      grown(takingOf(action, taken, calendar, trial), ramp, own);
      for (let slot = 0; slot < into.length; slot += 1) into[slot] = (into[slot] ?? 0) + weight * (own[slot] ?? 0);
    });
  });
  return { shares, vary };
}

/** The share that is in place of what one action saves in the end. */
function grown({ begins }: Taking, ramp: number, into: Float64Array): void {
  const all = begins.reduce((sum, count) => sum + count, 0);
  const months = into.length - 2;
  into.fill(0);
  if (all === 0) return;
  for (let begun = 1; begun <= months; begun += 1) {
    const share = (begins[begun] ?? 0) / all;
    if (share === 0) continue;
    for (let month = begun; month <= months; month += 1)
      into[month] = (into[month] ?? 0) + share * rampedShare(month - begun, ramp);
  }
  into[months + 1] = into[months] ?? 0;
}
