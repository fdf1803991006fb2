/**
 * What a run found in the data, as far as an editor shows it. Plain JSON: the engine makes it, the server sends it, and
 * everything here may be absent. Declarations and columns are found by their names, rows of tables by their text, so
 * that facts stay true while the rulebook is being edited.
 */
export interface DataFacts {
  /** The population that metrics, labels and rows were counted over. */
  readonly population: { readonly name: string; readonly size: number } | null;
  readonly sources: Readonly<Record<string, SourceFacts>>;
  /** Of each metric and score, over the population. */
  readonly values: Readonly<Record<string, ValueFacts>>;
  /** Of each level, band and tier: how many have each label. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of each benchmark, level, band and tier: what its rows did. */
  readonly rows: Readonly<Record<string, readonly RowFacts[]>>;
}

export interface SourceFacts {
  readonly rows: number;
  readonly columns: Readonly<Record<string, ColumnFacts>>;
}

/** The values of a column. `top`: the most frequent ones, texts as rules compare them, most frequent first, at most 200. */
export interface ColumnFacts {
  readonly missing: number;
  readonly distinct: number;
  readonly top: readonly ValueCount[];
  /** Of a number or a date; null for others and where nothing is known. */
  readonly spread: Spread | null;
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** The values of a metric or a score, in its own unit (a percent as a fraction). */
export interface ValueFacts {
  readonly known: number;
  readonly unknown: number;
  readonly mean: number | null;
  readonly spread: Spread | null;
}

/** Numbers, or days as ISO texts. */
export type Ordered = number | string;

export interface Spread {
  readonly min: Ordered;
  readonly max: Ordered;
  /** The tenth, 25th, 50th, 75th and 90th percentile. */
  readonly p10: Ordered;
  readonly p25: Ordered;
  readonly p50: Ordered;
  readonly p75: Ordered;
  readonly p90: Ordered;
  /** Counts over equal steps, or over steps of equal ratio where `scale` is `log`; each bin without its upper edge, but the last. */
  readonly scale: 'linear' | 'log';
  readonly bins: readonly Bin[];
}

export interface Bin {
  readonly low: Ordered;
  readonly high: Ordered;
  readonly count: number;
}

/** What one row of a table did. */
export interface RowFacts {
  /** The row as written, trimmed: how it is found again. */
  readonly text: string;
  /** How many the row decided. */
  readonly decided: number;
  /** Of a benchmark's row: how many fail something it asks. */
  readonly failed: number | null;
}
