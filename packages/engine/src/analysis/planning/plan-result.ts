import { namedNumbers, textOf, type Model } from '@benchbook/dsl';
import { whereOf } from '../../notices/where.js';
import type { PlanResult, UncertainResult } from '../../planning-types.js';
import type { PlanValues } from '../../projection/figures/plan-values.js';
import { actionResult } from './action-result.js';
import { budgetResult } from './budget-result.js';
import { clashes } from './clashes/clashes.js';
import { funnelResult } from './funnel-result.js';
import { modelResult } from './model-result.js';
import { ownFigures } from './own-figures.js';
import { phaseResults } from './phase-results.js';
import { requirementResult } from './requirement-result.js';
import { resourceResult } from './resource-result.js';
import { shown } from './shown.js';
import { Worked } from './worked.js';

/**
 * What every declaration of a plan comes to.
 *
 * @param valuesUnder the plan's values when numbers, by their paths and in their own units, are others than those written
 */
export function planResult(
  model: Model,
  valuesUnder: (numbers: ReadonlyMap<string, number>) => PlanValues,
): Omit<PlanResult, 'simulations' | 'optimisations'> {
  const workedUnder = (numbers: ReadonlyMap<string, number>) => new Worked(model, valuesUnder(numbers));
  const worked = workedUnder(new Map());
  const { planning, file } = model;
  return {
    file,
    models: planning.models.map((one) => modelResult(one, worked)),
    actions: planning.actions.map((one) => actionResult(one, worked)),
    resources: planning.resources.map((one) => resourceResult(one, worked)),
    budgets: planning.budgets.map((one) => budgetResult(one, worked)),
    phases: phaseResults(planning.phases, worked),
    cohorts: planning.cohorts.map((one) => ({
      ...worked.declared(one),
      figures: ownFigures('cohort', one.name, worked),
    })),
    funnels: planning.funnels.map((one) => funnelResult(one, worked)),
    requirements: planning.requirements.map((one) => requirementResult(one, worked)),
    clashes: clashes({ worked, numbers: namedNumbers(model), otherwise: workedUnder }),
    uncertain: planning.uncertain.map((one) => uncertainResult(model, one)),
  };
}

function uncertainResult(model: Model, one: Model['planning']['uncertain'][number]): UncertainResult {
  const { quantity, path, span } = one;
  const value = quantity.value.times(quantity.unit.scale).toNumber();
  const written = textOf(model.files, span).replaceAll(/\s+/g, ' ').replace(/^~\s*/, '').trim();
  return { path, ...whereOf(model, one), value: shown(value, quantity.unit).display, distribution: written };
}
