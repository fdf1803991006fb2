import type { Declaration } from '../../syntax/nodes.js';
import type { Scope } from '../scope.js';

const later = (scope: Scope, declaration: Declaration): null =>
  scope.report('B004', declaration.nounSpan, { what: declaration.noun ?? '' });

export const PLANNING_CHECKERS = {
  action: later,
  resource: later,
  budget: later,
  phase: later,
  funnel: later,
  cohort: later,
  model: later,
};

export const nameless = later;
