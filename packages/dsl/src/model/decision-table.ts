import type { Span } from '../syntax/span.js';
import type { ComparisonOperator, Constant, Expression, Quantity, Range, TextMatch, ValueType } from './expression.js';

/** Which rows answer when several match; it chooses whole rows. */
export type HitPolicy = 'unique' | 'any' | 'first' | 'priority' | 'collect';

/** What `collect` makes of the values of all rows that match: a list of them, or one value. */
export type Gathering = 'list' | 'sum' | 'min' | 'max' | 'count';

/** One condition cell, already parsed by its column's type. A missing input matches only `any` and `missing`. */
export type Condition =
  | { readonly kind: 'any' }
  | { readonly kind: 'missing' }
  /** Any value, as long as there is one. */
  | { readonly kind: 'known' }
  /** Any known value that no other row of this column lists. */
  | { readonly kind: 'else' }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly constant: Constant }
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'values'; readonly values: readonly Constant[]; readonly negated: boolean }
  | { readonly kind: 'match'; readonly how: TextMatch; readonly texts: readonly string[] }
  /** A comma list that mixes kinds: any of them. */
  | { readonly kind: 'either'; readonly conditions: readonly Condition[] }
  /** Any known value for which the other does not hold; values alone are negated themselves. */
  | { readonly kind: 'not'; readonly condition: Condition };

/** A threshold with a number of its own: what a target asks, and most cells of a benchmark. */
export type FixedThreshold =
  | {
      readonly kind: 'bound';
      readonly operator: '>=' | '>' | '<=' | '<';
      readonly quantity: Quantity;
      readonly span: Span;
    }
  | {
      readonly kind: 'range';
      readonly low: Quantity;
      readonly high: Quantity;
      readonly highIncluded: boolean;
      readonly span: Span;
    };

/**
 * `>= p75 within industry`: the bound is a percentile of the metric among an entity's peers, those of the population judged
 * that are in the same group (all of it, where `within` is empty) and whose value is known.
 */
export interface PeerThreshold {
  readonly kind: 'peers';
  readonly operator: '>=' | '>' | '<=' | '<';
  /** A fraction: 0.75 for p75, 0.5 for the median. Between two values it is interpolated. Its path ends in `.percentile`. */
  readonly percentile: Quantity;
  /** What an entity shares with its peers. */
  readonly within: readonly TableInput[];
  /** With fewer known values than these the threshold is unknown: `peers at least 10`, else 5. One path for a whole benchmark. */
  readonly least: Quantity;
  readonly span: Span;
}

/** A threshold: what a benchmark's cell asks of a metric. `-` is null where thresholds stand. */
export type Threshold = FixedThreshold | PeerThreshold;

export interface TableInput {
  readonly name: string;
  readonly expression: Expression;
  readonly span: Span;
}

export interface TableOutput {
  readonly name: string;
  /** What the table gives: of the cells' own type, unless values are collected into a list or counted. */
  readonly type: ValueType;
  /** What each cell holds. */
  readonly cells: ValueType;
  /** Its place among the cells of a row, from 0. */
  readonly column: number;
  readonly span: Span;
}

/** One row. `line` is 1-based in the file, for explanations; `text` is the row as written, trimmed. */
export interface TableRow<Outcome> {
  /** What stands in the brackets of its numbers' paths: `金融服务业`; empty for the only row of a table without a key. */
  readonly key: readonly string[];
  readonly conditions: readonly Condition[];
  readonly outcomes: readonly Outcome[];
  readonly span: Span;
  readonly line: number;
  readonly text: string;
}

/** A decision table: conditions on the inputs choose a row, the row gives the outputs. */
export interface DecisionTable<Outcome> {
  readonly hit: HitPolicy;
  /** What `collect` makes of several values; null for every other policy. */
  readonly gathering: Gathering | null;
  /** The places of the rows in the order in which they are preferred: as written, or by the declared order of the outputs. */
  readonly order: readonly number[];
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rows: readonly TableRow<Outcome>[];
  readonly span: Span;
}
