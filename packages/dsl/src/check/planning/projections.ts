import { moneyUnit } from '../../model/money-unit.js';
import { modelFigures } from '../../model/planning-figures.js';
import { printPath } from '../../model/path.js';
import type { Flow, Projection } from '../../model/planning/projection.js';
import type { PlanFigure } from '../../model/planning/plan-figure.js';
import type { Quantity } from '../../model/expression.js';
import { describeUnit } from '../../model/units.js';
import { clauseOf } from '../../syntax/clauses.js';
import type { CellNode, ClauseOf, Declaration, RowNode, TableNode, Word } from '../../syntax/nodes.js';
import { codeView } from '../../syntax/punctuation.js';
import { readCell } from '../../syntax/read.js';
import { cellText, isBlank, isDash } from '../cells.js';
import { dateConstant } from '../constants.js';
import { declared } from '../declared.js';
import { defaultPopulation } from '../figure-conditions.js';
import { fixedColumns, wholeRows } from '../header.js';
import { readQuantity } from '../quantities.js';
import { optional, wholes } from '../whole.js';
import type { Scope } from '../scope.js';
import { notFormula } from '../scores.js';
import { chosen } from '../sources.js';
import { amountFigure } from './amounts.js';
import { categoryNamed } from './categories.js';
import { asYearlyRate, estimate, refuse } from './estimates.js';
import { reportLateFlows } from './horizon.js';
import { oneCurrency } from './money.js';
import { actionsOf } from './owner-figures.js';
import { checkPlanFigure } from './plan-figures.js';
import type { PlanGround } from './plan-figures.js';
import { emptyCell } from './planning-cells.js';
import { timingCell } from './timings.js';

export function checkProjection(scope: Scope, declaration: Declaration, name: Word): Projection | null {
  const [over, table] = [clauseOf(declaration, 'over'), clauseOf(declaration, 'table')?.table];
  if (!over || !table) return null;
  const periods = periodsOf(scope, over, name.text);
  const from = optional(clauseOf(declaration, 'from date'), ({ date }) => dateConstant(scope, date.text, date.span));
  const actions = optional(clauseOf(declaration, 'with actions'), ({ names }) =>
    wholes(names, (word) => scope.demand('action', word)?.name),
  );
  const terms = termsOf(scope, declaration, name.text);
  const ground: PlanGround = { scope, population: (at) => defaultPopulation(scope, at), own: null };
  const flows = flowsOf(ground, table, name.text, actionsOf(scope, actions ?? null));
  if (!periods || from === undefined || actions === undefined || !terms || !flows) return null;
  const taken = actionsOf(scope, actions);
  const amounts = flows.flatMap(({ amount, span }) =>
    amount.type.kind === 'number' ? [{ unit: amount.type.unit, span }] : [],
  );
  const currency = oneCurrency(scope, [...amounts, ...actionAmounts(scope, taken, name)]);
  if (currency === null) return null;
  const own = {
    model: name.text,
    figures: modelFigures({ currency, flows }, taken),
  };
  const asked = clauseOf(declaration, 'report')?.expressions ?? [];
  const report = wholes(asked, (node) => checkPlanFigure(node, { ...ground, own }));
  const found = { periods, from: from?.kind === 'date' ? from.iso : null, flows };
  if (report === null || !reportLateFlows(scope, found)) return null;
  return { ...declared(scope, declaration, name), ...found, currency, actions, ...terms, report };
}

/** What the actions of the model cost flows in it, too. */
function actionAmounts(scope: Scope, actions: readonly string[], { span }: Word) {
  return actions.flatMap((action) =>
    (scope.get('action', action, span)?.costs ?? []).map((cost) => ({ unit: cost.amount.unit, span: cost.span })),
  );
}

/** Longer plans than this are not made. */
const MOST_MONTHS = 1_200;

function periodsOf(scope: Scope, { duration }: ClauseOf<'over'>, name: string): Projection['periods'] | null {
  const number = readQuantity(scope, duration, `${name}.over`);
  if (number === null) return null;
  const { value, unit } = number;
  const unitName = unit.scale.eq(12) ? 'years' : 'months';
  const whole = value.gte(1) && value.round(0).eq(value);
  const periods = unit.text.replace(/s?$/, 's');
  const fits = (periods === 'months' || periods === 'years') && whole && value.times(unit.scale).lte(MOST_MONTHS);
  if (fits) return { unit: unitName, number };
  const wanted = {
    en: 'a whole number of months or years, from 1 month to 100 years',
    zh: '整数个月或年，1 个月到 100 年',
  };
  return refuse(scope, duration.span, wanted);
}

type Terms = Pick<Projection, 'discount' | 'flowsAt' | 'payback'>;

function termsOf(scope: Scope, declaration: Declaration, name: string): Terms | null {
  const discount = optional(clauseOf(declaration, 'discount'), ({ rate }) =>
    estimate(scope, rate, `${name}.discount`, asDiscount),
  );
  const [flows, payback] = [clauseOf(declaration, 'flows'), clauseOf(declaration, 'payback')];
  const flowsAt = flows ? chosen(scope, flows.name, ['start', 'end'] as const) : 'end';
  const paidBack = payback ? chosen(scope, payback.name, ['stepped', 'interpolated'] as const) : 'interpolated';
  return discount === undefined || !flowsAt || !paidBack ? null : { discount, flowsAt, payback: paidBack };
}

