import type { Planning } from '../../model/planning/planning.js';
import { nameless } from './checkers.js';
import type { Scope } from '../scope.js';

/** What a rulebook says about plans, as far as it is whole. */
export function checkPlanning(scope: Scope): Planning {
  for (const declaration of scope.program.declarations) {
    const { noun, broken } = declaration;
    if (!broken && (noun === 'correlate' || noun === 'simulate' || noun === 'optimise' || noun === 'require'))
      nameless(scope, declaration);
  }
  const actions = scope.all('action');
  const resources = scope.all('resource');
  const budgets = scope.all('budget');
  const phases = scope.all('phase');
  const funnels = scope.all('funnel');
  const cohorts = scope.all('cohort');
  const models = scope.all('model');
  const uncertain = [...scope.uncertain.values()].sort((a, b) => a.span.start - b.span.start);
  return {
    uncertain,
    actions,
    resources,
    budgets,
    phases,
    funnels,
    cohorts,
    models,
    correlations: [],
    simulations: [],
    optimisations: [],
    requirements: [],
  };
}
