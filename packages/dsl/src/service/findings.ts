import { message } from '../diagnostics/diagnostic.js';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import type { Severity } from '../diagnostics/kind.js';
import type { LintFinding } from '../lint/rule.js';
import type { Span } from '../text/span.js';
import { isOwn, locationOf } from './analysis.js';
import type { Analysis, Location } from './analysis.js';
import { REPAIRS } from './repairs.js';
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
export const findings = (analysis: Analysis): readonly Finding[] =>
  analysis.diagnostics.filter(({ span }) => isOwn(analysis, span)).map((found) => ofDiagnostic(analysis, found));

/** What could be written better there; an editor asks for it when typing pauses. Nothing while something is wrong. */
export const styleFindings = (analysis: Analysis): readonly Finding[] =>
  analysis.style().map((found) => ofStyle(analysis, found));

function ofDiagnostic(analysis: Analysis, found: Diagnostic): Finding {
  const { code, severity, span } = found;
  const { text, hint } = message(found, analysis.language);
  return {
    code,
    severity,
    span,
    message: text,
    hint,
    page: `docs/diagnostics/${code}.md`,
    related: found.related.map((one) => ({ at: locationOf(analysis, one), message: words(analysis).seeHere })),
    fix: quickFix(analysis, found),
  };
}

function ofStyle(analysis: Analysis, found: LintFinding): Finding {
  const { code, severity, span, said } = found;
  const { text, hint } = said[analysis.language];
  const fix = styleFix(analysis, found);
  return { code, severity, span, message: text, hint, page: `docs/lint/${code}.md`, related: [], fix };
}

/** The mechanical repair of a diagnostic, if it has one. */
export function quickFix(analysis: Analysis, found: Diagnostic): Edits | null {
  const { fix, code } = found;
  return fix ? { title: titleOf(analysis, fix), edits: [fix] } : (REPAIRS[code]?.(analysis, found) ?? null);
}

/** The repair of a finding about style, if it has one. */
export function styleFix(analysis: Analysis, { edits, repair }: LintFinding): Edits | null {
  const [first, second] = edits;
  if (first === undefined) return null;
  const written = second === undefined ? titleOf(analysis, first) : words(analysis).rewrite;
  return { title: repair?.[analysis.language] ?? written, edits };
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';

function titleOf(analysis: Analysis, { span, replacement }: Fix): string {
  const told = words(analysis);
  const written = replacement.trim();
  if (written === '') return told.remove(firstLine(analysis.tree.text.slice(span.start, span.end)));
  return written.includes('\n') ? told.rewrite : told.write(written);
}
