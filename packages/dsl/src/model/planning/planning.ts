import type { Action } from './action.js';
import type { Budget } from './budget.js';
import type { Cohort } from './cohort.js';
import type { Funnel } from './funnel.js';
import type { Phase } from './phase.js';
import type { Projection } from './projection.js';
import type { Correlation, Optimisation, Requirement, Simulation } from './question.js';
import type { Resource } from './resource.js';
import type { Uncertain } from './uncertain.js';

export type * from './action.js';
export type * from './budget.js';
export type * from './cohort.js';
export type * from './funnel.js';
export type * from './phase.js';
export type * from './plan-figure.js';
export type * from './projection.js';
export type * from './question.js';
export type * from './resource.js';
export type * from './time.js';
export type * from './uncertain.js';

/** What a rulebook says about plans. */
export interface Planning {
  /** Every uncertain number, wherever it is written, in the order of the file. */
  readonly uncertain: readonly Uncertain[];
  readonly actions: readonly Action[];
  readonly resources: readonly Resource[];
  readonly budgets: readonly Budget[];
  readonly phases: readonly Phase[];
  readonly funnels: readonly Funnel[];
  readonly cohorts: readonly Cohort[];
  readonly models: readonly Projection[];
  readonly correlations: readonly Correlation[];
  readonly simulations: readonly Simulation[];
  readonly optimisations: readonly Optimisation[];
  readonly requirements: readonly Requirement[];
}
