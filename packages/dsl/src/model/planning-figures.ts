import type { ValueType } from './expression.js';
import { moneyUnit } from './money-unit.js';
import type { Action, Budget, Cohort, Funnel, Planning, PlanOwner, Projection, Resource } from './planning/planning.js';
import { COUNT, duration, money, NUMBER, numberType, per, PERCENT } from './units.js';

/** The figures that something gives, each with its type. */
export type Figures = ReadonlyMap<string, ValueType>;

const share = numberType(PERCENT);
const number = numberType(NUMBER);
const count = numberType(COUNT);
const MONTH = duration('months') ?? NUMBER;
const months = numberType(MONTH);
const cash = (currency: string): ValueType => numberType(money(currency));

/** What `NAME.figure` can ask of a declaration of a plan; none when there is no such declaration. */
export function planFigures({ planning }: { readonly planning: Planning }, by: PlanOwner, name: string): Figures {
  const none: Figures = new Map();
  const found = <One extends { readonly name: string }>(all: readonly One[], of: (one: One) => Figures): Figures => {
    const one = all.find((each) => each.name === name);
    return one === undefined ? none : of(one);
  };
  switch (by) {
    case 'model':
      return found(planning.models, (one) =>
        modelFigures(one, one.actions ?? planning.actions.map((action) => action.name)),
      );
    case 'cohort':
      return found(planning.cohorts, cohortFigures);
    case 'funnel':
      return found(planning.funnels, funnelFigures);
    case 'resource':
      return found(planning.resources, resourceFigures);
    case 'budget':
      return found(planning.budgets, budgetFigures);
    case 'action':
      return found(planning.actions, actionFigures);
  }
}

/** The figures of a model over money; its flows are figures, too: what they come to over the plan. */
export function modelFigures(
  { currency, flows }: { readonly currency: string; readonly flows: readonly { readonly name: string }[] },
  actions: Projection['actions'] & object,
): Figures {
  const amount = cash(currency);
  return new Map<string, ValueType>([
    ...flows.map(({ name }) => [name, amount] as const),
    ...actions.map((name) => [name, amount] as const),
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
export function cohortFigures({ worth, acquisition }: Cohort): Figures {
  const brings = worth?.type.kind === 'number' ? moneyUnit(worth.type.unit) : null;
  const costs = acquisition && moneyUnit(acquisition.unit);
  return new Map<string, ValueType>([
    ['size', count],
    ['lifetime', months],
    ...(brings ? ([['ltv', cash(brings.currency)]] as const) : []),
    ...(costs ? ([['cac', cash(costs.currency)]] as const) : []),
    ...(brings && costs ? ([['ltv_cac', number]] as const) : []),
  ]);
}

/** What is won of those that stand at the stages; where only those who enter are told, so many a month. */
export function funnelFigures({ stages, rows, meaning, enters }: Funnel): Figures {
  const value = stages.find((stage) => stage.value)?.value?.unit;
  const worth = value ? numberType(value) : (rows?.worth?.type ?? null);
  const stand = rows !== null || stages.some((stage) => stage.count !== null);
  return new Map([
    ...(stand || enters !== null ? ([['won', stand ? count : numberType(per(COUNT, MONTH))]] as const) : []),
    ...(meaning === 'conversion' ? ([['conversion', share]] as const) : []),
    ...(worth ? ([['weighted', worth]] as const) : []),
  ]);
}

export function resourceFigures({ pay, spans }: Resource): Figures {
  const paid = pay && moneyUnit(pay.amount.unit);
  return new Map([
    ['headcount', count],
    ['used', count],
    ['utilisation', share],
    ...(spans.length > 0 ? ([['needed', count]] as const) : []),
    ...(paid ? ([['cost', numberType(per(money(paid.currency), MONTH))]] as const) : []),
  ]);
}

export function budgetFigures({ currency, lines }: Budget): Figures {
  const amount = cash(currency);
  return new Map([
    ...lines.map((line) => [line.category, amount] as const),
    ['total', amount],
    ['reserve', amount],
    ['spent', amount],
  ]);
}

export function actionFigures({ costs }: Action): Figures {
  const cost = costs.flatMap((one) => moneyUnit(one.amount.unit)?.currency ?? [])[0];
  return new Map([['taken', count], ...(cost ? ([['cost', cash(cost)]] as const) : [])]);
}
