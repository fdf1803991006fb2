import Big from 'big.js';
import { printPath } from '../../model/path.js';
import type { Funnel, Stage } from '../../model/planning/funnel.js';
import type { Quantity } from '../../model/expression.js';
import { COUNT } from '../../model/units.js';
import { clauseOf } from '../../syntax/clauses.js';
import type { CellNode, ClauseOf, Declaration, RowNode, TableNode, Word } from '../../syntax/nodes.js';
import { codeView } from '../../syntax/punctuation.js';
import { readCell } from '../../syntax/read.js';
import { cellText, isBlank, isDash } from '../cells.js';
import { declared } from '../declared.js';
import { checkExpression, checkNumber, groundOn } from '../expression.js';
import { fixedColumns, headerOf, wholeRows } from '../header.js';
import { optional, wholes } from '../whole.js';
import type { Scope } from '../scope.js';
import { counted } from './counted.js';
import { asCount, asDuration, asShare, estimate, notNegative, refuse } from './estimates.js';
import type { Fitting } from './estimates.js';
import { asMoney, oneCurrency } from './money.js';
import { emptyCell, misfit } from './planning-cells.js';

export function checkFunnel(scope: Scope, declaration: Declaration, name: Word): Funnel | null {
  const table = clauseOf(declaration, 'table')?.table;
  if (table === undefined) return null;
  const enters = optional(clauseOf(declaration, 'enters'), (clause) => entering(scope, clause, name.text));
  const meaning = meaningOf(scope, table);
  const stages = meaning && stagesOf(scope, table, meaning, name.text);
  const rows = rowsOf(scope, declaration);
  if (!meaning || !stages || rows === undefined || enters === undefined) return null;
  const values = stages.flatMap((stage) => stage.value ?? []);
  if (values.length > 0 && oneCurrency(scope, values) === null) return null;
  return { ...declared(scope, declaration, name), meaning, stages, rows, enters };
}

function entering(scope: Scope, { amount }: ClauseOf<'enters'>, funnel: string): Quantity | null {
  const quantity = counted(scope, amount, `${funnel}.enters`);
  if (quantity === null || (quantity.value.gte(0) && quantity.unit.dimension.months === -1)) return quantity;
  const wanted = { en: 'so many per time, as in 500 leads per month', zh: '单位时间的数量，例如 500 leads per month' };
  return refuse(scope, amount.span, wanted);
}

const COLUMN = { conversion: 'conversion', win: 'win probability' } as const;

/** The header says what the rates are; without that, 30% and 50% could multiply or not. */
function meaningOf(scope: Scope, table: TableNode): Funnel['meaning'] | null {
  const columns = headerOf(scope, table);
  const named = (meaning: Funnel['meaning']) => columns.find((column) => column.name === COLUMN[meaning]);
  const [conversion, win] = [named('conversion'), named('win')];
  if (conversion && win) return scope.report('B635', win.cell.span, { first: 'conversion', second: 'win probability' });
  if (conversion ?? win) return conversion ? 'conversion' : 'win';
  const vague = columns.find((column) => /rate|chance|probability|share|percent|率|概率|比例/i.test(column.name));
  return scope.report('B621', vague?.cell.span ?? table.header.span, {
    product: vague && productOf(table, vague.index),
  });
}

/** `30% × 50% = 15%`: what the rates of a column come to if they multiply. */
function productOf(table: TableNode, column: number): string | undefined {
  const rates = table.rows.flatMap(
    ({ cells }) => /^(\d+(?:\.\d+)?)%$/.exec(cells[column]?.raw.trim() ?? '')?.[1] ?? [],
  );
  if (rates.length < 2 || rates.length < table.rows.length) return undefined;
  const product = rates.reduce((so, rate) => so.times(rate).div(100), new Big(1));
  return `${rates.map((rate) => `${rate}%`).join(' × ')} = ${product.times(100).round(4).toFixed()}%`;
}

