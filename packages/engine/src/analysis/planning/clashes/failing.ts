import {
  planFigureParts,
  type NamedNumber,
  type PlanCondition,
  type PlanFigure,
  type Requirement,
} from '@benchbook/dsl';
import type { Clash, PlanStatement } from '../../../planning-types.js';
import { compares } from '../meets.js';
import { spelledOut } from './arithmetic.js';
import { numberStatement, statement, type Stated } from './stated.js';
import { waysTo } from './ways.js';

/** What must hold and does not: the figures say otherwise, or it is a second value for what has one. */
export function failing(requirements: readonly Requirement[], stated: Stated): readonly Clash[] {
  return requirements.filter(({ chance }) => chance === null).flatMap((one) => clashOf(one, stated) ?? []);
}

function clashOf(requirement: Requirement, stated: Stated): Clash | null {
  const { worked } = stated;
  const { condition } = requirement;
  const { left, operator, right } = condition;
  if (compares(operator, worked.number(left, worked.done), worked.number(right, worked.done)) !== false) return null;
  const isTwice = operator === '=' && isStated(left) && isStated(right);
  return {
    ...(isTwice ? { kind: 'drift', reason: 'two values' } : { kind: 'contradiction', reason: 'does not hold' }),
    statements: [statement(worked.model, requirement), ...numbersIn(condition, stated)],
    arithmetic: spelledOut(condition, worked),
    ways: waysTo(condition, stated),
  };
}

/** A number as it is stated, not worked out. */
const isStated = (figure: PlanFigure): boolean =>
  figure.kind === 'constant' || (figure.kind === 'planned' && (figure.by === 'budget' || figure.by === 'resource'));

/** The numbers that a condition names. */
function numbersIn({ left, right }: PlanCondition, { worked, numbers }: Stated): readonly PlanStatement[] {
  const named = [...planFigureParts(left), ...planFigureParts(right)];
  return numbers
    .filter((number) => named.some((figure) => names(figure, number)))
    .map((number) => numberStatement(worked.model, number));
}

function names(figure: PlanFigure, { path, owner, row }: NamedNumber): boolean {
  if (figure.kind === 'constant') return figure.constant.kind === 'quantity' && figure.constant.quantity.path === path;
  if (figure.kind !== 'planned') return false;
  switch (figure.by) {
    case 'resource':
      return figure.figure === 'headcount' && figure.name === path;
    case 'budget':
      return figure.name === owner && (figure.figure === 'total' || row?.[0] === figure.figure);
    case 'funnel':
      return figure.name === owner;
    default:
      return false;
  }
}