function asDiscount(scope: Scope, quantity: Quantity): Quantity | null {
  const rate = asYearlyRate(scope, quantity);
  if (rate === null || rate.value.gt(-1)) return rate;
  return refuse(scope, quantity.span, { en: 'a rate above -100% a year', zh: '高于 -100% 的年利率' });
}

function flowsOf(
  ground: PlanGround,
  table: TableNode,
  model: string,
  actions: readonly string[],
): readonly Flow[] | null {
  const { scope } = ground;
  const at = fixedColumns(scope, table, ['flow', 'name', 'amount', 'timing'], ['category']);
  const rows = at && wholeRows(scope, table, 'model');
  const flows = rows && wholes(rows, (row) => flowOf(ground, row, at, model));
  if (!flows || flows.length < table.rows.length || flows.length === 0) return null;
  for (const [index, flow] of flows.entries()) {
    const first = flows.findIndex((one) => one.name === flow.name);
    const earlier = flows[first];
    if (first === index && !actions.includes(flow.name)) continue;
    if (first === index) return scope.report('B614', flow.span, { name: flow.name, line: null });
    return scope.report(
      'B614',
      flow.span,
      { name: flow.name, line: earlier?.line ?? 0 },
      { related: earlier ? [earlier.span] : [] },
    );
  }
  return flows;
}

interface Columns {
  readonly flow?: number;
  readonly name?: number;
  readonly amount?: number;
  readonly timing?: number;
  readonly category?: number;
}

function flowOf(ground: PlanGround, row: RowNode, at: Columns, model: string): Flow | null {
  const { scope } = ground;
  const cells = (['flow', 'name', 'amount', 'timing'] as const).map((column) => ({
    column,
    cell: row.cells[at[column] ?? -1],
  }));
  const empty = cells.find(({ cell }) => cell && (isBlank(cell) || isDash(cell)));
  if (empty?.cell) return emptyCell(scope, empty.cell, empty.column);
  const [kindCell, nameCell, amountCell, timeCell] = cells.map(({ cell }) => cell);
  if (!kindCell || !nameCell || !amountCell || !timeCell) return null;
  const kind = chosen(scope, { text: cellText(kindCell), span: kindCell.span }, ['cost', 'benefit'] as const);
  const name = cellText(nameCell);
  const path = printPath({ name: model, key: null, members: [name] });
  const amount = flowAmount(ground, amountCell, `${path}.amount`);
  const unit = amount?.type.kind === 'number' ? moneyUnit(amount.type.unit) : null;
  const timing = unit && timingCell(scope, timeCell, path, unit.perTime);
  const category = categoryOf(scope, row.cells[at.category ?? -1]);
  if (!kind || !amount || !unit || !timing || category === undefined) return null;
  if (timing.kind === 'rate' && !unit.perTime) warnOnce(scope, amountCell, name);
  return { kind, name, amount, timing, category, span: row.span, line: scope.line(row.span) };
}

/** A flow is money, or money per time. */
function flowAmount(ground: PlanGround, cell: CellNode, path: string): PlanFigure | null {
  const { scope } = ground;
  const node = readCell('AmountCell', codeView(cell.raw), cell.span);
  if (node === null) return notFormula(scope, cell);
  const amount = amountFigure(node, ground, path);
  if (amount === null) return null;
  if (amount.type.kind !== 'number')
    return scope.report('B205', cell.span, { found: amount.type.kind, wanted: 'number' });
  if (amount.type.unit.text === '' && amount.kind === 'constant') {
    const fix = { span: cell.span, replacement: `${cell.raw} CNY` };
    return scope.report('B204', cell.span, { numeral: cell.raw, currency: 'CNY' }, { fix });
  }
  if (moneyUnit(amount.type.unit) === null)
    return scope.report('B615', cell.span, { found: describeUnit(amount.type.unit), flow: true });
  if (amount.kind === 'constant' && amount.constant.kind === 'quantity' && amount.constant.quantity.value.lt(0))
    return refuse(scope, cell.span, {
      en: 'an amount that is not below 0; `flow` says which way it goes',
      zh: '不小于 0 的金额；方向由 `flow` 列说明',
    });
  return amount;
}

/** Plain money that flows for a time does not say whether it is a month's or a year's; a year's is meant. */
function warnOnce(scope: Scope, cell: CellNode, flow: string): void {
  const end = { start: cell.span.end, end: cell.span.end };
  scope.report('B617', cell.span, { flow }, { fix: { span: end, replacement: ' per year' } });
}

/** undefined: there, but nothing's category (reported). */
function categoryOf(scope: Scope, cell: CellNode | undefined): string | null | undefined {
  if (!cell || isBlank(cell) || isDash(cell)) return null;
  return categoryNamed(scope, { text: cellText(cell), span: cell.span }) ?? undefined;
}
