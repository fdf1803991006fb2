import type { Wanted } from '../check/uses.js';
import type { CallNode, CellNode, Clause, Declaration, Statement, TableNode } from '../syntax/nodes.js';
import type { Noun } from '../syntax/nouns.js';
import { skipText } from '../syntax/punctuation.js';
import { expectedAfter, readDeclaration } from '../syntax/read.js';
import type { Part } from '../syntax/tree.js';
import type { Span } from '../text/span.js';
import { rulesAround } from './analysis.js';
import type { Analysis } from './analysis.js';
import { callsIn, tablesIn } from './nodes.js';

/** A letter no rulebook uses, put where the cursor is so that the grammar and the checker read what is being written. */
const HERE = 'ꙮ';

/** What the cursor stands in. */
export interface Place {
  readonly noun: Noun;
  /** The word or text under the cursor: what a completion takes the place of. */
  readonly word: Span;
  /** The word up to the cursor. */
  readonly typed: string;
  /** The cursor stands in a quoted text. */
  readonly quoted: boolean;
  /** The cell of a table that the cursor stands in, from its first sign to the cursor. */
  readonly cell: { readonly start: number; readonly before: string; readonly header: boolean } | null;
  /** Words and signs of its own that the grammar would take here. */
  readonly expected: readonly string[];
  /** What the checker looks for here. */
  readonly wants: readonly Wanted['want'][];
  /** The calls around the cursor, the innermost last, each with the number of the argument it stands in. */
  readonly calls: readonly { readonly call: CallNode; readonly argument: number }[];
}

/** What the cursor stands in; null in a comment, in front of the first declaration, and where a declaration begins. */
export function placeAt(analysis: Analysis, offset: number): Place | null {
  const part = rulesAround(analysis, offset) ? partAt(analysis, offset) : undefined;
  const declaration = part?.declaration;
  const head = part?.lines[part.head];
  if (!part || !declaration || !head || !isRead(declaration) || inComment(part, offset)) return null;
  const code = part.lines
    .slice(part.head)
    .map((line) => line.code)
    .join('');
  const cursor = offset - head.start;
  const word = wordAt(code, cursor);
  if (word.start <= head.textStart - head.start) return null;
  const draft = { noun: declaration.noun, code, base: head.start, cursor, word };
  const read = readWith(draft);
  const mark = { start: head.start + word.start, end: head.start + word.start + markOf(word).length };
  const wanted = read
    ? analysis.wantsIn({ ...declaration, name: read.name, clauses: read.clauses, broken: false })
    : [];
  const cell = read && cellAt(read.clauses, mark);
  return {
    noun: declaration.noun,
    word: { start: head.start + word.start, end: head.start + word.end },
    typed: code.slice(word.start + (word.quoted ? 1 : 0), cursor),
    quoted: word.quoted,
    cell: cell && {
      start: cell.span.start,
      before: code.slice(cell.span.start - head.start, cursor),
      header: cell.header,
    },
    expected: cell || word.quoted ? [] : expectedAfter(declaration.noun, code.slice(0, word.start)),
    wants: wanted.filter(({ span }) => span.start <= mark.start && mark.end <= span.end).map(({ want }) => want),
    calls: read ? callsAround(read.clauses, mark) : [],
  };
}

const isRead = (declaration: Declaration): declaration is Declaration & { readonly noun: Noun } =>
  declaration.noun !== null;

/** The part whose lines hold the line of an offset. */
function partAt({ tree }: Analysis, offset: number): Part | undefined {
  const start = tree.lines.lineStart(tree.lines.line(offset));
  return tree.parts.findLast(({ lines }) => (lines[0]?.start ?? Infinity) <= start) ?? tree.parts[0];
}

function inComment({ lines }: Part, offset: number): boolean {
  const line = lines.findLast(({ start }) => start <= offset);
  if (line?.kind === 'comment' || line?.kind === 'doc') return offset <= line.end && offset > line.textStart;
  return line?.comment != null && offset > line.comment.start && offset <= line.comment.end;
}

interface WordAt extends Span {
  readonly quoted: boolean;
}

