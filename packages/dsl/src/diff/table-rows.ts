import type { Clause, Declaration, RowNode, TableNode } from '../syntax/nodes.js';
import { meaningOfCell } from './meaning.js';
import type { Side } from './side.js';

/** A row of a table, told from the others by its key. */
export interface KeyedRow {
  readonly key: string;
  /** The key's cells as written. */
  readonly shown: string;
  readonly node: RowNode;
  /** By column. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Where the first column, and nothing else, names a row. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  source: ['column', 'from'],
  score: ['term'],
  target: ['measure'],
  model: ['name'],
};

/** The columns' names as they are called on the other side, too. */
export function columnsOf({ header }: TableNode, side: Side): readonly string[] {
  return header.cells.map(({ raw }) => meaningOfCell(raw, side.renamed));
}

/** The rows of a table by their key cells; rows of one key are told apart by their order. */
export function keyedRows(declaration: Declaration, clause: Clause, table: TableNode, side: Side): readonly KeyedRow[] {
  const columns = columnsOf(table, side);
  const key = keyColumns(declaration, clause, table, columns, side);
  const seen = new Map<string, number>();
  return table.rows.map((node) => {
    const own = JSON.stringify(key.map((index) => meaningOfCell(node.cells[index]?.raw ?? '', side.renamed)));
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return {
      key: `${own} ${count}`,
      shown: key.map((index) => node.cells[index]?.raw ?? '').join(', '),
      node,
      cells: new Map(columns.map((column, index) => [column, node.cells[index]?.raw ?? ''])),
    };
  });
}

/** The columns that tell one row from another: names, or the conditions that stand before what the table gives. */
function keyColumns(
  declaration: Declaration,
  clause: Clause,
  { header }: TableNode,
  columns: readonly string[],
  side: Side,
): readonly number[] {
  const named = NAMED_BY[side.nounOf(declaration)] ?? (clause.kind === 'table' ? [] : columns.slice(0, 1));
  const found = columns.flatMap((column, index) => (named.includes(column) ? [index] : []));
  if (found.length > 0) return found.slice(0, 1);
  const marked = header.cells.findIndex(({ raw }) => /^(?:->|→)/.test(raw));
  const own = declaration.name === null ? null : (side.renamed.get(declaration.name.text) ?? declaration.name.text);
  const gives = columns.findIndex((column) => column === own || side.unitUnder(column) !== null);
  const first = [marked, gives].find((index) => index >= 0) ?? columns.length - 1;
  return columns.map((_, index) => index).slice(0, Math.max(0, first));
}
