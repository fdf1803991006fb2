import type { Planning } from '../../model/planning/planning.js';
import type { Declaration } from '../../syntax/nodes.js';
import type { Scope } from '../scope.js';
import { checkCorrelations } from './correlations.js';
import { checkOptimisation } from './optimisations.js';
import { checkRequirement } from './requirements.js';
import { checkSimulation } from './simulations.js';

/** What a rulebook says about plans, as far as it is whole. */
export function checkPlanning(scope: Scope): Planning {
  const asked = (noun: Declaration['noun']): Declaration[] =>
    scope.program.declarations.filter((one) => one.noun === noun && !one.broken);
  const named = {
    actions: scope.all('action'),
    resources: scope.all('resource'),
    budgets: scope.all('budget'),
    phases: scope.all('phase'),
    funnels: scope.all('funnel'),
    cohorts: scope.all('cohort'),
    models: scope.all('model'),
  };
  // Every uncertain number is known by now, wherever it stands.
  return {
    ...named,
    uncertain: [...scope.uncertain.values()].sort((a, b) => a.span.start - b.span.start),
    correlations: checkCorrelations(scope, asked('correlate')),
    simulations: asked('simulate').flatMap((one) => scope.whole(() => checkSimulation(scope, one)) ?? []),
    optimisations: asked('optimise').flatMap((one) => scope.whole(() => checkOptimisation(scope, one)) ?? []),
    requirements: asked('require').flatMap((one) => scope.whole(() => checkRequirement(scope, one)) ?? []),
  };
}
