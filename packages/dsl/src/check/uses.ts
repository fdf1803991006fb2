import type { Expression, ValueType } from '../model/expression.js';
import type { Source } from '../model/model.js';
import type { Span } from '../text/span.js';
import type { CheckedNoun } from './checked.js';

/** What a name may stand for: a declaration, a column of a source or of a table, a label, a term, a word of the language. */
export type MeaningKind = CheckedNoun | 'column' | 'label' | 'term' | 'function' | 'judgement';

/** What a name stands for. `owner` is the declaration a column, a label or a term belongs to; null for all others. */
export interface Meaning {
  readonly kind: MeaningKind;
  readonly owner: string | null;
  readonly name: string;
}

/** A place where something is named. `defines`: here it gets its name; a label may be written in several rows. */
export interface NameUse {
  readonly span: Span;
  readonly means: Meaning;
  readonly defines: boolean;
}

/** What the checker was looking for where it read a name or a cell: from this an editor knows what may stand there. */
export type Want =
  | { readonly kind: 'declaration'; readonly noun: CheckedNoun }
  /** Any name that means something on these rows. */
  | { readonly kind: 'name'; readonly entity: Source | null; readonly row: Source | null; readonly judged: boolean }
  /** A column of a source. */
  | { readonly kind: 'column'; readonly source: Source }
  /** A further column of a level's, a band's or a table's rows. */
  | { readonly kind: 'output'; readonly names: readonly string[] }
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  /** The header of a table whose columns are given. */
  | { readonly kind: 'header'; readonly names: readonly string[] }
  | { readonly kind: 'figure' }
  /** What the subject is compared with. */
  | { readonly kind: 'value'; readonly subject: Expression }
  /** A condition cell. */
  | {
      readonly kind: 'condition';
      readonly subject: Expression | null;
      readonly type: ValueType;
      readonly labels: readonly string[] | null;
    }
  | { readonly kind: 'unit' }
  | { readonly kind: 'threshold' }
  /** A path that names numbers. */
  | { readonly kind: 'path' }
  | { readonly kind: 'column type' }
  /** A cell that holds one value. */
  | { readonly kind: 'cell'; readonly type: ValueType };

export interface Wanted {
  readonly span: Span;
  readonly want: Want;
}

export const sameMeaning = (a: Meaning, b: Meaning): boolean =>
  a.kind === b.kind && a.owner === b.owner && a.name === b.name;

/** One text a means: two names are the same thing when these are equal. */
export const meaningKey = ({ kind, owner, name }: Meaning): string => `${kind} ${owner ?? ''}\n${name}`;

/** By place, each place once: the checker may look at a name more than once. What defines goes before what uses. */
export function distinctUses(uses: readonly NameUse[]): readonly NameUse[] {
  const byStart = new Map<number, NameUse>();
  for (const use of uses) {
    const known = byStart.get(use.span.start);
    if (known === undefined || (use.defines && !known.defines)) byStart.set(use.span.start, use);
  }
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}
