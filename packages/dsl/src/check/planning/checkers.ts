import { checkAction } from './actions.js';
import { checkBudget } from './budgets.js';
import { checkCohort } from './cohorts.js';
import { checkFunnel } from './funnels.js';
import { checkPhase } from './phases.js';
import { checkProjection } from './projections.js';
import { checkResource } from './resources.js';

/** How each kind of named declaration about plans is checked. */
export const PLANNING_CHECKERS = {
  action: checkAction,
  resource: checkResource,
  budget: checkBudget,
  phase: checkPhase,
  funnel: checkFunnel,
  cohort: checkCohort,
  model: checkProjection,
};
