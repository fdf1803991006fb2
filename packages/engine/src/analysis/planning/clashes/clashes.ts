import type { Clash } from '../../../planning-types.js';
import { requiredBounds, targetBounds } from './bounds.js';
import { compounding } from './compounding.js';
import { failing } from './failing.js';
import { levelTargets } from './level-targets.js';
import { pairs } from './pairs.js';
import type { Stated } from './stated.js';
import { withoutTime } from './without-time.js';

/** What a rulebook states of a plan that does not fit together, in the order of the file. */
export function clashes(stated: Stated): readonly Clash[] {
  const { worked } = stated;
  const { planning, targets } = worked.model;
  const found = [
    ...failing(planning.requirements, stated),
    ...pairs([...requiredBounds(planning.requirements, worked), ...targetBounds(targets, worked)]),
    ...levelTargets(targets, worked),
    ...compounding(worked.model),
    ...withoutTime(planning.models, worked),
  ];
  return found.sort((one, other) => lineOf(one) - lineOf(other));
}

const lineOf = ({ statements }: Clash): number => statements[0]?.line ?? 0;
