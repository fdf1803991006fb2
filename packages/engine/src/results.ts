/**
 * What a run answers, as plain data: the JSON of `benchbook run --format json`, of the server and of the page.
 * Browser-safe: types and pure helpers only. Field names are stable and snake_case; see docs/reference/report-json.md.
 *
 * Percents are fractions (0.0173); every figure that is shown has its display text beside it (`1.73%`).
 */
export const REPORT_SCHEMA = 'benchbook.report/1';

/** Something worth knowing that is neither a figure nor a fault: rows left out, a tie at a cut, an unreadable cell. */
export interface Notice {
  /** Stable code, `D2xx` for data, `R3xx` for runs; its page is docs/diagnostics/CODE.md. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** The sentence in the language asked for: what happened, where, what to do. */
  readonly text: string;
  readonly file: string | null;
  readonly line: number | null;
  /** Rows concerned, if it counts any. */
  readonly count: number | null;
}

export interface SourceReport {
  readonly name: string;
  readonly label: string | null;
  /** null when the rulebook says the source is not available. */
  readonly path: string | null;
  readonly rows_read: number;
  readonly rows_kept: number;
  /** Every row that did not come along, by reason; `rows` are the first few row numbers (1 is the first row under the header). */
  readonly dropped: readonly { readonly reason: string; readonly count: number; readonly rows: readonly number[] }[];
  /** Rows without a value, by column; columns without gaps are absent. */
  readonly missing: Readonly<Record<string, number>>;
  /** Cells that could not be read as their column's type and became missing. */
  readonly unreadable: Readonly<Record<string, number>>;
  /** Rows whose reference finds nothing, by column; a blank reference counts as missing, not here. */
  readonly orphans: Readonly<Record<string, number>>;
}

export interface PopulationReport {
  readonly name: string;
  readonly label: string | null;
  readonly source: string;
  readonly size: number;
  /** Rows of the source it was chosen from. */
  readonly of: number;
  /** Left out by `where`, left out because `where` was unknown for them, and below the `top` cut. */
  readonly left_out: { readonly where: number; readonly unknown: number; readonly below_cut: number };
  /** The last value that made the cut and how many rows tie with it beyond the cut; null without `top`. */
  readonly cut: { readonly by: string; readonly display: string; readonly tied_out: number } | null;
}

export type MetricFigures = 'mean' | 'median' | 'p10' | 'p90' | 'min' | 'max' | 'zero_share' | 'pass_rate';

export interface MetricReport {
  readonly label: string | null;
  readonly doc: string | null;
  readonly unit: string;
  readonly kind: 'number' | 'count' | 'percent' | 'points' | 'money' | 'duration' | 'ratio';
  readonly mean: number | null;
  readonly median: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Share of the known values that are exactly 0. */
  readonly zero_share: number | null;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly not_judged: number;
  /** passed / (passed + failed). */
  readonly pass_rate: number | null;
  readonly display: Readonly<Record<MetricFigures, string>>;
  readonly benchmarks: readonly BenchmarkLine[];
  readonly distribution: Distribution;
  /** Related rows left out of the aggregates because a `where` was unknown for them. */
  readonly rows_left_out: number;
  /** Where it is declared. */
  readonly file: string;
  readonly line: number;
  /** Its formula as written. */
  readonly formula: string;
}

/** One threshold that some entities were judged by: how many, and the rule's row it stands in. */
export interface BenchmarkLine {
  readonly benchmark: string;
  readonly text: string;
  readonly value: number;
  /** The upper end of a range; null for a bound. */
  readonly to: number | null;
  readonly count: number;
  readonly file: string;
  readonly line: number;
}

/** Counts of known values. A heavy tail gets logarithmic bins, zero standing apart. */
export interface Distribution {
  readonly scale: 'linear' | 'log';
  readonly zero: number;
  readonly bins: readonly { readonly low: number; readonly high: number; readonly count: number }[];
}

