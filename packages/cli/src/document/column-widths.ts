import { displayWidth } from '@benchbook/dsl';
import type { Table } from './block.js';

/** Blanks between two columns. */
export const GAP = 2;

/** No column is made narrower than this to fit a terminal. */
const NARROWEST = 12;

/** Display widths of a table's columns: as wide as their contents, flexible ones narrowed until the table fits. */
export function columnWidths(table: Table, available: number): number[] {
  const widths = table.columns.map((column, index) =>
    Math.max(displayWidth(column.label), ...table.rows.map((row) => displayWidth(row[index]?.text ?? ''))),
  );
  const flexible = table.columns.flatMap((column, index) => (column.flexible === true ? [index] : []));
  let excess = widths.reduce((sum, width) => sum + width + GAP, -GAP) - available;
  while (excess > 0) {
    const widest = flexible.reduce(
      (best, index) => ((widths[index] ?? 0) > (widths[best] ?? 0) ? index : best),
      flexible[0] ?? -1,
    );
    const width = widths[widest];
    if (width === undefined || width <= NARROWEST) break;
    widths[widest] = width - 1;
    excess -= 1;
  }
  return widths;
}
