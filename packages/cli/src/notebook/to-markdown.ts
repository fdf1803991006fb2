import type { CellResult, Language, NotebookCell, NotebookRun } from '@benchbook/engine';
import { svgFile } from '@benchbook/ui/pictures';
import { paragraph } from '../document/block.js';
import { toMarkdown as blocksToMarkdown } from '../document/to-markdown.js';
import type { Words } from '../language/words.js';
import { resultBlocks } from './figure-blocks.js';

const WIDTH = 720;

export interface MarkdownPage {
  readonly text: string;
  /** Pictures by their file's name. */
  readonly pictures: ReadonlyMap<string, string>;
}

interface Making {
  readonly language: Language;
  readonly words: Words;
  /** The folder of the pictures as the page reaches it; null: none are made. */
  readonly folder: string | null;
}

/** A notebook with its results under its cells; everything between them stays as it was written. */
export function toMarkdown(source: string, { cells }: NotebookRun, making: Making): MarkdownPage {
  const lines = source.split('\n');
  const pictures = new Map<string, string>();
  const parts: string[] = [];
  let next = 0;
  for (const cell of cells) {
    const end = Math.min(cell.lastLine, lines.length);
    parts.push(
      lines
        .slice(next, cell.line - 1)
        .join('\n')
        .trimEnd(),
    );
    if (!cell.info.hidden)
      parts.push(
        lines
          .slice(cell.line - 1, end)
          .join('\n')
          .trimEnd(),
      );
    parts.push(...cell.results.map((result) => resultText(result, cell, pictures, making)));
    next = end;
  }
  parts.push(lines.slice(next).join('\n').trim());
  return { text: `${parts.filter((part) => part !== '').join('\n\n')}\n`, pictures };
}

function resultText(
  result: CellResult,
  cell: NotebookCell,
  pictures: Map<string, string>,
  { language, words, folder }: Making,
): string {
  const shown = result.kind === 'control' ? result.control.figure : result;
  const body = blocksToMarkdown(resultBlocks(result, words)).trimEnd();
  if (shown.kind !== 'figure') return body;
  const title = result.kind === 'control' ? result.control.title : shown.figure.title;
  const heading = title === '' ? [] : [`**${inline(title)}**`];
  const picture =
    folder === null
      ? null
      : svgFile('show', { show: shown.figure, levels: shown.levels, rule: null }, { language, width: WIDTH });
  if (picture === null) return [...heading, body].join('\n\n');
  const name = `${String(pictures.size + 1)}.svg`;
  pictures.set(name, picture);
  return [
    ...heading,
    `![${inline(title === '' ? cell.language : title)}](${encodeURI(`${folder ?? ''}/${name}`)})`,
    body,
  ].join('\n\n');
}

/** A text inside a line: none of it becomes markup. */
const inline = (text: string): string =>
  blocksToMarkdown([paragraph(text)])
    .trim()
    .replaceAll('\n', ' ');
