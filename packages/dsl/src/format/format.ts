import type { Fix } from '../diagnostics/diagnostic.js';
import type { Tree } from '../syntax/tree.js';
import { sliceOf } from '../text/files.js';
import type { Span } from '../text/span.js';
import { layOut } from './lay-out.js';
import type { LaidOut } from './lay-out.js';

/**
 * The rulebook in its one canonical form. Comments, the grouping by blank lines and the author's line breaks stay; a
 * declaration that could not be read stays as it is. The same tree is read from it, and formatting it again changes
 * nothing. Never throws.
 */
export function format(tree: Tree): string {
  let text = '';
  let at = tree.base;
  for (const edit of formatEdits(tree)) {
    text += sliceOf(tree, { start: at, end: edit.span.start }) + edit.replacement;
    at = edit.span.end;
  }
  return text + sliceOf(tree, { start: at, end: Infinity });
}

/**
 * What an editor has to change to bring the rulebook into its canonical form: whole lines, in order, only those that differ.
 *
 * @param within only the lines of declarations that this range touches
 */
export function formatEdits(
  tree: Tree,
  within: Span = { start: tree.base, end: tree.base + tree.text.length },
): readonly Fix[] {
  const ending = lineEnding(tree.text);
  const wanted = touched(tree, within);
  const edits: Fix[] = [];
  for (const one of layOut(tree)) {
    const { start, end } = one.line;
    const replacement = written(one, tree, ending);
    if (replacement === sliceOf(tree, one.line) || start < wanted.start || end > wanted.end) continue;
    const last = edits.at(-1);
    if (last?.span.end === start)
      edits.splice(-1, 1, { span: { start: last.span.start, end }, replacement: last.replacement + replacement });
    else edits.push({ span: { start, end }, replacement });
  }
  return edits;
}

function written({ line, text, kept }: LaidOut, tree: Tree, ending: string): string {
  if (text === null) return '';
  if (!kept) return text + ending;
  const old = sliceOf(tree, line);
  if (line.kind === 'prose') return old;
  return old.replace(/[\r\n]+$/, '') + ending;
}

/** A file keeps the line endings of its first line. Lone carriage returns, of old spreadsheets, become line feeds. */
const lineEnding = (text: string): string => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/** The parts of the file that a range touches, from the first character of the first to the last of the last. */
function touched(tree: Tree, within: Span): Span {
  const spans = tree.parts.flatMap(({ lines }) => {
    const [first, last] = [lines[0], lines.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  const inside = spans.filter(({ start, end }) => start <= within.end && end >= within.start);
  return { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 };
}
