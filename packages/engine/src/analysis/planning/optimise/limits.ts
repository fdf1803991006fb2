import {
  textOf,
  type Action,
  type Model,
  type Optimisation,
  type PlanCondition,
  type PlanFigure,
  type Unit,
} from '@benchbook/dsl';
import type { PlanValues } from '../../../projection/figures/plan-values.js';
import { at } from '../../../projection/values/column.js';
import { whereOf } from '../../../notices/where.js';
import { statement } from '../clashes/stated.js';
import { money } from '../money-unit.js';
import { unitOfFigure } from '../shown.js';
import { constant, isConstant, plus, type Linear } from './linear.js';
import { NotLinear, type Linearised } from './linearise.js';
import type { Limit } from './problem.js';

/** A limit that a reader knows, and the rows it is made of: people are limited in every month. */
export interface Stated {
  readonly limits: readonly Limit[];
  readonly unit: Unit;
  readonly condition: PlanCondition | null;
}

/** The limits of an optimisation: its budget, what it requires, and what is required of the plan and depends on what is chosen. */
export function limitsOf(
  one: Optimisation,
  model: Model,
  actions: readonly Action[],
  values: PlanValues,
  linearised: Linearised,
): readonly Stated[] {
  const own = one.require.map(({ condition }) => stated(condition, model, linearised));
  const common = model.planning.requirements
    .filter(({ chance }) => chance === null)
    .flatMap(({ condition }) => {
      const found = ifLinear(() => stated(condition, model, linearised));
      return found?.limits.some(({ figure }) => !isConstant(figure)) ? [found] : [];
    });
  const budget = budgetOf(one, model, actions, values, linearised);
  return [...(budget === null ? [] : [budget]), ...own, ...common];
}

function ifLinear<Result>(of: () => Result): Result | null {
  try {
    return of();
  } catch (error) {
    if (error instanceof NotLinear) return null;
    throw error;
  }
}

function stated(condition: PlanCondition, model: Model, linearised: Linearised): Stated {
  const { left, operator, right } = condition;
  const resource = usedIn(left);
  const sides = resource !== null && operator.startsWith('<') ? linearised.heads(resource) : [linearised.of(left)];
  const other = linearised.of(right);
  const where = statement(model, condition);
  return {
    unit: unitOfFigure(left.type),
    condition,
    limits: sides.map((side) => ({ figure: plus(side, other, -1), ...ends(operator), statement: where })),
  };
}

const usedIn = (figure: PlanFigure): string | null => {
  if (figure.kind === 'used') return figure.resource;
  return figure.kind === 'planned' && figure.by === 'resource' && figure.figure === 'used' ? figure.name : null;
};

/** What is left of a comparison with 0; an end itself counts as met, since what is chosen is worked out again. */
function ends(operator: PlanCondition['operator']): Pick<Limit, 'low' | 'high'> {
  return {
    low: operator.startsWith('>') || operator === '=' ? 0 : -Infinity,
    high: operator.startsWith('<') || operator === '=' ? 0 : Infinity,
  };
}

function budgetOf(
  { budget, model: name }: Optimisation,
  model: Model,
  actions: readonly Action[],
  values: PlanValues,
  linearised: Linearised,
): Stated | null {
  if (budget === null) return null;
  const projection = model.planning.models.find((one) => one.name === name);
  const unit = money(projection?.currency ?? '');
  if (budget.kind === 'money') {
    const { amount } = budget;
    const text = `budget ${textOf(model.files, amount.span).trim()}`;
    const figure = plus(costOf(actions, linearised), constant(amount.value.times(amount.unit.scale).toNumber()), -1);
    const limit = { figure, low: -Infinity, high: 0, statement: { text, ...whereOf(model, amount) } };
    return { unit, condition: null, limits: [limit] };
  }
  const declared = model.planning.budgets.find((one) => one.name === budget.name);
  if (declared === undefined) return null;
  const frame = { actions: [], acting: false };
  const planned = (figure: string): PlanFigure => ({
    kind: 'planned',
    by: 'budget',
    name: declared.name,
    figure,
    type: { kind: 'number', unit },
    span: declared.span,
  });
  const there = at(values.figure(planned('total'), frame), 0) - at(values.figure(planned('reserve'), frame), 0);
  const figure = plus(linearised.of(planned('spent')), constant(there), -1);
  const limit = {
    figure,
    low: -Infinity,
    high: 0,
    statement: { text: `budget ${declared.name}`, ...whereOf(model, declared) },
  };
  return { unit, condition: null, limits: [limit] };
}

/** What the actions cost that are chosen. */
export const costOf = (actions: readonly Action[], linearised: Linearised): Linear =>
  actions.reduce((sum, { name, span }) => {
    const type = { kind: 'number', unit: money('') } as const;
    return plus(sum, linearised.of({ kind: 'planned', by: 'action', name, figure: 'cost', type, span }));
  }, constant(0));
