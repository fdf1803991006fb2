import type { Requirement } from '@benchbook/dsl';
import { whereOf } from '../../notices/where.js';
import type { RequirementResult } from '../../planning-types.js';
import { compares } from './meets.js';
import { shown, unitOfFigure } from './shown.js';
import type { Worked } from './worked.js';

/** Whether what must hold does, with the plan carried out, and both sides of it. */
export function requirementResult(requirement: Requirement, worked: Worked): RequirementResult {
  const { left, operator, right, text } = requirement.condition;
  const [one, other] = [worked.number(left, worked.done), worked.number(right, worked.done)];
  return {
    text,
    ...whereOf(worked.model, requirement),
    left: shown(one, unitOfFigure(left.type)),
    right: shown(other, unitOfFigure(right.type)),
    holds: compares(operator, one, other),
    chance: null,
  };
}
