import type { Span } from '../text/span.js';
import type { TokenKind } from './tokens.js';

/** A piece of a tree that holds no other: a text, a number, a word, a cell. */
export interface Leaf extends Span {
  readonly kind: TokenKind | 'cell';
  /** Of a cell: whether it stands in a table's header. */
  readonly header?: boolean;
}

/** Clauses whose word is one of a few of the language's own, not a name. */
const CHOICES: ReadonlySet<unknown> = new Set(['as', 'else', 'hit', 'encoding', 'duplicates']);

/** Parts of nodes that hold words of the language: how benchmarks are combined, what a unit counts. */
const WORDS: ReadonlySet<string> = new Set(['combine', 'terms']);

type Node = Readonly<Record<string, unknown>> & { readonly span?: Span };

/**
 * The leaves of any part of a tree, by going through its nodes whatever they are, so that a new kind of clause is
 * coloured without being named here.
 */
export function leavesOf(part: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  gather(part, { header: false, choice: false }, leaves);
  return leaves;
}

interface Place {
  readonly header: boolean;
  readonly choice: boolean;
}

function gather(part: unknown, place: Place, leaves: Leaf[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) {
    for (const one of part) gather(one, place, leaves);
    return;
  }
  const node = part as Node;
  const kind = node.span ? leafKind(node, place) : null;
  if (node.span && kind !== null) {
    const { start, end } = node.span;
    leaves.push(kind === 'cell' ? { start, end, kind, header: place.header } : { start, end, kind });
    return;
  }
  for (const key in node) {
    if (key === 'span') continue;
    const choice = WORDS.has(key) || (key === 'name' && CHOICES.has(node.kind));
    gather(node[key], { header: place.header || key === 'header', choice }, leaves);
  }
}

/** null: the node has parts of its own. */
function leafKind({ kind, raw, text, name, numeral }: Node, { choice }: Place): Leaf['kind'] | null {
  if (typeof raw === 'string') return 'cell';
  if (typeof numeral === 'string' || (kind === 'date' && typeof text === 'string')) return 'number';
  if (kind === 'text' && typeof text === 'string') return 'text';
  if (kind === 'name' && typeof name === 'string') return 'name';
  if (kind !== undefined || typeof text !== 'string') return null;
  return choice ? 'keyword' : 'name';
}
