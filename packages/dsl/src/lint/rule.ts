import type { Fix } from '../diagnostics/diagnostic.js';
import { kind } from '../diagnostics/kind.js';
import type { Language, Sentence } from '../diagnostics/kind.js';
import type { Span } from '../text/span.js';
import type { Subject } from './subject.js';

/** `hint`: worth a look; `warning`: most likely not what was meant. Only warnings let `benchbook lint` end with 1. */
export type LintSeverity = 'warning' | 'hint';

/** What a rule found at a place. */
export interface LintFinding {
  readonly code: string;
  readonly severity: LintSeverity;
  readonly span: Span;
  readonly said: Readonly<Record<Language, Sentence>>;
  /** The repair: edits to make together, none where a person has to decide. */
  readonly edits: readonly Fix[];
  /** What the edits do, where they do not say so themselves; null: what they write says it. */
  readonly repair: Readonly<Record<Language, string>> | null;
}

/** A rule of style, or a smell. */
export interface LintRule {
  readonly code: string;
  /** What it is called in a list. */
  readonly title: Readonly<Record<Language, string>>;
  readonly severity: LintSeverity;
  /** `safe`: made by `--fix`, since the rulebook says the same afterwards; `offered`: made when a person asks for it. */
  readonly fix: 'safe' | 'offered' | null;
  readonly look: (subject: Subject) => readonly LintFinding[];
}

/** A place that a rule does not like, with what its sentences need. */
export interface Place<Data> {
  readonly span: Span;
  readonly data: Data;
  readonly edits?: readonly Fix[];
}

type Writing<Data> = (data: Data) => string | readonly [text: string, hint: string | null];

interface Written<Data> extends Omit<LintRule, 'look'> {
  readonly en: Writing<Data>;
  readonly zh: Writing<Data>;
  readonly repair?: LintFinding['repair'];
  readonly look: (subject: Subject) => readonly Place<Data>[];
}

/** A rule, its sentences bound to the data that its look finds. */
export function rule<Data>({ code, title, severity, fix, en, zh, repair = null, look }: Written<Data>): LintRule {
  const said = kind<Data>(severity, en, zh);
  return {
    code,
    title,
    severity,
    fix,
    look: (subject) =>
      look(subject).map(({ span, data, edits = [] }) => ({
        code,
        severity,
        span,
        said: { en: said.en(data), zh: said.zh(data) },
        edits,
        repair,
      })),
  };
}
