import type { Words } from '../language/words.js';
import type { Inputs } from './snapshot.js';

/** The scenario and the numbers that a run stood under: `stricter, generic.decision_share=20%`. */
export function under({ scenario, set }: Pick<Inputs, 'scenario' | 'set'>, { history }: Words): string {
  const all = [...(scenario === null ? [] : [scenario]), ...set];
  return all.length === 0 ? history.base : all.join(', ');
}
