import type { Action } from '@benchbook/dsl';
import type { Plan } from '../../plan/plan.js';

/**
 * Whether an action changes nothing that a plan reads of anybody but those it is taken on: their own rows, and rows that the plan finds
 * through the one column by which the action does. Else somebody else's rows may be among those it changes.
 */
export function isOwnAlone(plan: Plan, action: Action): boolean {
  const acted = plan.model.populations.find(({ name }) => name === action.population);
  if (acted?.source !== plan.source.name) return false;
  return [...action.adds, ...action.sets].every(({ source, via }) =>
    source === plan.source.name
      ? via === null
      : plan.measure.aggregates.every(({ expression }) => expression.source !== source || expression.via === via),
  );
}
