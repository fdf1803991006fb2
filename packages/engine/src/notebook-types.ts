import type { LevelReport, Notice, ShowResult } from './results.js';
import type { Language } from './workbook-types.js';

export interface NotebookOptions {
  /** Of labels and sentences; English by default. */
  readonly language?: Language;
  readonly signal?: AbortSignal;
}

/** A notebook that was run: the cells of the document that was asked for, in their order. */
export interface NotebookRun {
  readonly cells: readonly NotebookCell[];
}

/** What the words after a fence's language say. */
export interface CellInfo {
  /** `hidden`: the results are shown, the rules or the query are not. */
  readonly hidden: boolean;
  /** `under NAME`: the scenario its results are of; null for base. */
  readonly under: string | null;
  /** `as FORM`: how the rows of a query are drawn. */
  readonly form: ShowResult['form'];
  /** `into NAME`: what other queries call the rows of this one; null where they do not. */
  readonly into: string | null;
}

export interface NotebookCell {
  readonly language: 'bench' | 'sql';
  readonly info: CellInfo;
  readonly file: string;
  /** Of the opening fence, 1-based. */
  readonly line: number;
  /** Of the closing fence, 1-based; the last line of the document where there is none. */
  readonly lastLine: number;
  /** What stands between the fences. */
  readonly text: string;
  readonly results: readonly CellResult[];
}

/** Something under a cell: small tables that are drawn, sentences, a control, or why there is nothing. */
export type CellResult =
  | CellFigure
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | { readonly kind: 'control'; readonly control: Control }
  | { readonly kind: 'notice'; readonly notice: Notice };

export interface CellFigure {
  readonly kind: 'figure';
  readonly figure: ShowResult;
  /** The levels whose labels take their colours. */
  readonly levels: readonly LevelReport[];
}

/** `met` null: neither good nor bad, or it cannot be told. */
export interface Statement {
  /** `warning`: of a check that only warns. */
  readonly about: 'population' | 'change' | 'target' | 'check' | 'warning' | 'test';
  readonly text: string;
  readonly met: boolean | null;
}

/** A number that a reader may move, with what each of its positions comes to. */
export interface Control {
  /** Stays the same while others come and go. */
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly positions: readonly {
    /** `20%` */
    readonly text: string;
    /** Whether the number stands there as it is. */
    readonly current: boolean;
    /** How many stand at another level than as it is. */
    readonly moved: number;
  }[];
  /** Every position with how many stand at each level. */
  readonly figure: CellFigure;
  /** Why no position moves anybody; null where one does. */
  readonly because: Notice | null;
}
