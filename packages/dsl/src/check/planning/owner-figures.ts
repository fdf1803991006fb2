import type { PlanOwner } from '../../model/planning/plan-figure.js';
import {
  actionFigures,
  budgetFigures,
  cohortFigures,
  funnelFigures,
  modelFigures,
  resourceFigures,
  type Figures,
} from '../../model/planning-figures.js';
import type { Span } from '../../text/span.js';
import type { Scope } from '../scope.js';

export type { Figures } from '../../model/planning-figures.js';

export const PLAN_OWNERS: readonly PlanOwner[] = ['model', 'cohort', 'funnel', 'resource', 'budget', 'action'];

/** What `NAME.figure` can ask of a declaration; null when it is not whole. */
export function ownerFigures(scope: Scope, owner: PlanOwner, name: string, at: Span): Figures | null {
  switch (owner) {
    case 'model': {
      const model = scope.get('model', name, at);
      return model && modelFigures(model, actionsOf(scope, model.actions));
    }
    case 'cohort': {
      const cohort = scope.get('cohort', name, at);
      return cohort && cohortFigures(cohort);
    }
    case 'funnel': {
      const funnel = scope.get('funnel', name, at);
      return funnel && funnelFigures(funnel);
    }
    case 'resource': {
      const resource = scope.get('resource', name, at);
      return resource && resourceFigures(resource);
    }
    case 'budget': {
      const budget = scope.get('budget', name, at);
      return budget && budgetFigures(budget);
    }
    case 'action': {
      const action = scope.get('action', name, at);
      return action && actionFigures(action);
    }
  }
}

/** The actions of a model: those it names, else all. */
export const actionsOf = (scope: Scope, named: readonly string[] | null): readonly string[] =>
  named ?? scope.names('action');
