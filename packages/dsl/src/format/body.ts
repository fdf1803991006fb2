import type { Declaration, RowNode, TableNode } from '../syntax/nodes.js';
import type { Line } from '../syntax/lines.js';
import type { Span } from '../text/span.js';
import { commentText, withComments } from './comments.js';
import { callsIn, tablesIn } from '../syntax/nodes-in.js';
import { closedFirst, opened, spaced } from './spacing.js';
import { columnWidths, dashesOf, printDashes, printRow } from './tables.js';
import { tokensOf } from './tokens.js';

/** How far what belongs to a line stands to the right of it. */
const STEP = 2;

interface PlacedRow {
  readonly row: RowNode;
  readonly table: Layout;
}

type TextOf = (span: Span) => string;

interface Layout {
  readonly widths: readonly number[];
  readonly indent: number;
}

/**
 * The lines of a declaration, from its noun to its last line of code, laid out: a text each, without its line ending.
 * Lines stay where the author broke them.
 *
 * @param textOf what is written at a span
 */
export function layOutBody(declaration: Declaration, lines: readonly Line[], textOf: TextOf): string[] {
  const indents = indentsOf(declaration, lines);
  const tables = placedRows(declaration, lines, textOf, indents);
  const calls = new Set(callsIn(declaration).map((call) => call.name.span.end));
  let table: Layout | null = null;
  const laidOut = lines.map((line, index) => {
    const comment = line.comment ? commentText(textOf(line.comment)) : null;
    const at = ' '.repeat(indents[index] ?? 0);
    if (line.kind === 'blank') return { text: '', comment };
    if (line.kind === 'comment' || line.kind === 'doc')
      return { text: at + commentText(textOf({ start: line.textStart, end: line.end })), comment };
    const placed = tables.get(line.textStart);
    if (placed) {
      table = placed.table;
      return { text: ' '.repeat(table.indent) + printRow(placed.row, table.widths), comment };
    }
    const dashes = line.kind === 'table' && table ? dashesOf(line.code) : null;
    if (dashes && table) return { text: ' '.repeat(table.indent) + printDashes(dashes, table.widths), comment };
    return { text: at + spaced(tokensOf(line.code), (token) => calls.has(line.start + token.end)), comment };
  });
  return withComments(laidOut);
}

/** Every row by the offset of its first bar, with the layout of its table. */
function placedRows(
  declaration: Declaration,
  lines: readonly Line[],
  textOf: TextOf,
  indents: readonly number[],
): ReadonlyMap<number, PlacedRow> {
  const found = new Map<number, PlacedRow>();
  for (const table of tablesIn(declaration)) {
    const header = lines.findIndex((line) => line.textStart === table.header.span.start);
    const widths = columnWidths(table, dashesUnder(table, lines.slice(header + 1), textOf));
    const layout = { widths, indent: indents[header] ?? STEP };
    for (const row of [table.header, ...table.rows]) found.set(row.span.start, { row, table: layout });
  }
  return found;
}

function dashesUnder(table: TableNode, below: readonly Line[], textOf: TextOf): readonly string[] {
  const under = below.find((line) => line.kind === 'table');
  if (under === undefined || table.rows[0]?.span.start === under.textStart) return [];
  return dashesOf(textOf({ start: under.textStart, end: under.comment?.start ?? under.end })) ?? [];
}

/**
 * The declaration's own line stands in column 0, clauses below it; what goes on from a line stands one step to its right,
 * and one more for each bracket that is open. A comment stands as the code below it.
 */
function indentsOf(declaration: Declaration, lines: readonly Line[]): readonly number[] {
  const starts = new Set(declaration.clauses.map((clause) => clause.span.start));
  const tables = new Set(tablesIn(declaration).map((table) => table.header.span.start));
  const indents: number[] = [];
  let owner = 0;
  let depth = 0;
  lines.forEach((line, index) => {
    if (line.kind !== 'code' && line.kind !== 'table') return;
    if (index === 0) indents[index] = 0;
    else if (line.kind === 'table')
      indents[index] = starts.has(line.textStart) && tables.has(line.textStart) ? STEP : owner + STEP;
    else if (starts.has(line.textStart)) indents[index] = STEP;
    else indents[index] = owner + STEP * continued(depth, line);
    if (line.kind === 'table') return;
    depth += opened(tokensOf(line.code));
    if (index === 0 || starts.has(line.textStart)) owner = indents[index] ?? 0;
  });
  return filledFromBelow(indents, lines.length);
}

/** What has no indentation of its own takes that of the next line that has. */
function filledFromBelow(indents: readonly (number | undefined)[], length: number): readonly number[] {
  const filled: number[] = [];
  for (let index = length - 1; index >= 0; index--) filled[index] = indents[index] ?? filled[index + 1] ?? STEP;
  return filled;
}

const continued = (depth: number, line: Line): number =>
  depth > 0 ? Math.max(1, 1 + depth - closedFirst(tokensOf(line.code))) : 1;
