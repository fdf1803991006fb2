import type { Span } from '../text/span.js';
import { judgingKinds } from './judging-kinds.js';
import type { DiagnosticKind, Language, Sentence, Severity } from './kind.js';
import { meaningKinds } from './meaning-kinds.js';
import { nameKinds } from './name-kinds.js';
import { decisionKinds } from './decision-kinds.js';
import { planningKinds } from './planning-kinds.js';
import { scenarioKinds } from './scenario-kinds.js';
import { syntaxKinds } from './syntax-kinds.js';
import { tableKinds } from './table-kinds.js';
import { typeKinds } from './type-kinds.js';
import { uncertainKinds } from './uncertain-kinds.js';

/** Every diagnostic there is, by its stable code. */
export const KINDS = {
  ...syntaxKinds,
  ...nameKinds,
  ...typeKinds,
  ...tableKinds,
  ...decisionKinds,
  ...meaningKinds,
  ...judgingKinds,
  ...planningKinds,
  ...scenarioKinds,
  ...uncertainKinds,
} as const;

export type Code = keyof typeof KINDS;
export type DataOf<C extends Code> = (typeof KINDS)[C] extends DiagnosticKind<infer Data> ? Data : never;

/** A mechanical repair: put `replacement` where `span` is. */
export interface Fix {
  readonly span: Span;
  readonly replacement: string;
}

/** One thing to say about a place in a rulebook. `data` holds what its sentences need. */
export interface Diagnostic<C extends Code = Code> {
  readonly code: C;
  readonly severity: Severity;
  readonly span: Span;
  readonly data: DataOf<C>;
  /** Other places that help to understand it: the first of two declarations, the row it clashes with. */
  readonly related: readonly Span[];
  readonly fix: Fix | null;
}

export function diagnostic<C extends Code>(
  code: C,
  span: Span,
  data: DataOf<C>,
  more: { related?: readonly Span[]; fix?: Fix } = {},
): Diagnostic<C> {
  return { code, severity: KINDS[code].severity, span, data, related: more.related ?? [], fix: more.fix ?? null };
}

/** The diagnostic's sentence, and what to do about it, in the language asked for. */
export function message(found: Diagnostic, language: Language): Sentence {
  const kind = KINDS[found.code] as DiagnosticKind<DataOf<Code>>;
  return kind[language](found.data);
}

/** By place; at one place in the order of their codes. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.span.start - b.span.start || a.code.localeCompare(b.code);
