import { displayWidth } from '@benchbook/dsl';
import type { Paint } from '../terminal/paint.js';
import { pad } from '../terminal/pad.js';
import { wrap } from '../terminal/wrap.js';
import { bar } from './bar.js';
import type { Bars, Block, Cell, Table } from './block.js';
import { columnWidths, GAP } from './column-widths.js';
import { cleanBlock } from './control-characters.js';

export interface TerminalPage {
  /** Columns of the terminal; Infinity where lines may be as long as they like. */
  readonly width: number;
  readonly paint: Paint;
}

const INDENT = '  ';
/** Running text is never set wider than this. */
const READABLE = 100;
const LONGEST_BAR = 40;

/** Blocks as lines of a terminal, aligned by display width; ends with a newline. */
export function toTerminal(blocks: readonly Block[], page: TerminalPage): string {
  const lines: string[] = [];
  for (const block of blocks.map(cleanBlock)) {
    const opens = block.kind === 'heading' && lines.length > 0;
    lines.push(...(opens ? [''] : []), ...blockLines(block, page));
  }
  return lines.map((line) => line.trimEnd()).join('\n') + '\n';
}

function blockLines(block: Block, page: TerminalPage): string[] {
  const text = Math.min(page.width, READABLE) - INDENT.length;
  switch (block.kind) {
    case 'title':
    case 'heading':
      return wrap(block.text, Math.min(page.width, READABLE)).map((line) => page.paint(line, 'strong'));
    case 'paragraph':
      return wrap(block.text, text).map((line) => INDENT + page.paint(line, block.tone));
    case 'list':
      return block.items.flatMap((item) => itemLines(item, text - 2, page.paint));
    case 'table':
      return tableLines(block, page);
    case 'bars':
      return barLines(block, page);
  }
}

function itemLines(item: Cell, width: number, paint: Paint): string[] {
  return wrap(item.text, width).map((line, index) => `${INDENT}${index === 0 ? '- ' : '  '}${paint(line, item.tone)}`);
}

function tableLines(table: Table, page: TerminalPage): string[] {
  const widths = columnWidths(table, page.width - INDENT.length);
  const line = (cells: readonly Cell[]): string[] => {
    const wrapped = cells.map((each, index) =>
      table.columns[index]?.flexible === true ? wrap(each.text, widths[index] ?? 0) : [each.text],
    );
    const height = Math.max(...wrapped.map((each) => each.length));
    return Array.from(
      { length: height },
      (_, row) =>
        INDENT +
        wrapped
          .map((each, index) =>
            page.paint(pad(each[row] ?? '', widths[index] ?? 0, table.columns[index]?.align), cells[index]?.tone),
          )
          .join(' '.repeat(GAP)),
    );
  };
  return [...line(table.columns.map((column) => ({ text: column.label, tone: 'quiet' }))), ...table.rows.flatMap(line)];
}

function barLines(bars: Bars, page: TerminalPage): string[] {
  const labels = Math.max(...bars.rows.map((row) => displayWidth(row.label)));
  const figures = Math.max(...bars.rows.map((row) => row.figures.length));
  const widths = Array.from({ length: figures }, (_, index) =>
    Math.max(...bars.rows.map((row) => displayWidth(row.figures[index] ?? ''))),
  );
  const taken = INDENT.length + labels + widths.reduce((sum, width) => sum + width + GAP, GAP);
  const longest = Math.max(8, Math.min(LONGEST_BAR, page.width - taken));
  return bars.rows.map((row) => {
    const cells = widths.map((width, index) => pad(row.figures[index] ?? '', width, 'right'));
    return INDENT + [pad(row.label, labels), ...cells, page.paint(bar(row.share, longest), 'accent')].join('  ');
  });
}