export interface LevelReport {
  readonly name: string;
  readonly label: string | null;
  readonly file: string;
  readonly line: number;
  /** In the order of the rulebook's rows; `cumulative` is the share of this label and all before it. */
  readonly labels: readonly {
    readonly label: string;
    readonly count: number;
    readonly share: number;
    readonly share_display: string;
    readonly cumulative: number;
    readonly cumulative_display: string;
    readonly rule: string;
    readonly file: string;
    readonly line: number;
  }[];
  readonly unknown: number;
}

export interface ScoreReport {
  readonly name: string;
  readonly label: string | null;
  readonly file: string;
  readonly line: number;
  readonly times: number;
  readonly unknown: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly attainable: readonly [number, number] | null;
  readonly attainable_by_level: readonly {
    readonly level: string;
    readonly label: string;
    readonly range: readonly [number, number];
  }[];
  readonly terms: readonly {
    readonly name: string;
    readonly text: string;
    readonly weight: number;
    /** cov(term, score) / var(score): how much of the ranking the term decides on this data; null when nothing varies. */
    readonly effective: number | null;
    /** The term's weighted attainable range over the sum of all; null where a range is not known. */
    readonly effective_by_range: number | null;
    readonly file: string;
    readonly line: number;
  }[];
}

export interface TargetReport {
  readonly name: string;
  readonly label: string | null;
  readonly by: string | null;
  readonly rows: readonly {
    readonly text: string;
    readonly value: number | null;
    readonly display: string;
    readonly attain: number;
    readonly attain_display: string;
    readonly met: boolean | null;
    /** attain − value in the measure's unit, positive while it falls short. */
    readonly gap: number | null;
    readonly gap_display: string;
    /** Entities that still have to move, where the measure is a share of them. */
    readonly entities_short: number | null;
    /** Why there is no value, if there is none. */
    readonly because: string | null;
    readonly file: string;
    readonly line: number;
  }[];
}

export interface CheckReport {
  readonly text: string;
  readonly severity: 'error' | 'warning';
  /** null: cannot be told. */
  readonly holds: boolean | null;
  readonly found: string;
  readonly file: string;
  readonly line: number;
}

/** Pass counts of the values of one dimension: industry × metric, size × metric. */
export interface Breakdown {
  readonly by: string;
  readonly label: string | null;
  readonly groups: readonly {
    /** null: no value. */
    readonly value: string | null;
    readonly count: number;
    readonly levels: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly metrics: Readonly<
      Record<
        string,
        { readonly passed: number; readonly failed: number; readonly unknown: number; readonly not_judged: number }
      >
    >;
  }[];
}

/** A small table for one `show`, drawn by the page and printed by the command. */
export interface ShowResult {
  readonly id: string;
  readonly title: string;
  readonly form: 'bars' | 'table' | 'heatmap' | 'distribution' | 'matrix' | 'scatter' | 'line' | 'fan' | 'gantt';
  readonly file: string;
  readonly line: number;
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly kind: 'text' | 'number' | 'percent' | 'count';
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Why it is empty, if it is. */
  readonly because: string | null;
}

export interface RankedEntity {
  readonly rank: number;
  readonly key: string;
  readonly name: string | null;
  readonly industry: string | null;
  readonly level: string | null;
  readonly score: number | null;
  readonly score_display: string;
  /** Filled from the level's `because` column, if it has one. */
  readonly because: string | null;
  /** Every discrete input of judging, by name. */
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly metrics: Readonly<Record<string, number | null>>;
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly rulebook: {
    readonly name: string;
    readonly label: string | null;
    readonly version: string | null;
    /** The day from which the rulebook looks back, `2024-12-31`; null where nothing says it. */
    readonly as_of: string | null;
    readonly file: string;
  };
  /** What was changed for this run; null for the rulebook as it stands. */
  readonly scenario: ScenarioReport | null;
  readonly sources: readonly SourceReport[];
  /** The population that is judged; a rulebook that judges several has one report for each (`--population`). */
  readonly population: PopulationReport;
  /** Counts by label, and `unknown`: `levels.risk.high`. */
  readonly levels: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly level_details: readonly LevelReport[];
  readonly metrics: Readonly<Record<string, MetricReport>>;
  readonly scores: readonly ScoreReport[];
  readonly targets: readonly TargetReport[];
  readonly checks: readonly CheckReport[];
  readonly breakdowns: readonly Breakdown[];
  readonly shows: readonly ShowResult[];
  /** By the first score, best first; unknown scores last, ties by key. */
  readonly ranking: readonly RankedEntity[];
  readonly notices: readonly Notice[];
  /** SHA-256 over the rulebook's text and every source's content: the same inputs give the same report. */
  readonly fingerprint: string;
}

