import { withLineFeeds } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import { codeView, skipText } from './punctuation.js';

/** `prose`: a line of a notebook that stands outside its bench cells. */
export type LineKind = 'blank' | 'comment' | 'doc' | 'table' | 'code' | 'prose';

/** One line of a file. The lines of a file tile it: each begins where the one before it ended. */
export interface Line extends Span {
  readonly kind: LineKind;
  /** The offset of its first character that is not white space. */
  readonly textStart: number;
  /** White space before the text, in characters; 0 is column 0. */
  readonly indent: number;
  /** A comment after the code, from its `#` to the end of the line. */
  readonly comment: Span | null;
  /** The line as the grammar reads it, of the same length: comments are spaces, twins are replaced. */
  readonly code: string;
}

const FIRST = /[^\s\uFEFF]/;

/** Cuts a text into its lines, comments found. Their offsets begin at `base`. */
export function scanLines(written: string, base = 0): Line[] {
  return scanPiece(withLineFeeds(written), base);
}

/** As `scanLines`, for a piece of a text whose lines end with line feeds. */
export function scanPiece(text: string, base: number): Line[] {
  return cutLines(text).map(({ start, end }) => scanLine(text.slice(start, end), base + start));
}

/** The lines of a text, each with its ending. */
export function cutLines(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/** @param margin columns of white space that do not count as indentation */
export function scanLine(raw: string, start: number, margin = 0): Line {
  const first = raw.search(FIRST);
  const at = { start, end: start + raw.length };
  if (first < 0) return { ...at, kind: 'blank', textStart: start, indent: 0, comment: null, code: blank(raw) };
  const indent = Math.max(0, first - (raw.startsWith('\uFEFF') ? 1 : 0) - margin);
  const kind = kindOf(raw, first);
  const common = { ...at, kind, textStart: start + first, indent };
  if (kind === 'doc' || kind === 'comment') return { ...common, comment: null, code: blank(raw) };
  const comment = kind === 'table' ? commentAfterTable(raw) : commentInCode(raw, first);
  const kept = comment < 0 ? raw : raw.slice(0, comment) + blank(raw.slice(comment));
  return {
    ...common,
    comment: comment < 0 ? null : { start: start + comment, end: start + raw.trimEnd().length },
    code: kind === 'table' ? tableView(kept, first) : codeView(kept),
  };
}

/** Cells stay as they are written. */
const tableView = (raw: string, first: number): string =>
  /^ *$/.test(raw.slice(0, first)) && !raw.includes('\r')
    ? raw
    : blank(raw.slice(0, first)) + raw.slice(first).replace('\r', ' ');

function kindOf(raw: string, first: number): LineKind {
  const sign = raw.charAt(first);
  if (sign === '|' || sign === '｜') return 'table';
  if (sign !== '#' && sign !== '＃') return 'code';
  return raw.startsWith('##', first) ? 'doc' : 'comment';
}

function commentInCode(raw: string, from: number): number {
  if (!raw.includes('#') && !raw.includes('＃')) return -1;
  for (let at = from; at < raw.length;) {
    const sign = raw.charAt(at);
    if (sign === '#' || sign === '＃') return at;
    at = Math.max(at + 1, skipText(raw, at));
  }
  return -1;
}

/** `#` inside a cell is text; after the closing bar of a row it begins a comment. */
function commentAfterTable(raw: string): number {
  if (!raw.includes('#')) return -1;
  const bar = Math.max(raw.lastIndexOf('|'), raw.lastIndexOf('｜'));
  const rest = raw.slice(bar + 1);
  return rest.trimStart().startsWith('#') ? bar + 1 + rest.indexOf('#') : -1;
}

/** A line that the language does not read. */
export const proseLine = (raw: string, start: number): Line => ({
  start,
  end: start + raw.length,
  kind: 'prose',
  textStart: start,
  indent: 0,
  comment: null,
  code: blank(raw),
});

const blank = (text: string): string =>
  text.endsWith('\n') ? `${' '.repeat(text.length - 1)}\n` : ' '.repeat(text.length);
