import { skipText } from '../syntax/punctuation.js';

export type TokenKind = 'text' | 'number' | 'date' | 'word' | 'sign';

/** A token of one line of code. `start` and `end` are offsets in the line. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** Also as other documents write it: the checker says how the language does, as long as it still looks like a date. */
const DATE = /\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\p{N}_-])|\d{4}([/.])\d{1,2}\1\d{1,2}(?!\d)/uy;
const WORD = /[\p{L}_](?:(?<=\p{L})-(?=\p{L})|[\p{L}\p{N}_])*/uy;
const GROUPED = /\d{1,3}(?:,\d{3})+(?!\d)/y;
const PLAIN = /\d+(?:_\d+)*|(?=\.\d)/y;
const REST_OF_NUMBER = /(?:\.\d+)?(?:[eE][+-]?\d+(?![\p{L}\p{N}_]))?[\p{L}\p{N}_]*/uy;
const SIGN = /<?\.\.<?|->|[<>!]=|[^\s]/uy;

/** Cuts a line of code, as the grammar reads it, into tokens. What is no token of the language is a sign of one character. */
export function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  for (let at = code.search(/\S/); at >= 0 && at < code.length;) {
    const { kind, end } = tokenAt(code, at);
    const before = tokens.at(-1);
    tokens.push({ kind, text: code.slice(at, end), start: at, end, spaced: before !== undefined && before.end < at });
    const gap = code.slice(end).search(/\S/);
    if (gap < 0) break;
    at = end + gap;
  }
  return tokens;
}

function tokenAt(code: string, at: number): { readonly kind: TokenKind; readonly end: number } {
  const text = skipText(code, at);
  if (text > at) return { kind: 'text', end: text };
  const date = reach(DATE, code, at);
  if (date > at) return { kind: 'date', end: date };
  const number = numberEnd(code, at);
  if (number > at) return { kind: 'number', end: number };
  const word = reach(WORD, code, at);
  if (word > at) return { kind: 'word', end: word };
  return { kind: 'sign', end: Math.max(at + 1, reach(SIGN, code, at)) };
}

/** `1,000` is one number, `1,2` is two and so is `1,2345`; suffixes and units that touch it belong to it. */
function numberEnd(code: string, at: number): number {
  const digits = possessive(code, at) ?? reach(PLAIN, code, at);
  const opens = digits > at || /^\.\d/.test(code.slice(at, at + 2));
  return opens ? reach(REST_OF_NUMBER, code, digits) : at;
}

/** The grammar takes all groups of three or none. */
function possessive(code: string, at: number): number | null {
  const end = reach(GROUPED, code, at);
  return end > at && !/^,\d{3}/.test(code.slice(end)) ? end : null;
}

function reach(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(code) ? pattern.lastIndex : at;
}
