import { bar } from './bar.js';
import type { Block, Cell, Table } from './block.js';
import { cleanBlock } from './control-characters.js';

const MARKDOWN_BAR = 20;

/** Blocks as a Markdown page that pastes into a wiki; ends with a newline. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(cleanBlock).map(blockText).join('\n\n') + '\n';
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escape(block.text)}`;
    case 'heading':
      return `## ${escape(block.text)}`;
    case 'paragraph':
      return escape(block.text).replace(/^(#|>|\+|-|\d+[.)])/, '\\$1');
    case 'list':
      return block.items.map((item) => `- ${escape(item.text)}`).join('\n');
    case 'table':
      return tableText(block);
    case 'bars':
      return tableText({
        kind: 'table',
        columns: [
          { label: '' },
          ...(block.rows[0]?.figures ?? []).map(() => ({ label: '', align: 'right' as const })),
          { label: '' },
        ],
        rows: block.rows.map((row) =>
          [row.label, ...row.figures, bar(row.share, MARKDOWN_BAR)].map((text) => ({ text })),
        ),
      });
  }
}

function tableText(table: Table): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map((each) => cellText(each.text)).join(' | ')} |`;
  const rule = table.columns.map((column) => (column.align === 'right' ? '---:' : '---'));
  return [
    line(table.columns.map((column) => ({ text: column.label }))),
    `| ${rule.join(' | ')} |`,
    ...table.rows.map(line),
  ].join('\n');
}

/** A pipe would end the cell; a line break would end the row. */
function cellText(text: string): string {
  return escape(text).replaceAll('|', '\\|').replaceAll(/\r?\n/g, ' ');
}

/** Names come from data: none of them may become markup. An underscore inside a word is none. */
function escape(text: string): string {
  return text.replaceAll(/[\\`*[\]]|[<&](?=[\p{L}/!?#])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
