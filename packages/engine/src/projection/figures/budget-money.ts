import type { Budget, BudgetLine, BudgetPeriod, Quantity } from '@benchbook/dsl';
import type { Calendar } from '../flows/courses.js';
import { perMonth } from '../time/durations.js';
import { monthOfDay } from '../time/horizon.js';
import type { Months } from '../time/phases.js';
import { operated, scaled, type Column } from '../values/column.js';

const isPerTime = ({ unit }: Quantity): boolean => unit.dimension.months === -1 || unit.dimension.days === -1;

/** The money that a budget gives, by line and time. */
export class BudgetMoney {
  constructor(
    private readonly budget: Budget,
    private readonly calendar: Calendar,
  ) {}

  /** The months that a column of the budget is about; null: they cannot be told. */
  months(period: BudgetPeriod): Months | null {
    const { horizon } = this.calendar;
    switch (period.kind) {
      case 'total':
        return { first: 1, last: horizon.months };
      case 'year':
        return { first: (period.number - 1) * 12 + 1, last: period.number * 12 };
      case 'phase':
        return this.calendar.phaseMonths(0).get(period.phase) ?? null;
      case 'calendar': {
        const first = monthOfDay(`${String(period.year)}-01-01`, horizon);
        return first === null ? null : { first, last: first + 11 };
      }
    }
  }

  /** What a line gives in one column: money as it is, a share of what the column has in all; so much per time for the column's months. */
  amount(line: BudgetLine, index: number): Column {
    const amount = line.amounts[index];
    const period = this.budget.periods[index];
    if (!amount || period === undefined) return 0;
    const value = this.calendar.numbers.column(amount);
    if (amount.unit.kind === 'percent') return operated('*', value, this.#whole(period));
    return isPerTime(amount) ? this.#over(amount, value, period) : value;
  }

  line(line: BudgetLine): Column {
    return line.amounts.reduce<Column>((sum, _, index) => operated('+', sum, this.amount(line, index)), 0);
  }

  total(): Column {
    const { total, lines, reserve } = this.budget;
    if (total !== null && !isPerTime(total)) return this.calendar.numbers.column(total);
    if (total !== null) return scaled(this.#monthly(total), this.#monthsInAll());
    const planned = lines.reduce<Column>((sum, line) => operated('+', sum, this.line(line)), 0);
    if (reserve === null) return planned;
    const kept = this.calendar.numbers.column(reserve);
    // A share kept back is of the whole, which is what is planned and the share together.
    return reserve.unit.kind === 'percent'
      ? operated('/', planned, operated('-', 1, kept))
      : operated('+', planned, kept);
  }

  reserve(): Column {
    const { reserve } = this.budget;
    if (reserve === null) return 0;
    const kept = this.calendar.numbers.column(reserve);
    if (reserve.unit.kind === 'percent') return operated('*', kept, this.total());
    return isPerTime(reserve) ? scaled(this.#monthly(reserve), this.#monthsInAll()) : kept;
  }

  #monthly(amount: Quantity): Column {
    return scaled(this.calendar.numbers.column(amount), perMonth(amount.unit));
  }

  #over(amount: Quantity, value: Column, period: BudgetPeriod): Column {
    const months = this.months(period);
    return scaled(value, perMonth(amount.unit) * (months === null ? NaN : months.last - months.first + 1));
  }

  #whole(period: BudgetPeriod): Column {
    const { total } = this.budget;
    if (total === null) return NaN;
    return isPerTime(total)
      ? this.#over(total, this.calendar.numbers.column(total), period)
      : this.calendar.numbers.column(total);
  }

  #monthsInAll(): number {
    const { periods } = this.budget;
    const spans = periods.map((period) => this.months(period));
    if (spans.length === 0) return this.calendar.horizon.months;
    return spans.reduce((sum, span) => sum + (span === null ? NaN : span.last - span.first + 1), 0);
  }
}
