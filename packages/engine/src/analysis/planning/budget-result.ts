import type { Budget, BudgetPeriod } from '@benchbook/dsl';
import type { BudgetResult } from '../../planning-types.js';
import { BudgetMoney } from '../../projection/figures/budget-money.js';
import { at } from '../../projection/values/column.js';
import { shownMoney } from './shown.js';
import type { Worked } from './worked.js';

/** What a budget gives to each category, and what the plan spends of it. */
export function budgetResult(budget: Budget, worked: Worked): BudgetResult {
  const { values, today, model } = worked;
  const money = new BudgetMoney(budget, values.calendar());
  const shownAt = (value: number) => shownMoney(value, budget.currency);
  return {
    ...worked.declared(budget),
    total: shownAt(at(money.total(), 0)),
    reserve: shownAt(at(money.reserve(), 0)),
    spent: shownAt(at(values.spent(budget, today), 0)),
    columns: budget.periods.map((period) => nameOf(period, model.planning.phases)),
    lines: budget.lines.map((line) => {
      const [given, spent] = [at(money.line(line), 0), at(values.spent(budget, today, line.category), 0)];
      return {
        category: line.category,
        amounts: line.amounts.map((amount, index) =>
          amount === null ? null : shownAt(at(money.amount(line, index), 0)),
        ),
        total: shownAt(given),
        spent: shownAt(spent),
        // A hundredth is the smallest coin: what is over by less is rounding.
        isOver: spent > given + 0.005,
      };
    }),
  };
}

function nameOf(period: BudgetPeriod, phases: Worked['model']['planning']['phases']): string {
  switch (period.kind) {
    case 'total':
      return 'total';
    case 'calendar':
      return String(period.year);
    case 'year':
      return `year ${String(period.number)}`;
    case 'phase':
      return phases.find(({ name }) => name === period.phase)?.label ?? period.phase;
  }
}
