import { RESERVED } from '../syntax/nouns.js';
import type { Token } from './tokens.js';

/** Written another way on a keyboard or in a report, and what the language calls it. */
const SPELLED: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '!=' };

const OPERATORS = new Set(['=', '!=', '<', '<=', '>', '>=', '+', '*', '/', '->', '~', '≥', '≤', '≠']);
const OPEN = new Set(['(', '[']);
const CLOSE = new Set([')', ']']);
const RANGE = new Set(['..', '..<', '<..', '<..<']);

/**
 * The tokens of a line with the spaces that belong between them. Where the language leaves it to the author (`-5` or
 * `- 5`, a bracket after a word) room that was there stays, as one space.
 *
 * @param isCall whether a bracket after this token holds its arguments
 */
export function spaced(tokens: readonly Token[], isCall: (token: Token) => boolean): string {
  return tokens
    .map((token, index) => {
      const before = tokens[index - 1];
      return (before === undefined || !apart(before, token, isCall) ? '' : ' ') + spelled(token);
    })
    .join('');
}

function apart(before: Token, token: Token, isCall: (token: Token) => boolean): boolean {
  if (OPEN.has(before.text) || CLOSE.has(token.text) || token.text === ',' || token.text === '%') return false;
  if (RANGE.has(before.text) || RANGE.has(token.text)) return false;
  if (before.text === ',' || OPERATORS.has(before.text) || OPERATORS.has(token.text)) return true;
  if (token.text === '(' && isCall(before)) return false;
  if (OPEN.has(token.text) && RESERVED.has(before.text)) return true;
  if (before.kind === 'text' || token.kind === 'text') return true;
  const ends = CLOSE.has(before.text) || before.text === '%';
  return token.spaced || (ends && token.kind !== 'sign');
}

function spelled(token: Token): string {
  if (token.kind === 'text' && !token.text.startsWith('"')) return quoted(token.text.slice(1, -1));
  return SPELLED[token.text] ?? token.text;
}

/** Nothing is escaped between typographic quotes; between straight ones a quote and a backslash are. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** How many brackets a line opens more than it closes. */
export function opened(tokens: readonly Token[]): number {
  const among = (signs: ReadonlySet<string>): number => tokens.filter(({ text }) => signs.has(text)).length;
  return among(OPEN) - among(CLOSE);
}

/** How many brackets a line closes before it says anything else. */
export function closedFirst(tokens: readonly Token[]): number {
  const other = tokens.findIndex(({ text }) => !CLOSE.has(text));
  return other < 0 ? tokens.length : other;
}
