import { parse } from '../syntax/parse.js';
import type { Line } from '../syntax/lines.js';
import type { Declaration } from '../syntax/nodes.js';
import type { Part, Tree } from '../syntax/tree.js';
import { sliceOf } from '../text/files.js';
import { layOutBody } from './body.js';
import { commentText } from './comments.js';
import { sameDeclaration } from './same.js';

/** A line of the file and what becomes of it: a text without line ending, null where it goes, `kept` where nothing may change. */
export interface LaidOut {
  readonly line: Line;
  readonly text: string | null;
  readonly kept: boolean;
}

/** What becomes of every line of a file, in order. */
export function layOut(tree: Tree): LaidOut[] {
  return withoutSpareBlanks(tree.parts.flatMap((part) => layOutPart(part, tree)));
}

/**
 * What leads a declaration stands in column 0, what follows it is indented. A declaration that could not be read stays as
 * it is, but for its line endings.
 */
function layOutPart(part: Part, tree: Tree): LaidOut[] {
  const { lines, declaration } = part;
  if (part.head < 0 || declaration === null) return lines.map((line) => trivia(line, '', tree));
  const last = lines.findLastIndex((line) => line.kind === 'code' || line.kind === 'table');
  const body = lines.slice(part.head, last + 1);
  const texts = declaration.broken || showsMistake(tree, declaration) ? null : bodyTexts(part, body, tree);
  return [
    ...lines.slice(0, part.head).map((line) => trivia(line, '', tree)),
    ...body.map((line, index) => ({ line, text: texts?.[index] ?? '', kept: texts === null })),
    ...lines.slice(last + 1).map((line) => trivia(line, '  ', tree)),
  ];
}

/** The new lines of a declaration; null when they would not be read as what the old ones say. */
function bodyTexts({ declaration }: Part, body: readonly Line[], tree: Tree): readonly string[] | null {
  if (declaration === null) return null;
  const texts = layOutBody(declaration, body, (span) => sliceOf(tree, span));
  if (body.every((line, index) => sliceOf(tree, line).trimEnd() === texts[index])) return texts;
  const [again, ...others] = parse('declaration.bench', texts.join('\n')).declarations;
  return again && others.length === 0 && sameDeclaration(again, declaration) ? texts : null;
}

/** Whether a declaration stands in a cell that shows what is wrong, as documentation does (`bench error B101`): formatting might repair it. */
const showsMistake = ({ cells }: Tree, { span }: Declaration): boolean =>
  cells.some(
    ({ info, span: cell }) => /^(?:error|lint)\b/.test(info) && cell.start <= span.start && span.end <= cell.end,
  );

function trivia(line: Line, indent: string, tree: Tree): LaidOut {
  if (line.kind === 'prose') return { line, text: '', kept: true };
  if (line.kind === 'blank') return { line, text: '', kept: false };
  return { line, text: indent + commentText(sliceOf(tree, { start: line.textStart, end: line.end })), kept: false };
}

/** One blank line groups; a second says nothing more, and neither does one at an end of the file or of a cell. */
function withoutSpareBlanks(lines: readonly LaidOut[]): LaidOut[] {
  const isBlank = (one: LaidOut): boolean => !one.kept && one.text === '';
  const isEdge = (one: LaidOut | undefined): boolean => one === undefined || one.line.kind === 'prose';
  const out: LaidOut[] = [];
  let below: LaidOut | undefined;
  for (const [index, one] of [...lines.entries()].reverse()) {
    const above = lines[index - 1];
    const spare = isBlank(one) && (isEdge(above) || isEdge(below) || (above !== undefined && isBlank(above)));
    out.push(spare ? { ...one, text: null } : one);
    if (!spare) below = one;
  }
  return out.reverse();
}
