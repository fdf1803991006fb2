import { usesOf } from '../syntax/program.js';
import type { Span } from '../text/span.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Analysis } from './analysis.js';

/** A path in the text, without its quotes. `relative`: of a used file, to this one's folder; else to the project's. */
export interface Link {
  readonly span: Span;
  readonly path: string;
  readonly relativeTo: 'file' | 'project';
}

/** The files of sources and the files that are used. */
export function links({ tree }: Analysis): readonly Link[] {
  const inside = ({ start, end }: Span): Span => ({ start: start + 1, end: end - 1 });
  const sources = tree.declarations.flatMap((declaration): Link[] => {
    const path = declaration.noun === 'source' ? clauseOf(declaration, 'from')?.path : undefined;
    return path ? [{ span: inside(path.span), path: path.text, relativeTo: 'project' }] : [];
  });
  const used = usesOf(tree).map(({ written, span }): Link => ({
    span: inside(span),
    path: written,
    relativeTo: 'file',
  }));
  return [...used, ...sources].sort((a, b) => a.span.start - b.span.start);
}
