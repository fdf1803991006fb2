import { byPlace, diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import { linesOf, sliceOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import { cutChunks } from './chunks.js';
import { Earlier } from './earlier.js';
import { scanLines } from './lines.js';
import { isNotebook, scanNotebook } from './notebook-lines.js';
import type { NotebookLines } from './notebook-lines.js';
import type { Declaration } from './nodes.js';
import { rescan } from './rescan.js';
import { partOf } from './part.js';
import type { Cell, FencedBlock, Tree } from './tree.js';

export interface ParseOptions {
  /** Where the file's offsets begin in its program: `baseOf(index)`; 0 for the first file. */
  readonly base?: number;
  /** What was read of this file before an edit: declarations that say the same are not read again. */
  readonly before?: Tree;
}

/**
 * Reads a rulebook, or the cells of a notebook. Never throws: what cannot be read is reported in the tree, and the rest
 * is read all the same.
 *
 * @param path as the reader wrote it: it is shown, `use` is read relative to its folder, and `.md` makes it a notebook
 */
export function parse(path: string, text: string, { base = 0, before }: ParseOptions = {}): Tree {
  const file: FileText = { file: path, text, base };
  const notebook = isNotebook(path);
  const { lines, blocks }: NotebookLines = notebook
    ? scanNotebook(text, base)
    : { lines: before ? rescan(before, text, base) : scanLines(text, base), blocks: [] };
  const earlier = new Earlier(before);
  const parts = cutChunks(lines).map((chunk) => earlier.take(chunk, file) ?? partOf(chunk, file));
  const declarations = parts.flatMap((part) => part.declaration ?? []);
  const cells = cellsOf(blocks, file, declarations);
  const found = [
    ...parts.flatMap((part) => part.diagnostics),
    ...blocks.flatMap((block) => unclosed(block, file) ?? []),
    ...nothing(file, notebook, declarations, blocks),
  ];
  return { ...file, lines: linesOf(file), parts, declarations, cells, diagnostics: found.sort(byPlace) };
}

function cellsOf(blocks: readonly FencedBlock[], file: FileText, declarations: readonly Declaration[]): Cell[] {
  let next = 0;
  return blocks.flatMap((block): Cell[] => {
    const { language, content } = block;
    if (language === null) return [];
    const first = next;
    while ((declarations[next]?.span.start ?? Infinity) < content.end) next++;
    return [{ ...block, language, text: sliceOf(file, content), declarations: declarations.slice(first, next) }];
  });
}

/** A fence that is never closed takes in the rest of the document. */
function unclosed({ closed, opening }: FencedBlock, file: FileText): Diagnostic | null {
  if (closed) return null;
  const written = sliceOf(file, opening);
  const fence = /[`~]+/.exec(written)?.[0] ?? '';
  const end = file.base + file.text.length;
  const replacement = `${file.text.endsWith('\n') ? '' : '\n'}${fence}\n`;
  const span = { start: opening.start, end: opening.start + written.trimEnd().length };
  return diagnostic('B020', span, { fence }, { fix: { span: { start: end, end }, replacement } });
}

function nothing(
  file: FileText,
  notebook: boolean,
  declarations: readonly Declaration[],
  blocks: readonly FencedBlock[],
): Diagnostic[] {
  if (declarations.length > 0) return [];
  const isProse = notebook && !blocks.some((block) => block.language === 'bench');
  const at = { start: file.base, end: file.base };
  return [isProse ? diagnostic('B021', at, {}, marking(blocks, file)) : diagnostic('B015', at, {})];
}

/** The one block without a language that reads as rules was meant as a cell. */
function marking(blocks: readonly FencedBlock[], file: FileText): { fix?: Fix } {
  const [meant, ...others] = blocks.filter((block) => {
    const isMarked = !/^\s*(?:`{3,}|~{3,})\s*$/.test(sliceOf(file, block.opening));
    return !isMarked && parse('', sliceOf(file, block.content)).declarations.some(({ noun }) => noun !== null);
  });
  if (meant === undefined || others.length > 0) return {};
  const end = meant.opening.start + sliceOf(file, meant.opening).trimEnd().length;
  return { fix: { span: { start: end, end }, replacement: 'bench' } };
}
