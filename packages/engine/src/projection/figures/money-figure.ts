import type { Projection } from '@benchbook/dsl';
import type { Horizon } from '../time/horizon.js';
import { at, operated, type Column } from '../values/column.js';

/** What a model's figures over money are made of. */
export interface Money {
  readonly cost: Column;
  readonly benefit: Column;
  /** Benefits less costs at each point in time, point by point over the trials. */
  readonly balances: () => Float64Array;
  readonly horizon: Horizon;
  readonly payback: Projection['payback'];
  /** Effective, a year; null: not discounted. */
  readonly discount: Column | null;
  readonly trials: number;
}

/** A figure of a model in its base unit, in every trial; NaN where there is none. */
export function moneyFigure(figure: string, money: Money): Column {
  const { cost, benefit } = money;
  switch (figure) {
    case 'cost':
      return cost;
    case 'benefit':
      return benefit;
    case 'roi':
      return operated('/', operated('-', benefit, cost), cost);
    case 'benefit_cost_ratio':
      return operated('/', benefit, cost);
    case 'npv':
      return presentValue(money);
    default:
      return NaN;
  }
}

/** Net present value; of money that is not discounted what it comes to. */
function presentValue({ balances, horizon, discount, trials }: Money): Column {
  const all = balances();
  const points = all.length / trials;
  const found = new Float64Array(trials);
  const factor = (rate: number): number => (1 + rate) ** (-horizon.each / 12);
  if (typeof discount !== 'object' || discount === null) {
    const each = factor(discount ?? 0);
    for (let point = 0; point < points; point += 1) {
      const weight = each ** point;
      const start = point * trials;
      for (let trial = 0; trial < trials; trial += 1)
        found[trial] = (found[trial] ?? 0) + (all[start + trial] ?? 0) * weight;
    }
    return trials === 1 ? (found[0] ?? NaN) : found;
  }
  for (let trial = 0; trial < trials; trial += 1) {
    const each = factor(at(discount, trial));
    // Horner's way: no power for every point.
    let worth = 0;
    for (let point = points - 1; point >= 0; point -= 1) worth = worth * each + (all[point * trials + trial] ?? 0);
    found[trial] = worth;
  }
  return found;
}
