import { printPath } from '../../model/path.js';
import type { Budget, BudgetLine, BudgetPeriod } from '../../model/planning/budget.js';
import type { Quantity } from '../../model/expression.js';
import { clauseOf, clausesOf } from '../../syntax/clauses.js';
import type { CellNode, Declaration, RowNode, TableNode, Word } from '../../syntax/nodes.js';
import { codeView } from '../../syntax/punctuation.js';
import { readCell } from '../../syntax/read.js';
import { cellText, isBlank, isDash } from '../cells.js';
import { dateConstant } from '../constants.js';
import { declared } from '../declared.js';
import { headerOf, wholeRows } from '../header.js';
import type { HeaderColumn } from '../header.js';
import { optional, wholes } from '../whole.js';
import type { Scope } from '../scope.js';
import { reportOverspending } from './budget-sums.js';
import { asShare, estimate } from './estimates.js';
import { asMoney, oneCurrency } from './money.js';
import { emptyCell, misfit } from './planning-cells.js';
import { reallocation } from './reallocations.js';

export function checkBudget(scope: Scope, declaration: Declaration, name: Word): Budget | null {
  const total = optional(clauseOf(declaration, 'amount'), ({ amount }) => estimate(scope, amount, name.text, asMoney));
  const from = optional(clauseOf(declaration, 'from date'), ({ date }) => dateConstant(scope, date.text, date.span));
  const reserve = optional(clauseOf(declaration, 'reserve'), ({ amount }) =>
    estimate(scope, amount, `${name.text}.reserve`, asMoneyOrShare),
  );
  const rows = clauseOf(declaration, 'table');
  const table = rows ? budgetTable(scope, rows.table, name.text) : { periods: [], lines: [] };
  if (total === undefined || from === undefined || reserve === undefined || table === null) return null;
  const moves = wholes(clausesOf(declaration, 'moves'), (clause) =>
    reallocation(scope, clause, table.lines, name.text),
  );
  const amounts = [total, reserve, ...table.lines.flatMap((line) => line.amounts)].flatMap((one) => one ?? []);
  const currency = currencyOf(scope, name, amounts);
  if (moves === null || currency === null) return null;
  const budget: Budget = {
    ...declared(scope, declaration, name),
    currency,
    total,
    from: from?.kind === 'date' ? from.iso : null,
    ...table,
    reserve,
    moves,
  };
  if (!reportOverspending(scope, budget)) return null;
  if (amounts.every((amount) => amount.value.eq(0))) scope.report('B629', name.span, { budget: name.text });
  return budget;
}

/** Shares of nothing are no budget: some amount has to be money. */
function currencyOf(scope: Scope, name: Word, amounts: readonly Quantity[]): string | null {
  const money = amounts.filter((amount) => amount.unit.kind !== 'percent');
  if (money.length > 0) return oneCurrency(scope, money);
  return scope.report('B013', name.span, { noun: 'budget', clause: 'amount', example: '= 1_000万 CNY per year' });
}

/** Money, or a share of a total. */
function asMoneyOrShare(scope: Scope, quantity: Quantity): Quantity | null {
  return quantity.unit.kind === 'percent' ? asShare(scope, quantity) : asMoney(scope, quantity);
}

/** A `category` column, then a column for each time: 2025, year 1, a phase, or total. */
function budgetTable(scope: Scope, table: TableNode, name: string): Pick<Budget, 'periods' | 'lines'> | null {
  const [first, ...others] = headerOf(scope, table);
  if (first?.name !== 'category') {
    const span = first?.cell.span ?? table.header.span;
    return scope.report('B306', span, { column: first?.name ?? '', wanted: ['category'], suggestion: null });
  }
  if (others.length === 0) return scope.report('B307', table.header.span, { column: 'total' });
  const periods = wholes(others, (column) => periodOf(scope, column));
  const rows = periods && wholeRows(scope, table, 'budget');
  const lines = rows && wholes(rows, (row) => budgetLine(scope, row, others, name));
  if (!periods || !lines || lines.length < table.rows.length || lines.length === 0) return null;
  return distinct(scope, lines) ? { periods, lines } : null;
}

function periodOf(scope: Scope, { name, cell }: HeaderColumn): BudgetPeriod | null {
  if (name === 'total') return { kind: 'total' };
  if (/^(?:19|20)\d\d$/.test(name)) return { kind: 'calendar', year: Number(name) };
  const year = /^year ([1-9]\d?)$/.exec(name);
  if (year) return { kind: 'year', number: Number(year[1]) };
  const slot = scope.find(name);
  if (slot === 'broken') return null;
  if (slot?.noun === 'phase') {
    const phase = scope.demand('phase', { text: name, span: cell.span });
    return phase && { kind: 'phase', phase: phase.name };
  }
  const wanted = ['2025', 'year 1', 'total', ...scope.names('phase')];
  return scope.report('B306', cell.span, { column: name, wanted, suggestion: null });
}

function budgetLine(scope: Scope, row: RowNode, columns: readonly HeaderColumn[], name: string): BudgetLine | null {
  const [first] = row.cells;
  if (first === undefined) return null;
  if (isBlank(first)) return emptyCell(scope, first, 'category');
  const category = cellText(first);
  const amounts = columns.map((column) => {
    const cell = row.cells[column.index];
    return cell && amountCell(scope, cell, column.name, printPath({ name, key: [category], members: [column.name] }));
  });
  const whole = amounts.filter((one) => one !== undefined);
  return whole.length < amounts.length
    ? null
    : { category, amounts: whole, span: row.span, line: scope.line(row.span) };
}

/** null: nothing; undefined: not whole (reported). */
function amountCell(scope: Scope, cell: CellNode, column: string, path: string): Quantity | null | undefined {
  if (isDash(cell)) return null;
  if (isBlank(cell)) return void emptyCell(scope, cell, column);
  const node = readCell('EstimateCell', codeView(cell.raw), cell.span);
  if (node === null)
    return void misfit(scope, cell, { en: 'an amount or a share', zh: '金额或比例' }, '650万 CNY, 40%');
  return estimate(scope, node, path, asMoneyOrShare) ?? undefined;
}

function distinct(scope: Scope, lines: readonly BudgetLine[]): boolean {
  for (const line of lines) {
    const first = lines.find((one) => one.category === line.category);
    if (first === line || first === undefined) continue;
    const data = { name: line.category, what: 'category', ...scope.elsewhere(first.span, line.span) };
    scope.report('B102', line.span, data, { related: [first.span] });
    return false;
  }
  return true;
}
