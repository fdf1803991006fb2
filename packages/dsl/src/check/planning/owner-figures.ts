import type { ValueType } from '../../model/expression.js';
import type { PlanOwner } from '../../model/planning/plan-figure.js';
import { COUNT, duration, money, NUMBER, numberType, per, PERCENT } from '../../model/units.js';
import type { Span } from '../../text/span.js';
import type { Scope } from '../scope.js';
import { moneyUnit } from './money.js';

/** The figures that something gives, each with its type. */
export type Figures = ReadonlyMap<string, ValueType>;

export const PLAN_OWNERS: readonly PlanOwner[] = ['model', 'cohort', 'funnel', 'resource', 'budget', 'action'];

const share = numberType(PERCENT);
const number = numberType(NUMBER);
const count = numberType(COUNT);
const months = numberType(duration('months') ?? NUMBER);
const cash = (currency: string): ValueType => numberType(money(currency));

/** What `NAME.figure` can ask of a declaration; null when it is not whole. */
export function ownerFigures(scope: Scope, owner: PlanOwner, name: string, at: Span): Figures | null {
  switch (owner) {
    case 'model': {
      const model = scope.get('model', name, at);
      return (
        model &&
        modelFigures(model.currency, [...model.flows.map((flow) => flow.name), ...actionsOf(scope, model.actions)])
      );
    }
    case 'cohort': {
      const cohort = scope.get('cohort', name, at);
      return (
        cohort && cohortFigures(cohort.worth?.type ?? null, cohort.acquisition && numberType(cohort.acquisition.unit))
      );
    }
    case 'funnel': {
      const funnel = scope.get('funnel', name, at);
      if (funnel === null) return null;
      const value = funnel.stages.find((stage) => stage.value)?.value?.unit;
      const worth = value ? numberType(value) : (funnel.rows?.worth?.type ?? null);
      return new Map([
        ['won', count],
        ...(funnel.meaning === 'conversion' ? ([['conversion', share]] as const) : []),
        ...(worth ? ([['weighted', worth]] as const) : []),
      ]);
    }
    case 'resource': {
      const resource = scope.get('resource', name, at);
      if (resource === null) return null;
      const pay = resource.pay && moneyUnit(resource.pay.amount.unit);
      return new Map([
        ['headcount', count],
        ['used', count],
        ['utilisation', share],
        ...(resource.spans.length > 0 ? ([['needed', count]] as const) : []),
        ...(pay ? ([['cost', numberType(per(money(pay.currency), duration('months') ?? NUMBER))]] as const) : []),
      ]);
    }
    case 'budget': {
      const budget = scope.get('budget', name, at);
      if (budget === null) return null;
      const amount = cash(budget.currency);
      return new Map([
        ...budget.lines.map((line) => [line.category, amount] as const),
        ['total', amount],
        ['reserve', amount],
        ['spent', amount],
      ]);
    }
    case 'action': {
      const action = scope.get('action', name, at);
      if (action === null) return null;
      const cost = action.costs.flatMap((one) => moneyUnit(one.amount.unit)?.currency ?? [])[0];
      return new Map([['taken', count], ...(cost ? ([['cost', cash(cost)]] as const) : [])]);
    }
  }
}

/** The actions of a model: those it names, else all. */
export const actionsOf = (scope: Scope, named: readonly string[] | null): readonly string[] =>
  named ?? scope.names('action');

/** The figures of a model over money; its flows are figures, too: what they come to over the plan. */
export function modelFigures(currency: string, flows: readonly string[]): Figures {
  const amount = cash(currency);
  return new Map<string, ValueType>([
    ...flows.map((flow) => [flow, amount] as const),
    ['cost', amount],
    ['benefit', amount],
    ['npv', amount],
    ['xnpv', amount],
    ['peak_funding', amount],
    ['roi', share],
    ['irr', share],
    ['xirr', share],
    ['mirr', share],
    ['benefit_cost_ratio', number],
    ['payback', months],
    ['discounted_payback', months],
    ['break_even', months],
  ]);
}

/** What one customer brings over time, what winning one costs, and their ratio. */
function cohortFigures(worth: ValueType | null, acquisition: ValueType | null): Figures {
  const of = (type: ValueType | null) => (type?.kind === 'number' ? moneyUnit(type.unit) : null);
  const [brings, costs] = [of(worth), of(acquisition)];
  return new Map<string, ValueType>([
    ['size', count],
    ['lifetime', months],
    ...(brings ? ([['ltv', cash(brings.currency)]] as const) : []),
    ...(costs ? ([['cac', cash(costs.currency)]] as const) : []),
    ...(brings && costs ? ([['ltv_cac', number]] as const) : []),
  ]);
}
