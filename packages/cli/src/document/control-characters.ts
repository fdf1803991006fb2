import type { Block, Cell } from './block.js';

/** Names come from data: an escape sequence in one must not reach the terminal. Line breaks stay. */
const CONTROL = /(?!\n)\p{Cc}/gu;

export const withoutControls = (text: string): string => text.replaceAll(CONTROL, '\ufffd');

const clean = (cell: Cell): Cell => ({ ...cell, text: withoutControls(cell.text) });

/** The same block with every control character replaced by the replacement character. */
export function cleanBlock(block: Block): Block {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
      return { ...block, text: withoutControls(block.text) };
    case 'list':
      return { ...block, items: block.items.map(clean) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, label: withoutControls(column.label) })),
        rows: block.rows.map((row) => row.map((each) => clean({ ...each, text: each.text.replaceAll('\n', ' ') }))),
      };
    case 'bars':
      return { ...block, rows: block.rows.map((row) => ({ ...row, label: withoutControls(row.label) })) };
  }
}
