import type { Action } from '../../model/planning/action.js';
import type { Budget } from '../../model/planning/budget.js';
import type { Cohort } from '../../model/planning/cohort.js';
import type { Funnel } from '../../model/planning/funnel.js';
import type { Phase } from '../../model/planning/phase.js';
import type { Projection } from '../../model/planning/projection.js';
import type { Resource } from '../../model/planning/resource.js';

/** What the checker makes of each kind of named declaration about plans. */
export interface CheckedPlanning {
  action: Action;
  resource: Resource;
  budget: Budget;
  phase: Phase;
  funnel: Funnel;
  cohort: Cohort;
  model: Projection;
}
