import type { RowNode, TableNode } from '../syntax/nodes.js';
import { displayWidth } from '../text/width.js';

const DASHES = /^\s*:?-{2,}:?\s*$/;

/** The cells of the row of dashes that Markdown puts under a header; null for any other line. */
export function dashesOf(row: string): readonly string[] | null {
  const cells = row
    .trim()
    .replace(/^[|｜]|[|｜]$/g, '')
    .split(/[|｜]/);
  return cells.every((cell) => DASHES.test(cell)) ? cells.map((cell) => cell.trim()) : null;
}

/** How wide each column of a table is on the screen, two columns a Chinese character. */
export function columnWidths(table: TableNode, dashes: readonly string[]): readonly number[] {
  const widths: number[] = [];
  const widen = (texts: readonly string[]): void => {
    texts.forEach((text, index) => (widths[index] = Math.max(widths[index] ?? 0, displayWidth(text))));
  };
  for (const row of [table.header, ...table.rows]) widen(row.cells.map((cell) => cell.raw));
  widen(dashes.map((text) => text.replace(/-+/, '--')));
  return widths;
}

/** A row whose columns stand under those of its table. It keeps its own number of cells. */
export const printRow = (row: RowNode, widths: readonly number[]): string =>
  barred(row.cells.map(({ raw }, index) => raw + ' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(raw)))));

/** The row of dashes, as long as its columns are wide. */
export const printDashes = (dashes: readonly string[], widths: readonly number[]): string =>
  barred(dashes.map((text, index) => text.replace(/-+/, stretched(text, widths[index] ?? 0))));

const stretched = (text: string, width: number): string =>
  '-'.repeat(Math.max(2, width - text.replace(/-/g, '').length));

const barred = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
