import { message } from '../diagnostics/diagnostic.js';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import type { Severity } from '../diagnostics/kind.js';
import type { Span } from '../text/span.js';
import { isOwn, locationOf } from './analysis.js';
import type { Analysis, Location } from './analysis.js';
import { words } from './words.js';

/** A diagnostic as a reader sees it. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | null;
  /** Its page in the project's documentation: `docs/diagnostics/B101.md`. */
  readonly page: string;
  readonly related: readonly { readonly at: Location; readonly message: string }[];
  readonly fix: Edits | null;
}

/** One thing an editor may do to the text. */
export interface Edits {
  readonly title: string;
  readonly edits: readonly Fix[];
}

/** What is wrong in the file that is edited, by place, in the reader's language. */
export function findings(analysis: Analysis): readonly Finding[] {
  const own = analysis.diagnostics.filter(({ span }) => isOwn(analysis, span));
  return own.map((found) => {
    const { text, hint } = message(found, analysis.language);
    return {
      code: found.code,
      severity: found.severity,
      span: found.span,
      message: text,
      hint,
      page: `docs/diagnostics/${found.code}.md`,
      related: found.related.map((span) => ({ at: locationOf(analysis, span), message: words(analysis).seeHere })),
      fix: quickFix(analysis, found),
    };
  });
}

/** The mechanical repair of a diagnostic, if it has one. */
export function quickFix(analysis: Analysis, found: Diagnostic): Edits | null {
  const { fix } = found;
  if (fix === null) return null;
  const written = fix.replacement.trim();
  const told = words(analysis);
  if (written === '')
    return { title: told.remove(analysis.tree.text.slice(fix.span.start, fix.span.end)), edits: [fix] };
  const title = fix.replacement.includes('\n') ? told.rewrite : told.write(written);
  return { title, edits: [fix] };
}