/** The word or quoted text around a place in code; an empty one where none stands. */
function wordAt(code: string, cursor: number): WordAt {
  const text = textAround(code, cursor);
  if (text) return { ...text, quoted: true };
  const before = /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}][\p{L}\p{N}_]*)*$/u.exec(code.slice(0, cursor))?.[0].length ?? 0;
  const after = before === 0 ? 0 : (/^(?:-?[\p{L}\p{N}_])*/u.exec(code.slice(cursor))?.[0].length ?? 0);
  return { start: cursor - before, end: cursor + after, quoted: false };
}

/** The quoted text that a place lies inside; one that is not closed ends at the place. */
function textAround(code: string, cursor: number): Span | null {
  const start = code.lastIndexOf('\n', cursor - 1) + 1;
  for (let at = start; at < cursor;) {
    const end = skipText(code, at);
    if (end > cursor) return { start: at, end };
    if (end === at && /["“”＂]/.test(code.charAt(at))) return { start: at, end: cursor };
    at = Math.max(end, at + 1);
  }
  return null;
}

const markOf = ({ quoted }: WordAt): string => (quoted ? `"${HERE}"` : HERE);

interface Draft {
  readonly noun: Noun;
  readonly code: string;
  readonly base: number;
  readonly cursor: number;
  readonly word: WordAt;
}

/** The declaration with a word put at the cursor: with what follows it, with brackets closed, or without the rest of its line. */
function readWith({ noun, code, base, word }: Draft): Statement | null {
  const front = code.slice(0, word.start) + markOf(word);
  const rest = code.slice(word.end);
  const later = rest.includes('\n') ? rest.slice(rest.indexOf('\n')) : '';
  const closed = closing(code, word.start);
  // A cell is taken as it is written: an open bracket in it would only be found when the cell is read.
  const first = inTable(code, word.start) && !/^[^|｜\n]*[)\]]/.test(rest) ? closed + rest : rest;
  for (const end of new Set([first, rest, closed + rest, closed + later])) {
    const { statement, diagnostics } = readDeclaration(noun, front + end, base);
    if (diagnostics.length > 0) continue;
    const short = missingCells(statement.clauses, { start: base + word.start, end: base + word.start + HERE.length });
    if (short === 0) return statement;
    const line = end.search(/\n|$/);
    const filled = `${front}${end.slice(0, line).replace(/[|｜]\s*$/, '')}${' | -'.repeat(short)}${end.slice(line)}`;
    return readDeclaration(noun, filled, base).statement;
  }
  return null;
}

const inTable = (code: string, at: number): boolean => /^\s*[|｜]/.test(code.slice(code.lastIndexOf('\n', at - 1) + 1));

/** The brackets that are open where the cursor is, closed. */
function closing(code: string, end: number): string {
  const open: string[] = [];
  const from = Math.max(code.lastIndexOf('|', end - 1), code.lastIndexOf('\n=', end - 1), 0);
  for (let at = from; at < end;) {
    const sign = code.charAt(at);
    if (sign === '(') open.unshift(')');
    else if (sign === '[') open.unshift(']');
    else if (sign === ')' || sign === ']') open.shift();
    at = Math.max(at + 1, skipText(code, at));
  }
  return open.join('');
}

/** How many cells the row at the cursor lacks. */
function missingCells(clauses: readonly Clause[], mark: Span): number {
  const table = tablesIn(clauses).find((one) => one.rows.some((row) => holds(row.span, mark)));
  const row = table?.rows.find((one) => holds(one.span, mark));
  return table && row ? Math.max(0, table.header.cells.length - row.cells.length) : 0;
}

function cellAt(clauses: readonly Clause[], mark: Span): (CellNode & { readonly header: boolean }) | null {
  const within = (table: TableNode) =>
    [table.header, ...table.rows].flatMap((row) =>
      row.cells.filter((cell) => holds(cell.span, mark)).map((cell) => ({ ...cell, header: row === table.header })),
    );
  return tablesIn(clauses).flatMap(within)[0] ?? null;
}

function callsAround(clauses: readonly Clause[], mark: Span): Place['calls'] {
  return callsIn(clauses)
    .filter(({ span, name }) => holds(span, mark) && name.span.end <= mark.start)
    .map((call) => ({ call, argument: call.arguments.filter(({ span }) => span.end < mark.start).length }));
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
