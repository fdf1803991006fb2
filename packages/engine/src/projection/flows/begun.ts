import type { Action, Model } from '@benchbook/dsl';
import { planHorizon } from '../time/horizon.js';
import { Numbers } from '../values/numbers.js';
import { Calendar } from './courses.js';
import { takingOf } from './taking.js';

/**
 * On how many an action can begin in the time of a plan, by its monthly limits and its start; null: on any number. Of numbers that are not
 * certain it goes by their values: the data are changed once, not in every trial.
 */
export function mostBegun(model: Model): (action: Action) => number | null {
  const calendar = new Calendar(planHorizon(model), model.planning.phases, new Numbers(1, new Map()));
  return (action) => {
    const { begins } = takingOf(action, Infinity, calendar, 0);
    const most = begins.reduce((sum, count) => sum + count, 0);
    return most === Infinity ? null : Math.floor(most);
  };
}
