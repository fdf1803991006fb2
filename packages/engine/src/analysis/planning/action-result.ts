import type { Action } from '@benchbook/dsl';
import type { ActionResult } from '../../planning-types.js';
import { ownFigures } from './own-figures.js';
import { shown } from './shown.js';
import type { Worked } from './worked.js';

export function actionResult(action: Action, worked: Worked): ActionResult {
  const figures = ownFigures('action', action.name, worked);
  const named = (text: string) => figures.find((one) => one.text === text)?.figure ?? null;
  const none = { value: null, display: '–' };
  const { chance } = action;
  return {
    ...worked.declared(action),
    population: action.population,
    taken: named('taken') ?? none,
    cost: named('cost'),
    chance: chance === null ? null : shown(chance.value.toNumber(), chance.unit),
  };
}
