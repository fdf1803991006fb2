import { printPath } from '../model/path.js';
import type { Constant } from '../model/expression.js';
import type { Column, Source } from '../model/model.js';
import type { CellNode, TableNode } from '../syntax/nodes.js';
import { isBlank, isDash, valueCell } from './cells.js';
import { columnExpression, typeOfColumn } from './ground.js';
import { headerOf, wholeRows } from './header.js';
import type { HeaderColumn } from './header.js';
import { columnNamed, unknownColumn } from './names.js';
import type { Scope } from './scope.js';
import { isCount } from './test-rows.js';

/** Rows of a source as a table writes them out; null in a row is a missing value. */
export interface LiteralRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Constant | null)[])[];
}

/** Reads rows of a source; null when they are not whole. With an owner, their numbers have the path `OWNER[SOURCE, ROW].column`, rows from 1. */
export function literalRows(
  scope: Scope,
  table: TableNode,
  source: Source,
  noun: string,
  owner: string | null = null,
): LiteralRows | null {
  const header = headerOf(scope, table);
  const columns = header.flatMap((column) => sourceColumn(scope, source, column) ?? []);
  if (columns.length < header.length) return null;
  const rows = wholeRows(scope, table, noun).map((row, number) =>
    row.cells.map((cell, index) => {
      const column = columns[index];
      return (
        column &&
        literalCell(
          scope,
          cell,
          source,
          column,
          owner && printPath({ name: owner, key: [source.name, String(number + 1)], members: [column.name] }),
        )
      );
    }),
  );
  if (rows.length < table.rows.length || rows.some((row) => row.includes(undefined))) return null;
  const whole = rows.map((row) => row.filter((cell): cell is Constant | null => cell !== undefined));
  return { columns: columns.map((one) => one.name), rows: whole };
}

function sourceColumn(scope: Scope, source: Source, { name, cell }: HeaderColumn): Column | null {
  const word = { text: name, span: cell.span };
  return columnNamed(source, word, scope) ?? unknownColumn(source, word, { scope });
}

/** null: a missing value; undefined: not whole (reported). */
function literalCell(
  scope: Scope,
  cell: CellNode,
  source: Source,
  column: Column,
  path: string | null,
): Constant | null | undefined {
  if (isBlank(cell)) return scope.report('B302', cell.span, { column: column.name, outcome: true }) ?? undefined;
  scope.want(cell.span, { kind: 'value', subject: columnExpression(source, column, cell.span) });
  if (isDash(cell)) return null;
  const value = valueCell(scope, cell, typeOfColumn(column.type), path);
  return value === null || (column.type.kind === 'count' && !isCount(scope, cell, value)) ? undefined : value;
}
