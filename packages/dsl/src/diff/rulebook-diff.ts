import type { Place } from '../text/files.js';

/** How two rulebooks differ, by what they say: layout, comments, and order that says nothing do not count. */
export interface RulebookDiff {
  /** In the order of the new text; what was removed stands last, in the order of the old one. */
  readonly changes: readonly DeclarationChange[];
}

/** A declaration that is not what it was. `name` is what it is called now (`apply`: its population; `show`, `check`: its text). */
export interface DeclarationChange {
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed';
  readonly noun: string;
  readonly name: string;
  /** What it was called, where it is called something else. */
  readonly before: string | null;
  /** Where it stood and where it stands; null where it does not. */
  readonly from: Place | null;
  readonly to: Place | null;
  /** What is different in it; empty where all of it is new or gone. */
  readonly details: readonly Difference[];
}

/** One difference inside a declaration. A text that is null is not there. */
export type Difference =
  | {
      /** The label, its translation or the doc lines; a clause other than a table, as written on one line. */
      readonly kind: 'label' | 'translation' | 'doc' | 'clause';
      /** The clause's keyword, or the language of a translation. */
      readonly what: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly lines: Lines;
    }
  | {
      readonly kind: 'cell';
      readonly table: string;
      /** The cells that tell the row from others: `科技业`. Empty in a table without conditions. */
      readonly row: string;
      readonly column: string;
      readonly from: string;
      readonly to: string;
      /** How far the number moved, in its unit: `+5pp`. */
      readonly difference: string | null;
      readonly lines: Lines;
    }
  | {
      readonly kind: 'row added' | 'row removed';
      readonly table: string;
      readonly row: string;
      /** As written. */
      readonly text: string;
      readonly lines: Lines;
    }
  | {
      readonly kind: 'column added' | 'column removed';
      readonly table: string;
      readonly column: string;
      readonly lines: Lines;
    }
  /** Rows stand in another order, in a table where the order decides. */
  | {
      readonly kind: 'order';
      readonly table: string;
      readonly from: string;
      readonly to: string;
      readonly lines: Lines;
    };

/** The 1-based lines, in the old file and in the new one. */
export interface Lines {
  readonly from: number | null;
  readonly to: number | null;
}