function stagesOf(scope: Scope, table: TableNode, meaning: Funnel['meaning'], funnel: string): readonly Stage[] | null {
  const at = fixedColumns(scope, table, ['stage', COLUMN[meaning]], ['count', 'value', 'time']);
  const rows = at && wholeRows(scope, table, 'funnel');
  const stages =
    rows && wholes(rows, (row) => stageOf(scope, row, { ...at, rate: at[COLUMN[meaning]] }, meaning, funnel));
  if (!stages || stages.length < table.rows.length || stages.length === 0) return null;
  const again = stages.find((stage, index) => stages.findIndex((one) => one.name === stage.name) < index);
  const first = again && stages.find((one) => one.name === again.name);
  if (!again || !first) return stages;
  const data = { name: again.name, what: 'stage', ...scope.elsewhere(first.span, again.span) };
  return scope.report('B102', again.span, data, { related: [first.span] });
}

interface Columns {
  readonly stage?: number;
  readonly rate?: number | undefined;
  readonly count?: number;
  readonly value?: number;
  readonly time?: number;
}

function stageOf(scope: Scope, row: RowNode, at: Columns, meaning: Funnel['meaning'], funnel: string): Stage | null {
  const cell = (column: keyof Columns) => row.cells[at[column] ?? -1];
  const [nameCell, rateCell] = [cell('stage'), cell('rate')];
  if (!nameCell || !rateCell) return null;
  if (isBlank(nameCell)) return emptyCell(scope, nameCell, 'stage');
  if (isBlank(rateCell) || isDash(rateCell)) return emptyCell(scope, rateCell, COLUMN[meaning]);
  const name = cellText(nameCell);
  const path = (column: string): string => printPath({ name: funnel, key: [name], members: [column] });
  const rate = numberIn(scope, rateCell, path(meaning), asShare, '30%');
  const count = numberIn(scope, cell('count'), path('count'), notNegative(asStageCount), '120');
  const value = numberIn(scope, cell('value'), path('value'), asMoney, '500万 CNY');
  const time = numberIn(scope, cell('time'), path('time'), asDuration, '2 weeks');
  if (!rate || count === undefined || value === undefined || time === undefined) return null;
  return { name, rate, count, value, time, span: row.span, line: scope.line(row.span) };
}

const asStageCount: Fitting = (scope, quantity) =>
  quantity.value.eq(0) ? { ...quantity, unit: COUNT } : asCount(COUNT)(scope, quantity);

/** null: the table does not say; undefined: not whole (reported). */
function numberIn(
  scope: Scope,
  cell: CellNode | undefined,
  path: string,
  fitting: Fitting,
  example: string,
): Quantity | null | undefined {
  if (!cell || isBlank(cell) || isDash(cell)) return null;
  const node = readCell('EstimateCell', codeView(cell.raw), cell.span);
  if (node === null) return void misfit(scope, cell, { en: 'a number', zh: '数字' }, example);
  return estimate(scope, node, path, fitting) ?? undefined;
}

/** `of opportunities by stage worth amount`: the rows that stand at the stages; undefined: not whole (reported). */
function rowsOf(scope: Scope, declaration: Declaration): Funnel['rows'] | undefined {
  const [of, by, worth] = [clauseOf(declaration, 'of'), clauseOf(declaration, 'by'), clauseOf(declaration, 'worth')];
  if (!of) {
    const alone = by ?? worth;
    if (!alone) return null;
    return void scope.report('B013', alone.span, {
      noun: 'funnel',
      clause: '`of`',
      example: 'of opportunities by stage',
    });
  }
  const source = scope.demand('source', of.name);
  const [stageNode] = by?.expressions ?? [];
  if (source === null) return undefined;
  if (stageNode === undefined)
    return void scope.report('B013', of.span, { noun: 'funnel', clause: '`by`', example: 'of opportunities by stage' });
  const rows = groundOn(scope, source, false);
  const stage = checkExpression(stageNode, rows);
  const value = worth ? checkNumber(worth.value, rows) : null;
  if (stage === null || (worth && value === null)) return undefined;
  if (stage.type.kind !== 'text')
    return void scope.report('B205', stage.span, { found: stage.type.kind, wanted: 'text' });
  return { source: source.name, stage, worth: value };
}
