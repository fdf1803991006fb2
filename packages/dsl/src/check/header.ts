import type { CellNode, RowNode, TableNode } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import { cellText } from './cells.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';

/** A column of a table as its header names it. */
export interface HeaderColumn {
  readonly index: number;
  readonly name: string;
  readonly cell: CellNode;
  /** Marked `->`: what the table gives begins here. */
  readonly marked: boolean;
}

export function headerOf(scope: Scope, table: TableNode): HeaderColumn[] {
  const columns = table.header.cells.map((cell, index) => headerColumn(cell, index));
  for (const column of columns) {
    const first = columns.find((other) => other.name === column.name);
    if (first !== column && column.name !== '')
      scope.report('B308', column.cell.span, { column: column.name }, { related: first ? [first.cell.span] : [] });
    if (column.name === '')
      scope.report('B302', column.cell.span, { column: `column ${column.index + 1}`, outcome: false });
  }
  return columns;
}

function headerColumn(cell: CellNode, index: number): HeaderColumn {
  const mark = /^(?:->|→)\s*/.exec(cell.raw)?.[0].length ?? 0;
  const bare = { raw: cell.raw.slice(mark), span: { start: cell.span.start + mark, end: cell.span.end } };
  return { index, name: cellText(bare), cell: bare, marked: mark > 0 };
}

/** Inputs stand left, outcomes right: from the first marked column, or from the first that names what is declared. */
export function split(columns: readonly HeaderColumn[], isOutcome: (name: string) => boolean, lastByDefault: boolean) {
  const marked = columns.findIndex((column) => column.marked);
  const named = columns.findIndex((column) => isOutcome(column.name));
  const found = marked >= 0 ? marked : named;
  const from = found < 0 && lastByDefault ? columns.length - 1 : found;
  return from < 0 ? null : { inputs: columns.slice(0, from), outputs: columns.slice(from) };
}

/** The rows that have as many cells as the header; the others are reported. */
export function wholeRows(scope: Scope, table: TableNode, noun: string): RowNode[] {
  const columns = table.header.cells.length;
  if (table.rows.length === 0) scope.report('B311', table.header.span, { noun });
  return table.rows.filter((row) => {
    if (row.cells.length === columns) return true;
    scope.report('B301', row.span, { cells: row.cells.length, columns });
    return false;
  });
}

/** A table whose columns are given: finds each by its header, in any order. */
export function fixedColumns<Name extends string>(
  scope: Scope,
  table: TableNode,
  needed: readonly Name[],
  optional: readonly Name[] = [],
): Partial<Record<Name, number>> | null {
  const wanted = [...needed, ...optional];
  const found: Partial<Record<Name, number>> = {};
  const misspelled = new Set<string>();
  for (const column of headerOf(scope, table)) {
    scope.want(column.cell.span, { kind: 'header', names: wanted });
    const name = wanted.find((one) => one === column.name);
    if (name !== undefined) found[name] ??= column.index;
    else if (column.name !== '') misspelled.add(unknownHeader(scope, column, wanted) ?? '');
  }
  const missing = needed.filter((name) => found[name] === undefined);
  for (const name of missing) {
    if (!misspelled.has(name)) scope.report('B307', table.header.span, { column: name });
  }
  return missing.length > 0 ? null : found;
}

/** Reports a column that means nothing, and says which one was probably meant. */
function unknownHeader(scope: Scope, column: HeaderColumn, wanted: readonly string[]): string | null {
  const { span } = column.cell;
  const suggestion = closest(column.name, wanted);
  scope.report('B306', span, { column: column.name, wanted, suggestion }, replaceBy(span, suggestion));
  return suggestion;
}
