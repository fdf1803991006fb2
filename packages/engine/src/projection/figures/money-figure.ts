import type { Projection } from '@benchbook/dsl';
import { evenFlows, isStill, type Flows } from '../finance/flows.js';
import { finite, numberOf, without, type Outcome } from '../finance/outcome.js';
import { internalRate, modifiedRate } from '../finance/rates.js';
import { breakEvenTime, discountedFlows, paybackTime, peakFunding } from '../finance/recovery.js';
import { presentWorth } from '../finance/worth.js';
import { dayOfMonth } from '../time/horizon.js';
import { presentValue, type Discounted } from './present-value.js';
import { at, mapped, type Column } from '../values/column.js';

/** What a model's figures over money are made of. */
export interface Money extends Discounted {
  readonly cost: Column;
  readonly benefit: Column;
  readonly payback: Projection['payback'];
}

/** A figure of a model in its base unit, in every trial; NaN where there is none. */
export function moneyFigure(figure: string, money: Money): Column {
  const { cost, benefit, trials } = money;
  switch (figure) {
    case 'cost':
      return cost;
    case 'benefit':
      return benefit;
    case 'roi':
    case 'benefit_cost_ratio':
      return mapped([cost, benefit], trials, (paid, got) => numberOf(ratio(figure, paid, got)));
    case 'npv':
      return presentValue(money);
    default:
      return overTime(figure, money);
  }
}

/** A figure in the first trial, or why it has none. */
export function moneyOutcome(figure: string, money: Money): Outcome {
  const { cost, benefit, discount } = money;
  if (figure === 'cost' || figure === 'benefit') return finite(at(figure === 'cost' ? cost : benefit, 0));
  if (figure === 'roi' || figure === 'benefit_cost_ratio') return ratio(figure, at(cost, 0), at(benefit, 0));
  const flows = flowsIn(money, timesOf(figure, money));
  return flows === null
    ? without('no dates')
    : outcome(figure, flows(0), discount === null ? null : at(discount, 0), money);
}

/** Benefit less cost over cost, or benefit over cost: "1:4.2" is a benefit-cost ratio of 4.2. */
function ratio(figure: 'roi' | 'benefit_cost_ratio', cost: number, benefit: number): Outcome {
  if (cost === 0) return without('no cost');
  return finite((figure === 'roi' ? benefit - cost : benefit) / cost);
}

function overTime(figure: string, money: Money): Column {
  const { trials, discount } = money;
  const flows = flowsIn(money, timesOf(figure, money));
  if (flows === null) return NaN;
  const one = (trial: number): number =>
    numberOf(outcome(figure, flows(trial), discount === null ? null : at(discount, trial), money));
  return trials === 1 ? one(0) : Float64Array.from({ length: trials }, (_, trial) => one(trial));
}

function outcome(figure: string, flows: Flows, discount: number | null, { payback }: Money): Outcome {
  if (flows.amounts.some((amount) => Number.isNaN(amount))) return without('no value');
  if (discount !== null && discount <= -1) return without('rate at or below -100%');
  switch (figure) {
    case 'npv':
    case 'xnpv':
      return finite(presentWorth(flows, discount ?? 0));
    case 'irr':
    case 'xirr':
      return internalRate(flows);
    case 'mirr':
      return discount === null ? without('no discount') : modifiedRate(flows, discount, discount);
    case 'payback':
      return inMonths(paybackTime(flows, payback === 'interpolated'));
    case 'discounted_payback':
      if (discount === null) return without('no discount');
      return inMonths(paybackTime(discountedFlows(flows, discount), payback === 'interpolated'));
    case 'break_even':
      return isStill(flows) ? without('no flows') : inMonths(breakEvenTime(flows));
    case 'peak_funding':
      return finite(peakFunding(flows));
    default:
      return without('no value');
  }
}

const inMonths = (years: Outcome): Outcome =>
  // Twelve times a twelfth misses a whole month by its last bits.
  typeof years === 'number' ? Number((years * 12).toPrecision(14)) : years;

/** When each point is, in years from the first; null for a figure that goes by days of a plan without dates. */
function timesOf(figure: string, { horizon }: Money): Float64Array | 'even' | null {
  if (figure !== 'xnpv' && figure !== 'xirr') return 'even';
  const days = Array.from({ length: horizon.periods + 1 }, (_, point) => dayOfMonth(point * horizon.each + 1, horizon));
  const [first] = days;
  if (first === undefined || first === null) return null;
  // A year of 365 days, as spreadsheets count.
  return Float64Array.from(days, (day) => (Date.parse(day ?? first) - Date.parse(first)) / 86_400_000 / 365);
}

/** The flows of a trial, in one array that the next trial uses again. */
function flowsIn(
  { balances, horizon, trials }: Money,
  times: Float64Array | 'even' | null,
): ((trial: number) => Flows) | null {
  if (times === null) return null;
  const all = balances();
  const amounts = new Float64Array(horizon.periods + 1);
  const flows = times === 'even' ? evenFlows(amounts, horizon.each / 12) : { amounts, times, step: null };
  return (trial) => {
    for (let point = 0; point < amounts.length; point += 1) amounts[point] = all[point * trials + trial] ?? 0;
    return flows;
  };
}
