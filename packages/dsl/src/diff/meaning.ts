import { numeralValue } from '../model/numeral.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell, type CellRule } from '../syntax/read.js';
import type { Span } from '../text/span.js';

/** New names of declarations, by their old ones. */
export type Renamed = ReadonlyMap<string, string>;

const NOWHERE: Span = { start: 0, end: 0 };

/**
 * What a part of the tree says, whatever its layout: without places, numbers by their value, and in one order where order says
 * nothing (the sides of `and`, `or`, `+`, `*`, the items of a list). Two parts with one meaning are the same rule.
 */
export function meaningOf(part: unknown, renamed: Renamed): string {
  return JSON.stringify(canonical(part, renamed));
}

function canonical(part: unknown, renamed: Renamed): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((each) => canonical(each, renamed));
  const entries = Object.entries(part)
    .filter(([key]) => !key.toLowerCase().endsWith('span'))
    .map(([key, value]: [string, unknown]) => [key, said(part, key, value, renamed)] as const);
  const node: Record<string, unknown> = Object.fromEntries(entries);
  if (node.kind === 'list' && Array.isArray(node.items)) node.items = inOneOrder(node.items);
  if (isCommutative(node)) [node.left, node.right] = inOneOrder([node.left, node.right]);
  return node;
}

/** A name by what it is called now, a numeral by its value. */
function said(node: object, key: string, value: unknown, renamed: Renamed): unknown {
  if (typeof value !== 'string') return canonical(value, renamed);
  if (key === 'numeral') return numeralValue(value).toFixed();
  const isName = (key === 'text' && !('kind' in node)) || (key === 'name' && 'kind' in node && node.kind === 'name');
  return isName ? (renamed.get(value) ?? value) : value;
}

function isCommutative({ kind, operator }: Record<string, unknown>): boolean {
  return (
    kind === 'and' ||
    kind === 'or' ||
    (kind === 'arithmetic' && (operator === '+' || operator === '*')) ||
    (kind === 'compare' && (operator === '=' || operator === '!='))
  );
}

function inOneOrder(parts: readonly unknown[]): unknown[] {
  return parts
    .map((part) => ({ part, said: JSON.stringify(part) }))
    .sort((one, other) => (one.said < other.said ? -1 : Number(one.said > other.said)))
    .map(({ part }) => part);
}

/** How a cell may be read: the first that fits says what it means. */
const READINGS: readonly CellRule[] = ['ThresholdCell', 'NumberCell', 'DateCell', 'TextCell', 'ExpressionCell'];

/** What a cell says, whatever its layout; a text in quotes is the text without them. */
export function meaningOfCell(raw: string, renamed: Renamed): string {
  const code = codeView(raw.replace(/^(?:->|→)\s*/, ''));
  for (const rule of READINGS) {
    const node = readCell(rule, code, NOWHERE);
    if (node === null) continue;
    if (rule === 'TextCell' && 'text' in node && typeof node.text === 'string') return node.text;
    if ('kind' in node && node.kind === 'name' && 'name' in node && typeof node.name === 'string')
      return renamed.get(node.name) ?? node.name;
    return meaningOf(node, renamed);
  }
  return code.replaceAll(/\s+/g, ' ').trim();
}
