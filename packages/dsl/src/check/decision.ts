import type { Condition, DecisionTable, TableInput, TableOutput, TableRow } from '../model/decision-table.js';
import type { Constant, ValueType } from '../model/expression.js';
import { printPath } from '../model/path.js';
import { DATE, NUMBER, numberType, TEXT } from '../model/units.js';
import type { CellNode, ExpressionNode, RowNode, TableNode } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { isBlank, isDash, numberCell, valueCell } from './cells.js';
import { conditionCell } from './conditions.js';
import type { ConditionColumn } from './conditions.js';
import type { Counts } from './gaps.js';
import type { Ground } from './ground.js';
import { wholeRows } from './header.js';
import type { HeaderColumn } from './header.js';
import { gathered, orderOf, UNIQUE } from './hit-policy.js';
import type { Hit } from './hit-policy.js';
import { reportHygiene } from './hygiene.js';
import { labelsOf } from './labels.js';
import { RowNames } from './paths.js';
import { periodColumn, periodConditions } from './periods.js';
import type { Period } from './periods.js';
import { writtenQuantity } from './quantities.js';
import { isBare } from '../model/units.js';
import type { Scope } from './scope.js';

/** A condition column: where it stands, what it looks at, what its cells are read against. */
export interface InputColumn extends ConditionColumn {
  readonly index: number;
  readonly input: TableInput;
  /** Set where every one of certain counts needs a row. */
  readonly counts?: Counts;
  /** Whether it is the day on which a row holds, which `from` and `until` say. */
  readonly isPeriod?: boolean;
}

/** An outcome column. `read` gives undefined for a cell that is not whole (reported). */
export interface OutputColumn<Outcome> {
  readonly index: number;
  readonly output: TableOutput;
  /** Whether a blank cell says nothing, rather than being a slip. */
  readonly mayBeBlank: boolean;
  /** Whether `read` is given every cell, one that is blank or `-` as well. */
  readonly readsAll?: boolean;
  readonly read: (cell: CellNode, path: string) => Outcome | null | undefined;
}

export interface TablePlan<Outcome> {
  readonly noun: string;
  readonly name: string;
  /** null: what is written after the name does not fit, and has been reported. */
  readonly hit: Hit | null;
  readonly table: TableNode;
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn<Outcome>[];
  /** Whether every column of the table is among these. */
  readonly whole: boolean;
  /** The columns that name a row in the paths of its numbers. */
  readonly key: readonly number[];
  /** The days between which a row holds, where it says so, and what is compared with them. */
  readonly period?: Period | null;
}

/**
 * Reads a table's rows. Of a table with a part that is not whole the rest is given, and it is not looked over as a whole: what seems to
 * be missing may be there. Null when nothing is left.
 */
export function decisionTable<Outcome>(scope: Scope, plan: TablePlan<Outcome>): DecisionTable<Outcome | null> | null {
  const rowNodes = wholeRows(scope, plan.table, plan.noun);
  const names = new RowNames();
  const periods = plan.period ? periodConditions(scope, plan.period, rowNodes, (row) => cellsAt(row, plan.key)) : null;
  const found = rowNodes.map((row, index) => {
    const key = names.next(cellsAt(row, [...plan.key, ...periodKey(plan)]));
    return tableRow(scope, plan, row, { key, period: periods === null ? [] : [periods[index] ?? null] });
  });
  const rows = found.map(({ row }) => row);
  if (rows.length === 0) return scope.spoil();
  const whole =
    plan.whole && plan.hit !== null && rows.length === plan.table.rows.length && found.every((one) => one.whole);
  if (!whole) scope.spoil();
  const hit = plan.hit ?? UNIQUE;
  const outputs = gathered(
    scope,
    hit,
    plan.outputs.map((column) => column.output),
  );
  const order = orderOf(scope, hit, outputs[0], rows);
  const columns = plan.period ? [...plan.inputs, periodColumn(plan.period)] : plan.inputs;
  if (whole) reportHygiene(scope, { hit, header: plan.table.header.span, columns, rows, order });
  const inputs = columns.map((column) => column.input);
  const { policy, gathering } = hit;
  return { hit: policy, gathering, order, inputs, outputs, rows, span: plan.table.span };
}

const cellsAt = (row: RowNode, indexes: readonly number[]): CellNode[] =>
  indexes.flatMap((index) => row.cells[index] ?? []);

/** Rows for one case are told apart by the day from which they hold. */
const periodKey = ({ period }: TablePlan<unknown>): readonly number[] => {
  const column = period?.columns.from ?? period?.columns.until;
  return column ? [column.index] : [];
};

