import type { Condition } from '../model/decision-table.js';
import type { Expression } from '../model/expression.js';
import { DATE } from '../model/units.js';
import type { CellNode, RowNode } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import type { Span } from '../text/span.js';
import { cellText, isBlank, isDash, reportedDate } from './cells.js';
import { dateConstant } from './constants.js';
import type { HeaderColumn } from './header.js';
import type { Scope } from './scope.js';

/** What a period is compared with is called this: no column can be. */
export const AS_OF = 'as of';

/** The columns that say from which day a row holds, and until which (that day not included). One of them may be absent. */
export interface PeriodColumns {
  readonly from: HeaderColumn | null;
  readonly until: HeaderColumn | null;
  /** Where the first of them stands. */
  readonly span: Span;
}

/** Sets the columns of periods apart. A column that is called `until` is put in quotes. */
export function splitPeriods(columns: readonly HeaderColumn[]): {
  readonly period: PeriodColumns | null;
  readonly others: readonly HeaderColumn[];
} {
  const named = (name: string): HeaderColumn | null => columns.find(({ cell }) => cell.raw === name) ?? null;
  const [from, until] = [named('from'), named('until')];
  const first = from ?? until;
  if (first === null) return { period: null, others: columns };
  const period = { from, until, span: first.cell.span };
  return { period, others: columns.filter((column) => column !== from && column !== until) };
}

/** Between which days rows hold, and what is compared with them. */
export interface Period {
  readonly columns: PeriodColumns;
  readonly day: Expression;
  /** Whether a time between two rows for one case is nothing to remark on. */
  readonly mayLapse?: boolean;
}

/** A period as a condition column: the day is looked at as any input is. */
export function periodColumn({ columns: { from, until, span }, day }: Period) {
  const index = (from ?? until)?.index ?? 0;
  return {
    index,
    name: AS_OF,
    type: DATE,
    labels: null,
    isPeriod: true,
    input: { name: AS_OF, expression: day, span },
  };
}

/** The day that a table of values is asked for is given where it is used. */
export const askedDay = (owner: string, span: Span): Expression => ({
  kind: 'column',
  source: owner,
  column: AS_OF,
  type: DATE,
  span,
});

interface Days {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * The condition of each row on the day; null for a row that is not whole (reported). Where no column says until when, a row holds until the
 * next one for the same case begins.
 *
 * @param key the cells of a row that say which case it is for
 */
export function periodConditions(
  scope: Scope,
  { columns, mayLapse = false }: Pick<Period, 'columns' | 'mayLapse'>,
  rows: readonly RowNode[],
  key: (row: RowNode) => readonly CellNode[],
): readonly (Condition | null)[] {
  const read = rows.map((row) => ({
    row,
    period: periodOf(scope, columns, row),
    case: JSON.stringify(key(row).map(cellText)),
  }));
  const ended = read.map((one) => (columns.until === null ? { ...one, period: endedByNext(one, read) } : one));
  if (!mayLapse) reportGaps(scope, columns, ended);
  return ended.map(({ row, period }) => (period === null ? null : conditionOf(scope, row, period)));
}

interface Read {
  readonly row: RowNode;
  readonly period: Days | null;
  readonly case: string;
}

function periodOf(scope: Scope, { from, until }: PeriodColumns, row: RowNode): Days | null {
  const [begin, end] = [from, until].map((column) => (column === null ? null : dayIn(scope, column, row)));
  return begin === undefined || end === undefined ? null : { from: begin, until: end };
}

/** null: open on this side; undefined: not a day (reported). */
function dayIn(scope: Scope, column: HeaderColumn, row: RowNode): string | null | undefined {
  const cell = row.cells[column.index];
  if (cell === undefined) return undefined;
  if (isDash(cell)) return null;
  if (isBlank(cell)) {
    const fix = { span: cell.span, replacement: ' - ' };
    return void scope.report('B302', cell.span, { column: column.name, outcome: false }, { fix });
  }
  const node = readCell('DateCell', codeView(cell.raw), cell.span);
  const day = node && dateConstant(scope, node.text, node.span);
  if (day?.kind === 'date') return day.iso;
  if (node !== null || reportedDate(scope, cell.span)) return undefined;
  const data = { cell: cell.raw, wanted: 'a day', zhWanted: '日期', example: '2025-01-01, -' };
  return void scope.report('B303', cell.span, data);
}

function endedByNext(one: Read, all: readonly Read[]): Days | null {
  if (one.period === null) return null;
  const begin = one.period.from ?? '';
  const later = all
    .filter((other) => other.case === one.case)
    .flatMap(({ period }) => (period?.from != null && period.from > begin ? [period.from] : []));
  return { ...one.period, until: later.sort()[0] ?? null };
}

function conditionOf(scope: Scope, row: RowNode, { from, until }: Days): Condition | null {
  if (from !== null && until !== null && from >= until)
    return scope.report('B310', row.span, { low: from, high: until });
  if (from === null && until === null) return { kind: 'any' };
  const day = (iso: string | null) => (iso === null ? null : { kind: 'date' as const, iso });
  return { kind: 'range', range: { low: day(from), lowIncluded: true, high: day(until), highIncluded: false } };
}

/** Days between two periods of one case for which none holds. */
function reportGaps(scope: Scope, { until }: PeriodColumns, rows: readonly Read[]): void {
  if (until === null) return;
  for (const name of new Set(rows.map((row) => row.case))) {
    const sorted = rows
      .filter((row) => row.case === name)
      .toSorted((a, b) => ((a.period?.from ?? '') < (b.period?.from ?? '') ? -1 : 1));
    let reached: string | null = null;
    for (const [index, { row, period }] of sorted.entries()) {
      const begin = period?.from ?? null;
      if (index > 0 && reached !== null && begin !== null && reached < begin)
        scope.report('B427', row.span, { from: reached, until: begin });
      reached = index === 0 ? (period?.until ?? null) : latest(reached, period?.until ?? null);
    }
  }
}

/** null stands for no end. */
function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
