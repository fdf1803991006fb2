import type { Line, LineKind } from '../syntax/lines.js';
import type { Span } from '../text/span.js';
import type { Analysis } from './analysis.js';

/** A stretch that can be folded away: from the end of its first line to the end of its last. */
export interface Fold extends Span {
  readonly kind: 'declaration' | 'table' | 'comment';
}

/** Declarations, tables and blocks of comments of more than one line. */
export function folds({ tree }: Analysis): readonly Fold[] {
  const endOf = (offset: number): number => tree.lines.lineEnd(tree.lines.line(offset));
  const fold = (kind: Fold['kind'], first: number, last: number): Fold[] => {
    const [start, end] = [endOf(first), endOf(last)];
    return end > start ? [{ kind, start, end }] : [];
  };
  const declarations = tree.declarations.flatMap(({ span }) => fold('declaration', span.start, span.end));
  const lines = tree.parts.flatMap((part) => part.lines);
  const runs = (wanted: (kind: LineKind) => boolean, kind: Fold['kind']): Fold[] =>
    runsOf(lines, wanted).flatMap(([first, last]) => fold(kind, first.textStart, last.textStart));
  const tables = runs((kind) => kind === 'table', 'table');
  const comments = runs((kind) => kind === 'comment' || kind === 'doc', 'comment');
  return [...declarations, ...tables, ...comments].sort((a, b) => a.start - b.start || b.end - a.end);
}

function runsOf(lines: readonly Line[], wanted: (kind: LineKind) => boolean): (readonly [Line, Line])[] {
  const runs: [Line, Line][] = [];
  let open: [Line, Line] | null = null;
  for (const line of lines) {
    if (!wanted(line.kind)) open = null;
    else if (open) open[1] = line;
    else runs.push((open = [line, line]));
  }
  return runs;
}