function tableRow<Outcome>(
  scope: Scope,
  plan: TablePlan<Outcome>,
  row: RowNode,
  { key, period }: { readonly key: readonly string[]; readonly period: readonly (Condition | null)[] },
): { readonly row: TableRow<Outcome | null>; readonly whole: boolean } {
  const pathTo = (column: string): string => printPath({ name: plan.name, key, members: [column] });
  const own = plan.inputs.map((column): Condition | null => {
    const cell = row.cells[column.index];
    if (cell === undefined || isBlank(cell)) return cell ? blank(scope, cell, column.name, false) : null;
    return conditionCell(scope, cell, column, pathTo(column.name));
  });
  const conditions = [...own, ...period];
  const outcomes = plan.outputs.map((column): Outcome | null | undefined => {
    const cell = row.cells[column.index];
    if (cell === undefined) return undefined;
    if (column.readsAll) return column.read(cell, pathTo(column.output.name));
    if (isBlank(cell)) return column.mayBeBlank ? null : (blank(scope, cell, column.output.name, true) ?? undefined);
    return isDash(cell) ? null : column.read(cell, pathTo(column.output.name));
  });
  const whole = conditions.every((one) => one !== null) && outcomes.every((one) => one !== undefined);
  const said = {
    key,
    conditions: conditions.map((one): Condition => one ?? ANY),
    outcomes: outcomes.map((one) => one ?? null),
  };
  const text = scope.text(row.span).trim();
  return { row: { ...said, span: row.span, line: scope.line(row.span), text }, whole };
}

/** In place of a condition that could not be made out: its row still has a label and a path. */
const ANY: Condition = { kind: 'any' };

function blank(scope: Scope, cell: CellNode, column: string, outcome: boolean): null {
  return scope.report('B302', cell.span, { column, outcome }, { fix: { span: cell.span, replacement: ' - ' } });
}

/** What a header cell stands for, as an expression: a name, quoted or bare, or a formula. */
export function headerNode(column: HeaderColumn): ExpressionNode | null {
  const node = readCell('HeaderCell', codeView(column.cell.raw), column.cell.span);
  return node?.kind === 'text' ? { kind: 'name', name: node.text, span: node.span } : node;
}

/** The condition columns whose headers mean something on the ground; of those that do not it has been reported. */
export function inputColumns(columns: readonly HeaderColumn[], ground: Ground): InputColumn[] {
  return columns.flatMap((column): InputColumn | readonly [] => {
    const node = headerNode(column) ?? { kind: 'name' as const, name: column.name, span: column.cell.span };
    const expression = ground.check(node, ground);
    if (expression?.type.kind === 'list')
      ground.scope.report('B205', column.cell.span, { found: 'list', wanted: 'condition' });
    if (expression === null || expression.type.kind === 'list') {
      ground.scope.spoil();
      return [];
    }
    const labels = labelsOf(expression, ground);
    return {
      index: column.index,
      name: column.name,
      type: expression.type,
      labels,
      input: { name: column.name, expression, span: column.cell.span },
    };
  });
}

/** The type a column of values has when every cell shows the same kind: numbers, dates, else texts. */
export function typeOfCells(cells: readonly CellNode[]): ValueType {
  const filled = cells.filter((cell) => !isBlank(cell) && !isDash(cell));
  const numbers = filled.flatMap((cell) => numberCell(cell) ?? []);
  const [first] = numbers;
  if (first !== undefined && numbers.length === filled.length) {
    const unit = numbers.map((node) => writtenQuantity(node).unit).find((one) => !isBare(one));
    return numberType(unit ?? NUMBER);
  }
  const dates = filled.filter((cell) => readCell('DateCell', codeView(cell.raw), cell.span) !== null);
  return filled.length > 0 && dates.length === filled.length ? DATE : TEXT;
}

/** An outcome column that holds constants of a type. */
export function constantColumn(
  scope: Scope,
  column: HeaderColumn,
  type: ValueType,
  mayBeBlank: boolean,
): OutputColumn<Constant> {
  return {
    index: column.index,
    output: { name: column.name, type, cells: type, column: column.index, span: column.cell.span },
    mayBeBlank,
    read: (cell, path) => valueCell(scope, cell, type, path) ?? undefined,
  };
}

export const cellsOf = (table: TableNode, index: number): CellNode[] =>
  table.rows.flatMap((row) => row.cells[index] ?? []);
