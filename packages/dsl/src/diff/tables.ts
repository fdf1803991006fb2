import type { Clause, Declaration, TableNode } from '../syntax/nodes.js';
import { clauseOf } from '../syntax/clauses.js';
import { differenceOf } from './difference.js';
import { meaningOfCell } from './meaning.js';
import type { Difference } from './rulebook-diff.js';
import type { Side } from './side.js';
import { columnsOf, keyedRows, type KeyedRow } from './table-rows.js';

/** A table on one side, with the declaration and the clause it stands in. */
export interface TableAt {
  readonly side: Side;
  readonly declaration: Declaration;
  readonly clause: Clause;
  readonly table: TableNode;
}

/** Hit policies for which the order of the rows decides. */
const ORDERED: ReadonlySet<string> = new Set(['first', 'priority', 'collect']);

/** Compares two tables: columns by name, rows by their key, then cell by cell. */
export function diffTables(name: string, from: TableAt, to: TableAt): readonly Difference[] {
  const columns = { from: columnsOf(from.table, from.side), to: columnsOf(to.table, to.side) };
  const rows = { from: rowsOf(from), to: rowsOf(to) };
  const before = new Map(rows.from.map((row) => [row.key, row]));
  const after = new Map(rows.to.map((row) => [row.key, row]));
  const lines = { from: from.side.line(from.table.header.span), to: to.side.line(to.table.header.span) };
  const column = (
    kind: 'column added' | 'column removed',
    list: readonly string[],
    other: readonly string[],
  ): Difference[] =>
    list.filter((each) => !other.includes(each)).map((each) => ({ kind, table: name, column: each, lines }));
  const common = columns.to.filter((each) => columns.from.includes(each));
  return [
    ...column('column added', columns.to, columns.from),
    ...column('column removed', columns.from, columns.to),
    ...rows.to.flatMap((row) => {
      const old = before.get(row.key);
      return old === undefined ? [lone('row added', name, row, to)] : diffCells(name, common, old, row, { from, to });
    }),
    ...rows.from.flatMap((row) => (after.has(row.key) ? [] : [lone('row removed', name, row, from)])),
    ...diffOrder(name, rows, { from, to }),
  ];
}

const rowsOf = ({ declaration, clause, table, side }: TableAt): readonly KeyedRow[] =>
  keyedRows(declaration, clause, table, side);

interface Sides {
  readonly from: TableAt;
  readonly to: TableAt;
}

function lone(kind: 'row added' | 'row removed', table: string, { shown, node }: KeyedRow, at: TableAt): Difference {
  const line = at.side.line(node.span);
  const lines = kind === 'row added' ? { from: null, to: line } : { from: line, to: null };
  return { kind, table, row: shown, text: at.side.written(node.span), lines };
}

function diffCells(
  table: string,
  columns: readonly string[],
  old: KeyedRow,
  row: KeyedRow,
  { from, to }: Sides,
): readonly Difference[] {
  return columns.flatMap((column): Difference[] => {
    const [before = '', after = ''] = [old.cells.get(column), row.cells.get(column)];
    if (meaningOfCell(before, from.side.renamed) === meaningOfCell(after, to.side.renamed)) return [];
    const difference = differenceOf(before, after, to.side.unitUnder(column));
    const lines = { from: from.side.line(old.node.span), to: to.side.line(row.node.span) };
    return [{ kind: 'cell', table, row: row.shown, column, from: before, to: after, difference, lines }];
  });
}

/** Order counts where the first row that holds answers; elsewhere rows may stand as they like. */
function diffOrder(
  table: string,
  rows: { readonly from: readonly KeyedRow[]; readonly to: readonly KeyedRow[] },
  { from, to }: Sides,
): readonly Difference[] {
  if (!isOrdered(from) || !isOrdered(to)) return [];
  const both = (list: readonly KeyedRow[], other: readonly KeyedRow[]): readonly KeyedRow[] =>
    list.filter(({ key }) => other.some((each) => each.key === key));
  const [before, after] = [both(rows.from, rows.to), both(rows.to, rows.from)];
  if (before.every(({ key }, index) => key === after[index]?.key)) return [];
  const shown = (list: readonly KeyedRow[]): string => list.map((row) => row.shown).join(' → ');
  const lines = { from: from.side.line(from.table.span), to: to.side.line(to.table.span) };
  return [{ kind: 'order', table, from: shown(before), to: shown(after), lines }];
}

function isOrdered({ declaration, clause }: TableAt): boolean {
  if (clause.kind === 'expect rows') return clause.top !== null;
  const hit = clauseOf(declaration, 'hit');
  return hit !== undefined && ORDERED.has(hit.name.text);
}
