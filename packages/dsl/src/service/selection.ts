import { nodesIn } from './nodes.js';
import type { Span } from '../text/span.js';
import type { Analysis } from './analysis.js';
import { tokens } from './tokens.js';

/** Stretches around an offset that mean something, each inside the next: a word, a cell, a row, a clause, a declaration, all. */
export function selectionAt(analysis: Analysis, offset: number): readonly Span[] {
  const { tree } = analysis;
  const around = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const declaration = tree.declarations.find(({ span }) => around(span));
  const nodes = nodesIn(declaration ?? []).flatMap(({ span }) => (isSpan(span) ? [span] : []));
  const word = tokens(analysis, { start: offset, end: offset + 1 });
  const all = [...word, ...nodes, { start: 0, end: tree.text.length }].filter(around);
  const found: Span[] = [];
  for (const { start, end } of all.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = found.at(-1);
    if (!inner || (start <= inner.start && inner.end <= end && (start < inner.start || inner.end < end)))
      found.push({ start, end });
  }
  return found;
}

const isSpan = (span: unknown): span is Span => typeof span === 'object' && span !== null && 'start' in span;
