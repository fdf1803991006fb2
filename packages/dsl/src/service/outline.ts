import type { MeaningKind } from '../check/uses.js';
import type { Declaration } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { textAt, usesWithin } from './analysis.js';
import type { Analysis } from './analysis.js';

/** An entry of a file's table of contents. */
export interface OutlineEntry {
  readonly name: string;
  /** The label it is shown under, or what a nameless declaration says. */
  readonly detail: string | null;
  readonly kind: Exclude<Declaration['noun'], null> | MeaningKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineEntry[];
}

const LONGEST = 60;

/** The declarations of a file in their order, each with its columns, labels and terms. */
export function outline(analysis: Analysis): readonly OutlineEntry[] {
  return analysis.tree.declarations.flatMap((declaration) => {
    const { noun, name, nounSpan, span } = declaration;
    if (noun === null) return [];
    const said = textAt(analysis, { start: nounSpan.end, end: span.end }).trim().replace(/\s+/g, ' ');
    return [
      {
        name: name?.text ?? noun,
        detail: name ? labelOf(analysis, declaration) : shortened(said),
        kind: noun,
        span,
        nameSpan: name?.span ?? nounSpan,
        children: partsOf(analysis, declaration),
      },
    ];
  });
}

function labelOf({ language }: Analysis, { label, translations }: Declaration): string | null {
  return translations[language] ?? label;
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** What a declaration gives names to inside; a label that several rows give stands once. */
function partsOf(analysis: Analysis, { span, name }: Declaration): readonly OutlineEntry[] {
  const parts = usesWithin(analysis, span).filter((use) => use.defines && use.span.start !== name?.span.start);
  const seen = new Set<string>();
  return parts.flatMap(({ means, span: nameSpan }) => {
    if (seen.has(means.name)) return [];
    seen.add(means.name);
    const line = analysis.tree.lines.line(nameSpan.start);
    const whole = { start: analysis.tree.lines.lineStart(line), end: analysis.tree.lines.lineEnd(line) };
    return [{ name: means.name, detail: null, kind: means.kind, span: whole, nameSpan, children: [] }];
  });
}