/** How one metric was judged. */
export const STATES = ['failed', 'passed', 'unknown', 'not judged'] as const;
export type State = (typeof STATES)[number];

/**
 * The ranked table as it travels in Arrow: one row an entity, in ranking order.
 *
 * Columns, in this order: `rank` int32 · `key` utf8 · `name` utf8 · each dimension, dictionary<utf8> · each number column a
 * rule reads, float64 · for each metric `M` float64, `M.state` uint8 (index into STATES), `M.threshold` float64,
 * `M.shortfall` float64 · `failed`, `passed`, `unknown` uint8 · for each level `L` dictionary<utf8> (null: unknown) ·
 * for each tier, dictionary<utf8> · for each score `S` float64. A name of the rulebook's that one of these has already stands with its
 * source: `accounts.rank`.
 * Field metadata: `label.en` and `label.zh` (the label in that language), `role` (rank | key | name | dimension | number | metric | state | threshold | shortfall | count | level | tier |
 * score), `label`, `unit`, `kind`.
 */
export type ColumnRole =
  | 'rank'
  | 'key'
  | 'name'
  | 'dimension'
  | 'number'
  | 'metric'
  | 'state'
  | 'threshold'
  | 'shortfall'
  | 'count'
  | 'level'
  | 'tier'
  | 'score';

/** Why one entity stands where it stands. */
export interface Explanation {
  readonly population: string;
  readonly key: string;
  readonly name: string | null;
  /** null: its score is unknown, so it is not ranked. */
  readonly rank: number | null;
  readonly of: number;
  /** Columns, bands and tiers, in declared order. */
  readonly attributes: readonly {
    readonly name: string;
    readonly label: string | null;
    readonly display: string;
    readonly file: string;
    readonly line: number | null;
  }[];
  readonly metrics: readonly ExplainedMetric[];
  readonly levels: readonly {
    readonly name: string;
    readonly label: string | null;
    readonly value: string | null;
    readonly failed: number;
    readonly passed: number;
    readonly unknown: number;
    readonly because: string | null;
    readonly rule: RuleRow | null;
  }[];
  readonly scores: readonly {
    readonly name: string;
    readonly label: string | null;
    readonly value: number | null;
    readonly display: string;
    readonly times: number;
    readonly file: string;
    readonly line: number;
    readonly terms: readonly {
      readonly name: string;
      readonly text: string;
      readonly weight: number;
      readonly weight_display: string;
      readonly value: number | null;
      readonly display: string;
      /** times × weight × value. */
      readonly contribution: number | null;
      readonly contribution_display: string;
      readonly file: string;
      readonly line: number;
    }[];
  }[];
}

/** The scenario that a run is of: what it changed in the rulebook. */
export interface ScenarioReport {
  /** Null: only what was given from outside the rulebook, as with `--set`. */
  readonly name: string | null;
  readonly label: string | null;
  /** The scenarios it is made from, the one nearest to base first, itself the last. */
  readonly chain: readonly string[];
  /** Whether changes were given from outside the rulebook, too. */
  readonly given: boolean;
  /** Every number that is not what the rulebook says, in the order of the rulebook. */
  readonly moves: readonly MovedNumber[];
  /** Populations that are judged by other benchmarks. */
  readonly applied: readonly {
    readonly population: string;
    readonly benchmarks: readonly string[];
    readonly combine: 'strictest' | 'loosest' | 'first';
    readonly by: string | null;
    readonly file: string | null;
    readonly line: number | null;
  }[];
}

