import type { FileText } from '../text/files.js';
import type { Span } from '../syntax/span.js';
import type { DecisionTable, FixedThreshold, Threshold } from './decision-table.js';
import type { Constant, Expression, Figure, Quantity, ValueType } from './expression.js';
import type { Planning } from './planning/planning.js';
import type { WhatIf } from './scenario.js';
import type { Unit } from './unit.js';

/** What a label is in other languages, where the rulebook says so. */
export type Translations = Readonly<Partial<Record<'en' | 'zh', string>>>;

/** What every declaration carries. `span` is its whole text, `nameSpan` its name; `line` is 1-based, in the file that `span` lies in. */
export interface Declared {
  readonly name: string;
  readonly label: string | null;
  readonly translations: Translations;
  /** The `##` lines above it, joined by newlines. */
  readonly doc: string | null;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly line: number;
}

export type ColumnType =
  | { readonly kind: 'text'; /** the source whose key this column holds */ readonly references: string | null }
  | { readonly kind: 'count' }
  | { readonly kind: 'number' }
  /** `inPoints`: the file holds 20 for 20%; otherwise 0.2 or "20%". */
  | { readonly kind: 'percent'; readonly inPoints: boolean }
  | {
      readonly kind: 'money';
      /** What the rules see. */
      readonly currency: string;
      /** How many units of `currency` the file's 1 is: 10000 for 万元. */
      readonly scale: Quantity['value'];
      /** The file's own currency and the rate it was converted at, when they differ. */
      readonly converted: Conversion | null;
    }
  /** `format`: as in strptime, null for ISO 8601. */
  | { readonly kind: 'date'; readonly format: string | null }
  | { readonly kind: 'boolean' };

export type Conversion =
  | {
      readonly kind: 'constant';
      readonly from: string;
      readonly rate: Quantity['value'];
      readonly dated: string | null;
    }
  /** At what a table says for each row; `on` is the column whose day counts, null for the day from which everything looks back. */
  | { readonly kind: 'table'; readonly from: string; readonly table: string; readonly on: string | null };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly from:
    | { readonly kind: 'header'; readonly header: string }
    | { readonly kind: 'derived'; readonly expression: Expression }
    | { readonly kind: 'not available' };
  /** What an amount of the file is multiplied by, row by row; null where it is converted at one rate or not at all. */
  readonly rate: Expression | null;
  readonly label: string | null;
  readonly translations: Translations;
  readonly span: Span;
  readonly line: number;
}

export interface Alias {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

/** A table of rows outside the rulebook. `path` is null for a source that someone does not have. */
export interface Source extends Declared {
  readonly path: string | null;
  readonly pathSpan: Span | null;
  readonly key: string | null;
  /** The column that names a row to a reader: `named COLUMN`, else `name`, else the key. */
  readonly naming: string | null;
  readonly columns: readonly Column[];
  readonly aliases: Readonly<Record<string, readonly Alias[]>>;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly delimiter: string | null;
  /** Texts that stand for no value, beside the empty one. */
  readonly missing: readonly string[];
  /** The day its rows are of, in ISO form; null where it does not say. */
  readonly dated: string | null;
  /** What to do with a second row of the same key: `refuse` (the default) is an error. */
  readonly duplicates: 'refuse' | 'first' | 'last';
}

export interface Param extends Declared {
  readonly value:
    | { readonly kind: 'one'; readonly constant: Constant }
    | { readonly kind: 'list'; readonly items: readonly Constant[] };
  readonly type: ValueType;
}

export interface Context extends Declared {
  readonly citation: string | null;
  readonly dated: string | null;
  readonly table: DecisionTable<Constant | null>;
}

export interface Population extends Declared {
  readonly source: string;
  readonly where: Expression | null;
  readonly top: Top | null;
}

/** `top 20% by x`: rounded up in exact arithmetic; ties are broken by the key. */
export interface Top {
  readonly amount:
    { readonly kind: 'share'; readonly share: Quantity } | { readonly kind: 'rows'; readonly rows: Quantity };
  readonly by: Expression;
}

export interface Band extends Declared {
  readonly source: string;
  readonly table: DecisionTable<Constant | null>;
}

export interface Lookup extends Declared {
  readonly table: DecisionTable<Constant | null>;
}

export interface Metric extends Declared {
  readonly source: string;
  readonly unit: Unit;
  readonly expression: Expression;
  /** Answers 0/0 and x/0. */
  readonly ifEmpty: Quantity | null;
  /** Answers a missing input. */
  readonly ifMissing: Quantity | null;
  /** How far from a threshold is wholly short of it: 1 as a shortfall. Null: as far as the threshold is from 0. */
  readonly shortfallScale: Quantity | null;
}

/** Thresholds: one outcome per metric named in the header, null where the cell is `-`. */
export interface Benchmark extends Declared {
  readonly source: string;
  readonly metrics: readonly string[];
  readonly table: DecisionTable<Threshold | null>;
}

export interface Apply {
  readonly population: string;
  readonly benchmarks: readonly string[];
  readonly combine: 'strictest' | 'loosest' | 'first';
  readonly span: Span;
  readonly line: number;
}

/**
 * Whom a population's benchmarks are not asked of, by metric: an entity that certainly falls under a row is not judged on that row's
 * metrics. Without `metrics` a row excuses from all of them.
 */
export interface Waiver extends Declared {
  readonly population: string;
  readonly table: DecisionTable<WaiverCell | null>;
}

/** What a row gives: the metrics it excuses from, why, or the day from which it no longer does. */
export type WaiverCell =
  | { readonly kind: 'metrics'; readonly metrics: readonly string[] }
  | { readonly kind: 'reason'; readonly text: string };

/** The first output is the level's label; further ones (`points`, `because`) are reached as `risk.points`. */
export interface Level extends Declared {
  /** The labels in the order of the rows. */
  readonly labels: readonly string[];
  readonly table: DecisionTable<Constant | null>;
}

/** Row conditions are on `rank`, 1 for the largest value of `by`. */
export interface Tier extends Declared {
  readonly population: string;
  readonly by: Expression;
  readonly labels: readonly string[];
  readonly table: DecisionTable<Constant | null>;
}

export interface Score extends Declared {
  readonly population: string;
  readonly times: Quantity | null;
  readonly terms: readonly ScoreTerm[];
  /** What the score can reach at all, and given each label of each level among its terms, in level order. */
  readonly range: ScoreRange;
}

export interface ScoreTerm {
  readonly name: string;
  readonly weight: Quantity;
  readonly value: Expression;
  /** The attainable values of `value`; null where the checker cannot tell. */
  readonly range: readonly [number, number] | null;
  readonly span: Span;
  readonly line: number;
}

export interface ScoreRange {
  readonly all: readonly [number, number] | null;
  readonly byLevel: readonly {
    readonly level: string;
    readonly label: string;
    readonly range: readonly [number, number];
  }[];
}

export interface Target extends Declared {
  readonly population: string;
  readonly by: string | null;
  readonly rows: readonly TargetRow[];
}

export interface TargetRow {
  /** As written: `passed(contact_density)`. */
  readonly text: string;
  readonly measure: Figure;
  readonly attain: FixedThreshold;
  /** The scenario compared with; null when the measure needs none. */
  readonly from: string | null;
  readonly span: Span;
  readonly line: number;
}

/** A condition on figures: `missing(accounts.industry) <= 5%`, `unique(accounts.account_id)`. */
export interface FigureCondition {
  readonly left: Figure;
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'holds';
  readonly right: Figure | null;
  /** Decimals of the literal it is compared with, as shown: 2 for 1.73%, 0 for 1_339; null when both sides are computed. */
  readonly digits: number | null;
  readonly text: string;
  readonly span: Span;
  readonly line: number;
}

export interface Check {
  readonly condition: FigureCondition;
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  readonly line: number;
}

export interface Test extends Declared {
  readonly onData: boolean;
  readonly given: readonly GivenRows[];
  readonly expect: readonly Expectation[];
}

/** Literal rows for a source or a population; null is a missing value. */
export interface GivenRows {
  readonly of: string;
  readonly isPopulation: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Constant | null)[])[];
  readonly span: Span;
}

