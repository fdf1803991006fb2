import type { Constant, ValueType } from '../model/expression.js';
import type { CellNode, NumberNode } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { isoOf, misspelledDate, OTHER_DATES } from '../syntax/dates.js';
import { readCell } from '../syntax/read.js';
import type { Span } from '../text/span.js';
import { booleanConstant, constantOf, textConstant } from './constants.js';
import type { Scope } from './scope.js';

/** Dashes that keyboards and spreadsheets put where `-` is meant. */
const DASHES: ReadonlySet<string> = new Set(['-', '－', '—', '–', '−']);

export const isDash = (cell: CellNode): boolean => DASHES.has(cell.raw);
export const isBlank = (cell: CellNode): boolean => cell.raw === '';

/** A cell's text: quotes and escapes removed, `\|` read as `|`. */
export function cellText(cell: CellNode): string {
  const bare = cell.raw.replace(/\\([|｜])/g, '$1');
  if (!/^["“”＂]/.test(cell.raw)) return bare;
  return readCell('TextCell', cell.raw, cell.span)?.text ?? bare;
}

export function numberCell(cell: CellNode): NumberNode | null {
  const code = codeView(cell.raw);
  return /^[-\d.]/.test(code) ? readCell('NumberCell', code, cell.span) : null;
}

/** How cells of each kind look, for messages. */
const EXAMPLES = {
  number: '3, 20%, 90M CNY',
  text: '金融服务业',
  date: '2025-12-31',
  boolean: 'yes, no',
  list: '',
} as const;
const WANTED = {
  number: ['a number', '数字'],
  text: ['a text', '文本'],
  date: ['a date', '日期'],
  boolean: ['yes or no', '是或否'],
  list: ['a list', '列表'],
} as const;

/** A cell that holds one value of a type. */
export function valueCell(scope: Scope, cell: CellNode, type: ValueType, path: string | null): Constant | null {
  scope.want(cell.span, { kind: 'cell', type });
  // A list is shown, and expected, as the text of its values with commas between them.
  if (type.kind === 'text' || type.kind === 'list') return textConstant(cellText(cell));
  const found = type.kind === 'boolean' ? booleanConstant(cellText(cell)) : literalCell(scope, cell, type, path);
  if (found !== undefined && found !== null) return found;
  if (found === null && type.kind !== 'boolean') return null;
  if (type.kind === 'date' && reportedDate(scope, cell.span)) return null;
  const [wanted, zhWanted] = WANTED[type.kind];
  return scope.report('B303', cell.span, { cell: cell.raw, wanted, zhWanted, example: EXAMPLES[type.kind] });
}

/** undefined: the cell does not look like one; null: it does, but does not fit (reported). */
function literalCell(scope: Scope, cell: CellNode, type: ValueType, path: string | null): Constant | null | undefined {
  const node = type.kind === 'date' ? readCell('DateCell', codeView(cell.raw), cell.span) : numberCell(cell);
  return node === null ? undefined : constantOf(scope, node, type, path);
}

/** `2025/12/31` where a date is meant: reports how it is written. */
export function reportedDate(scope: Scope, span: Span): boolean {
  const text = scope.text(span);
  const found = [...text.matchAll(OTHER_DATES)][0];
  const iso = found && isoOf(found[0]);
  if (!iso) return false;
  const start = span.start + found.index;
  scope.diagnostics.push(misspelledDate({ start, end: start + found[0].length }, iso, found[0]));
  return true;
}

/** `200～500` or `200-500` where `200..500` is meant: reports the sign. */
export function reportedDash(scope: Scope, cell: CellNode): boolean {
  const sign = /[～〜~–—]|(?<=[\d%kM万亿元]\s*)[-－](?=\s*\d)/.exec(cell.raw);
  if (sign === null) return false;
  const start = cell.span.start + sign.index;
  const span = { start, end: start + sign[0].length };
  scope.report('B007', span, { found: sign[0] }, { fix: { span, replacement: '..' } });
  return true;
}
