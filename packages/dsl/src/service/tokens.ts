import type { MeaningKind } from '../check/uses.js';
import type { Line } from '../syntax/lines.js';
import type { Declaration } from '../syntax/nodes.js';
import type { Part } from '../syntax/tree.js';
import type { Span } from '../text/span.js';
import { usesWithin } from './analysis.js';
import type { Analysis } from './analysis.js';
import { cellLeaves } from './cell-leaves.js';
import { leavesOf } from './leaves.js';
import type { Leaf } from './leaves.js';
import { isOurs, wordsBetween } from './between.js';

/**
 * The kinds of tokens, in a fixed order that only grows: a legend for editors. `noun` begins a declaration, `keyword`
 * is any other word of the language, `header` heads a column that the language gives, `value` is a bare text in a cell,
 * `name` is a name that could not be resolved; the rest say what a name stands for.
 */
export const TOKEN_KINDS = [
  ...(['comment', 'doc', 'noun', 'keyword', 'operator', 'bar', 'number', 'text', 'value', 'header', 'name'] as const),
  ...(['source', 'column', 'param', 'context', 'population', 'band', 'table', 'metric', 'benchmark', 'level'] as const),
  ...(['tier', 'score', 'target', 'test', 'label', 'term', 'function', 'judgement'] as const),
  ...(['action', 'resource', 'budget', 'phase', 'funnel', 'cohort', 'model', 'scenario', 'input'] as const),
  'waiver',
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Here the name gets its meaning. */
  readonly defines: boolean;
}

/** The colours of a stretch of the text (by default all of it): tokens by place, none overlapping another, none over a line's end. */
export function tokens(analysis: Analysis, within: Span = { start: 0, end: Infinity }): readonly Token[] {
  return analysis.tree.parts
    .filter(({ lines }) => (lines[0]?.start ?? 0) < within.end && (lines.at(-1)?.end ?? 0) > within.start)
    .flatMap((part) => partTokens(analysis, part))
    .filter((token) => token.end > within.start && token.start < within.end);
}

function partTokens(analysis: Analysis, part: Part): readonly Token[] {
  const { lines, declaration } = part;
  const comments = lines.flatMap((line) => commentTokens(analysis, line));
  if (declaration === null) return comments;
  const first = lines[0]?.start ?? 0;
  const uses = analysis.names.within({ start: first, end: lines.at(-1)?.end ?? first });
  const named = uses.map(({ span, means, defines }) => ({ ...span, kind: kindOf(means.kind), defines }));
  const read = readTokens(analysis, declaration).flatMap((token) =>
    token.kind === 'text'
      ? piecesAround(
          token,
          usesWithin(analysis, token).map((use) => use.span),
        )
      : [token],
  );
  const known = withoutOverlaps([...named, ...read].sort((a, b) => a.start - b.start || a.end - b.end));
  const code = lines.map((line) => line.code).join('');
  const rest = wordsBetween(code, first, known).flatMap(({ start, end, kind }): Token[] => {
    const ours =
      kind !== 'keyword' || !declaration.broken || isOurs(declaration, code.slice(start - first, end - first));
    return kind !== 'cell' && ours ? [{ start, end, kind, defines: false }] : [];
  });
  return [...comments, ...known, ...rest].sort((a, b) => a.start - b.start);
}

const isTokenKind = (kind: string): kind is TokenKind => (TOKEN_KINDS as readonly string[]).includes(kind);
const kindOf = (kind: MeaningKind): TokenKind => (isTokenKind(kind) ? kind : 'name');

function commentTokens({ tree }: Analysis, line: Line): Token[] {
  const whole = line.kind === 'doc' || line.kind === 'comment';
  const span = whole ? { start: line.textStart, end: line.end } : line.comment;
  if (span === null) return [];
  const end = span.start + tree.text.slice(span.start, span.end).trimEnd().length;
  return [{ start: span.start, end, kind: line.kind === 'doc' ? 'doc' : 'comment', defines: false }];
}

/** What the tree itself says of a declaration: its noun, its texts, numbers, names and cells. */
function readTokens(analysis: Analysis, declaration: Declaration): Token[] {
  const { nounSpan, clauses, name, noun } = declaration;
  const named = noun === 'test' ? 'text' : 'name';
  const head: Leaf[] = [
    { ...nounSpan, kind: noun === null ? 'name' : 'noun' },
    ...(name ? [{ ...name.span, kind: named } as const] : []),
  ];
  const leaves = leavesOf(clauses).flatMap((leaf) =>
    leaf.kind === 'cell' ? cellLeaves(analysis, declaration, leaf) : [leaf],
  );
  return [...head, ...leaves].flatMap(({ start, end, kind }) =>
    kind === 'cell' ? [] : [{ start, end, kind, defines: false }],
  );
}

/** A text around names, as in `"{failed} of {judged}"` and `"industry"`, is left in pieces around them. */
function piecesAround(token: Token, names: readonly Span[]): Token[] {
  const pieces: Token[] = [];
  let at = token.start;
  for (const { start, end } of names) {
    if (start > at) pieces.push({ ...token, start: at, end: start });
    at = end;
  }
  if (at < token.end) pieces.push({ ...token, start: at });
  return pieces;
}

function withoutOverlaps(placed: readonly Token[]): Token[] {
  let at = 0;
  return placed.filter(({ start, end }) => {
    if (start < at || end <= start) return false;
    at = end;
    return true;
  });
}
