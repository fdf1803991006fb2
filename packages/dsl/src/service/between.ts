import type { Declaration } from '../syntax/nodes.js';
import { CLAUSE_WORDS, NOUNS, RESERVED } from '../syntax/nouns.js';
import type { Span } from '../text/span.js';
import type { Leaf } from './leaves.js';
import type { TokenKind } from './tokens.js';

/** Texts, words, numbers, bars, other signs. */
const PIECE =
  /"(?:[^"\\\n]|\\.)*"?|[“”＂][^“”＂\n]*[“”＂]?|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*|\p{N}[\p{L}\p{N}_.,%]*|[|｜]|[^\s\p{L}\p{N}_|｜"“”＂]+/gu;

/**
 * What is left of code beside the leaves of its tree (in order): the grammar has read it as words and signs of its own.
 *
 * @param base the offset in the file where the code begins
 */
export function wordsBetween(code: string, base: number, leaves: readonly Span[]): Leaf[] {
  const found: Leaf[] = [];
  let at = 0;
  for (const leaf of leaves) {
    piecesIn(code, at, leaf.start - base, base, found);
    at = Math.max(at, leaf.end - base);
  }
  piecesIn(code, at, code.length, base, found);
  return found;
}

function piecesIn(code: string, from: number, to: number, base: number, found: Leaf[]): void {
  if (to <= from) return;
  const gap = code.slice(from, to);
  if (gap.trim() === '') return;
  for (const piece of gap.matchAll(PIECE)) {
    const start = base + from + piece.index;
    found.push({ start, end: start + piece[0].length, kind: kindOf(piece[0]) });
  }
}

function kindOf(piece: string): TokenKind {
  if (/^["“”＂]/.test(piece)) return 'text';
  if (/^[\p{L}_]/u.test(piece)) return 'keyword';
  if (/^\p{N}/u.test(piece)) return 'number';
  return /^[|｜]/.test(piece) ? 'bar' : 'operator';
}

/** Whether a word is one the language has for such a declaration: all that can be said of one that is not whole. */
export const isOurs = ({ noun }: Declaration, word: string): boolean =>
  RESERVED.has(word) || CLAUSE_WORDS.has(word) || (noun !== null && (NOUNS[noun] as readonly string[]).includes(word));