/** A number that a scenario moved: `>= 60%` to `>= 40%`, by the scenario `milder`, on its line 12. */
export interface MovedNumber {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** `rescaled`: a weight that made room for others. */
  readonly how: 'set' | 'scaled' | 'shifted' | 'rescaled';
  /** Null, and no place: given from outside the rulebook. */
  readonly by: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

/** The row of the rulebook that decided, as written, and where it stands. */
export interface RuleRow {
  readonly declaration: string;
  /** The header row of its table, as written. */
  readonly header: string;
  readonly text: string;
  /** Which of its cells decided, from 0. */
  readonly cell: number;
  /** Its numbers that the run's scenario moved; the text is what the rulebook says. */
  readonly moved: readonly MovedNumber[];
  readonly file: string;
  readonly line: number;
}

/** The declarations that hold a decision table. */
export type TableNoun = 'band' | 'tier' | 'benchmark' | 'waiver' | 'level' | 'table' | 'context';

/**
 * How many rows of data each row of a decision table answered for, in one run: `hits[0]` is the first row's. Of a benchmark it counts
 * those of whom the row decided a threshold.
 */
export interface TableHits {
  readonly noun: TableNoun;
  readonly name: string;
  readonly hits: readonly number[];
}

export interface ExplainedMetric {
  readonly name: string;
  readonly label: string | null;
  readonly doc: string | null;
  readonly unit: string;
  readonly value: number | null;
  readonly display: string;
  readonly state: State;
  /** The threshold that was applied; null when not judged or unknown. */
  readonly threshold: { readonly text: string; readonly value: number; readonly to: number | null } | null;
  /**
   * Where the deciding row compares with peers: `p75 within industry`, how many of them have a known value (the entity itself is one),
   * and how many it takes for a threshold.
   */
  readonly peers: { readonly text: string; readonly known: number; readonly least: number } | null;
  readonly shortfall: number | null;
  readonly shortfall_display: string;
  /** Why the entity is excused from it; null where it is not. */
  readonly waived: string | null;
  /** The rows of waivers that excuse from it, then those of every benchmark that was asked, the deciding one first. */
  readonly rules: readonly RuleRow[];
  readonly formula: string;
  readonly file: string;
  readonly line: number;
  /** The parts of the formula with their values: `count(contacts)` 0, `annual_revenue` 56,310,000.00 CNY. */
  readonly inputs: readonly { readonly text: string; readonly value: number | null; readonly display: string }[];
  /** `if empty` or `if missing` answered. */
  readonly answered_by: 'formula' | 'if empty' | 'if missing' | null;
}

/** A place in the rulebook that needs attention. */
export interface DiagnosticReport {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  readonly hint: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What the page asks for first: `GET /api/state?lang=en|zh`. `report` is the last good one; `stale` says that the text on disk no
 * longer gives it (its errors are in `diagnostics`). `revision` grows with each change; `GET /api/events` sends it.
 */
export interface WorkbenchState {
  readonly revision: number;
  /** Without its ranking: that is `GET /api/ranking.arrow`. */
  readonly report: Report | null;
  /** When it was made, ISO 8601; null while there is none. */
  readonly report_at: string | null;
  readonly stale: boolean;
  /** What `report` goes without because of errors (`metric decision_share`); empty when it is of the whole rulebook. */
  readonly left_out: readonly string[];
  readonly diagnostics: readonly DiagnosticReport[];
  /** A data error that stopped the run, as notices. */
  readonly problems: readonly Notice[];
  /** The scenarios that a report can be asked under. */
  readonly scenarios: readonly { readonly name: string; readonly label: string | null }[];
  readonly rulebook: {
    readonly file: string;
    readonly text: string;
    /** What the text is called while it stays the same; an edit says which one it was made from. */
    readonly version: string;
    /** Whether the page may write it back. */
    readonly editable: boolean;
  };
  /** Every file that was read as one rulebook, by the names that places in it carry; the one asked for first. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
}