/** Expected rows are found by the key column; a number is compared at the digits it is written with. */
export type Expectation =
  | {
      readonly kind: 'rows';
      readonly population: string;
      /** `top 5 by priority`: the rows are the first ones in that order, compared one by one; null: found by their key. */
      readonly top: { readonly rows: number; readonly by: Expression } | null;
      readonly columns: readonly string[];
      readonly rows: readonly { readonly cells: readonly ExpectedCell[]; readonly span: Span; readonly line: number }[];
      readonly span: Span;
    }
  | { readonly kind: 'condition'; readonly condition: FigureCondition };

/** `constant` null: expected to be unknown (or not to be judged, where `text` is `-`). */
export interface ExpectedCell {
  readonly text: string;
  readonly constant: Constant | null;
  readonly expression: Expression;
  /** Decimals of a number as written: 2 for 16.00 and for 1.73%; null for other values. */
  readonly digits: number | null;
  readonly span: Span;
}

export type ShowForm = 'bars' | 'table' | 'heatmap' | 'distribution' | 'matrix' | 'scatter' | 'line';

/** `show priority by industry, size as heatmap`. */
export interface Show {
  readonly name: string;
  readonly population: string;
  /** What is drawn; null when the population itself is listed. */
  readonly what: Expression | null;
  readonly by: readonly Expression[];
  readonly top: { readonly rows: number; readonly by: Expression } | null;
  readonly form: ShowForm;
  readonly label: string | null;
  readonly span: Span;
  readonly line: number;
}

/** A rulebook that has passed the checker. Every name inside resolves, every expression is typed. */
export interface Model extends WhatIf {
  readonly name: string;
  readonly label: string | null;
  readonly translations: Translations;
  readonly version: string | null;
  /** The day from which everything looks back, in ISO form; null where nothing says it. */
  readonly asOf: string | null;
  /** The file that was asked for, as given to the checker. */
  readonly file: string;
  /** Every file it was read from, that one first; spans point into them: see `textOf` and `placeOf`. */
  readonly files: readonly FileText[];
  readonly sources: readonly Source[];
  readonly params: readonly Param[];
  readonly contexts: readonly Context[];
  readonly populations: readonly Population[];
  readonly bands: readonly Band[];
  readonly lookups: readonly Lookup[];
  readonly metrics: readonly Metric[];
  readonly benchmarks: readonly Benchmark[];
  readonly applies: readonly Apply[];
  readonly waivers: readonly Waiver[];
  readonly levels: readonly Level[];
  readonly tiers: readonly Tier[];
  readonly scores: readonly Score[];
  readonly targets: readonly Target[];
  readonly checks: readonly Check[];
  readonly tests: readonly Test[];
  readonly shows: readonly Show[];
  readonly planning: Planning;
}
