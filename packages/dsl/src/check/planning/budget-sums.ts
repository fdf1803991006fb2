import { moneyUnit } from '../../model/money-unit.js';
import Big from 'big.js';
import type { Budget, BudgetPeriod } from '../../model/planning/budget.js';
import type { Quantity } from '../../model/expression.js';
import type { Span } from '../../text/span.js';
import type { Scope } from '../scope.js';

/** Refuses a budget whose parts come to more than the whole, with the arithmetic. Less is left free. */
export function reportOverspending(scope: Scope, budget: Budget): boolean {
  return columnsFit(scope, budget) && wholeFits(scope, budget);
}

/** Shares of one column come to at most 100%, the reserve among them. */
function columnsFit(scope: Scope, { lines, periods, reserve, total }: Budget): boolean {
  const kept = reserve?.unit.kind === 'percent' ? [reserve] : [];
  // Shares are of the year's amount when the total is said per year, else of the whole: then all columns come together.
  const yearly = total === null || moneyUnit(total.unit)?.perTime === true;
  const groups = yearly
    ? periods.map((_, index) => lines.flatMap((line) => line.amounts[index] ?? []))
    : [lines.flatMap((line) => line.amounts.flatMap((amount) => amount ?? []))];
  return groups.every((group) => {
    const shares = group.filter((amount) => amount.unit.kind === 'percent');
    return shares.length === 0 || stays(scope, [...shares, ...kept], new Big(1), '100%', percent);
  });
}

/** Amounts come to at most the total: those of each year when it is said per year, else all of them. */
function wholeFits(scope: Scope, { lines, periods, reserve, total, currency }: Budget): boolean {
  if (total === null) return true;
  const yearly = moneyUnit(total.unit)?.perTime === true;
  const most = yearly ? total.value.times(total.unit.scale).times(12) : total.value;
  const free = reserve?.unit.kind === 'percent' ? most.minus(most.times(reserve.value)) : most;
  const money = (amounts: readonly (Quantity | null)[]) =>
    amounts.flatMap((amount) => (amount && moneyUnit(amount.unit)?.perTime === false ? [amount] : []));
  const columns = periods.map((_, index) => lines.map((line) => line.amounts[index] ?? null));
  const groups = yearly ? columns.filter((_, index) => isYear(periods[index])) : [columns.flat()];
  const said = (value: Big): string => `${grouped(value.round(2))} ${currency}`;
  return groups.every((group) => {
    const spent = money(group);
    return spent.length === 0 || stays(scope, [...spent, ...money([reserve])], free, said(free), said);
  });
}

const isYear = (period: BudgetPeriod | undefined): boolean => period?.kind === 'calendar' || period?.kind === 'year';

function stays(
  scope: Scope,
  parts: readonly Quantity[],
  most: Big,
  shown: string,
  said: (value: Big) => string,
): boolean {
  const sum = parts.reduce((whole, part) => whole.plus(part.value), new Big(0));
  // A twelfth is cut after its last place.
  if (sum.minus(most).lte('1e-9')) return true;
  const at: Span = parts.at(-1)?.span ?? { start: 0, end: 0 };
  const arithmetic = `${parts.map((part) => said(part.value)).join(' + ')} = ${said(sum)}`;
  scope.report('B630', at, { arithmetic, most: shown }, { related: parts.map((part) => part.span) });
  return false;
}

const percent = (value: Big): string => `${value.times(100).toString()}%`;
const grouped = (value: Big): string => value.toFixed().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
