import type { WhatIf } from '../model/scenario.js';
import type { Declaration } from '../syntax/nodes.js';
import {
  checkDiff,
  checkDrivers,
  checkInput,
  checkInverse,
  checkSeek,
  checkSweep,
  isDiff,
  isInverse,
} from './asked.js';
import { reportEffects } from './scenario-effects.js';
import type { Scope } from './scope.js';
import { distinctNames } from './shows.js';

/** The scenarios of a rulebook and what is asked of them. */
export function whatIf(scope: Scope): WhatIf {
  const scenarios = scope.all('scenario');
  for (const scenario of scenarios) reportEffects(scope, scenario);
  const whole = (noun: Declaration['noun']) =>
    scope.program.declarations.filter((one) => one.noun === noun && !one.broken);
  return {
    scenarios,
    inputs: distinctNames(whole('input').flatMap((one) => scope.whole(() => checkInput(scope, one)) ?? [])),
    sweeps: distinctNames(whole('sweep').flatMap((one) => scope.whole(() => checkSweep(scope, one)) ?? [])),
    seeks: distinctNames(
      whole('seek')
        .filter((one) => !isInverse(one))
        .flatMap((one) => scope.whole(() => checkSeek(scope, one)) ?? []),
    ),
    inverses: distinctNames(
      whole('seek')
        .filter(isInverse)
        .flatMap((one) => scope.whole(() => checkInverse(scope, one)) ?? []),
    ),
    drivers: distinctNames(whole('rank').flatMap((one) => scope.whole(() => checkDrivers(scope, one)) ?? [])),
    diffs: distinctNames(
      whole('show')
        .filter(isDiff)
        .flatMap((one) => scope.whole(() => checkDiff(scope, one)) ?? []),
    ),
    scenario: null,
  };
}
