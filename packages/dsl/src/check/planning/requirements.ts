import type { Requirement } from '../../model/planning/question.js';
import type { PlanCondition } from '../../model/planning/plan-figure.js';
import { clauseOf } from '../../syntax/clauses.js';
import type { ClauseOf, Declaration } from '../../syntax/nodes.js';
import { defaultPopulation } from '../figure-conditions.js';
import type { Scope } from '../scope.js';
import { planFigureParts } from '../../model/plan-figure-parts.js';
import { chanceWanted, planCondition } from './plan-conditions.js';
import type { PlanGround } from './plan-figures.js';

/** `require used(managers) <= 30 with chance >= 90%`. */
export function checkRequirement(scope: Scope, declaration: Declaration): Requirement | null {
  const condition = clauseOf(declaration, 'condition');
  if (condition === undefined) return null;
  const ground: PlanGround = { scope, population: (at) => defaultPopulation(scope, at), own: null };
  const chance = clauseOf(declaration, 'with chance') ?? null;
  return requirement(ground, { expression: condition.expression, chance, span: declaration.span });
}

/** A requirement as a declaration or as a clause of an optimisation. */
export function requirement(
  ground: PlanGround,
  { expression, chance, span }: Pick<ClauseOf<'require'>, 'expression' | 'chance' | 'span'>,
): Requirement | null {
  const { scope } = ground;
  const condition = planCondition(expression, ground);
  const wanted = chance && chanceWanted(scope, chance);
  if (condition === null || (chance && wanted === null)) return null;
  if (chance && isCertain(scope, condition)) scope.report('B628', chance.span, { condition: condition.text });
  return { condition, chance: wanted, span, line: scope.line(span) };
}

/** Nothing in it can turn out otherwise, as far as the text tells: plans rest on much, so they may. */
function isCertain(scope: Scope, { left, right }: PlanCondition): boolean {
  return [left, right].every((side) =>
    [...planFigureParts(side)].every((part) => {
      if (part.kind === 'planned' && part.by === 'resource') return !scope.uncertain.has(part.name);
      if (part.kind === 'planned' || part.kind === 'used' || part.kind === 'saved') return scope.uncertain.size === 0;
      if (part.kind !== 'constant' || part.constant.kind !== 'quantity') return true;
      return !scope.uncertain.has(part.constant.quantity.path ?? '');
    }),
  );
}
