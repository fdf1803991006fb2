import type {
  DataFacts,
  Diagnostic,
  Drivers,
  Inverse,
  LeftOut,
  Model,
  Program,
  Scenario,
  Seek,
  Sweep,
} from '@benchbook/dsl';
import type { DriversResult, InverseResult, SeekResult, SweepResult } from './analysis-types.js';
import type { ExplainedMetric, Explanation, Notice, Report, RuleRow, State, TableHits, TableNoun } from './results.js';
import type { PlanResult } from './planning-types.js';
import type { WhatIf, WhatIfOptions } from './what-if-types.js';

/** The languages that readers are spoken to in. */
export type Language = 'en' | 'zh';

export interface WorkbookOptions {
  /** The folder that a rulebook's paths are relative to and never leave. */
  readonly root: string;
  /** The rulebook, relative to `root` or absolute inside it. */
  readonly file: string;
  /** The day from which everything looks back, `2024-12-31`, in place of what the rulebook says. */
  readonly asOf?: string | null;
  /** Threads DuckDB may use; null for its own choice. */
  readonly threads?: number | null;
  /** As DuckDB writes it, `4GB`; null for its own choice. */
  readonly memoryLimit?: string | null;
}

/** The rulebook as it stands on disk, with the files it uses. `model` is null when nothing in it can be used. */
export interface Reading {
  readonly program: Program;
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What `model` does not have, because of an error in it or in what it stands on. */
  readonly leftOut: readonly LeftOut[];
}

/** One front door: reads the rulebook, runs it, tests it. Finished stages are kept between runs and reused while their keys hold. */
export interface Workbook {
  /** Reads and checks the file, and those it uses, anew. Throws `DataError` when the file cannot be read. */
  read(): Promise<Reading>;
  /**
   * Runs a model over its data.
   *
   * @param options.population the population to report on; by default the first one that a benchmark is applied to.
   * @throws DataError when data stops the run (missing file or column, duplicate keys, nobody in the population ...): all that was found, at once.
   */
  run(model: Model, options?: { readonly population?: string | null; readonly signal?: AbortSignal }): Promise<Run>;
  /** Runs the `test` blocks whose name contains `filter` (all by default). A data error fails the tests that need data, with its sentence. */
  test(
    model: Model,
    options?: { readonly filter?: string | null; readonly language?: Language },
  ): Promise<readonly TestResult[]>;
  /**
   * Which rows of the decision tables the data and the tests on given rows use (those whose name contains `filter`). What the data
   * cannot tell, because it cannot be read, is told as problems.
   */
  coverage(
    model: Model,
    options?: { readonly filter?: string | null; readonly language?: Language },
  ): Promise<Coverage>;
  /**
   * What an editor shows of the data: values of columns, figures of metrics, what rows decided. Of the sources alone where no
   * population can be run.
   *
   * @throws DataError when a source cannot be read
   */
  facts(model: Model, options?: { readonly signal?: AbortSignal }): Promise<DataFacts>;
  /**
   * Runs two models, one after the other, and tells who stands elsewhere in the second.
   *
   * @param options.population of both; by default each model's first that a benchmark is applied to
   * @param options.listed how many movers are named and explained, 20 by default
   * @throws DataError when data stops one of the runs
   */
  compare(
    before: Model,
    after: Model,
    options?: {
      readonly population?: string | null;
      readonly listed?: number;
      readonly language?: Language;
      readonly signal?: AbortSignal;
    },
  ): Promise<RunDiff>;
  /**
   * What some overrides on top of a model come to: the census and pass rates, and as asked the flows, the new ranking and the movers. Over
   * the data of the model's last run; runs it when it has not run. See `WhatIfOptions.series` for sliders.
   *
   * @param changes as `readOverrides` gives them
   * @throws DataError when data stops the run, or the population is empty under the overrides
   */
  whatIf(model: Model, changes: Pick<Scenario, 'applies' | 'overrides'>, options?: WhatIfOptions): Promise<WhatIf>;
  /**
   * The figures of a sweep, at every point or pair of points. Over the data of the model's last run, as `whatIf`.
   *
   * @throws DataError when data stops the run, or a figure is one of a plan
   */
  sweep(model: Model, asked: Sweep, options?: AskOptions): Promise<SweepResult>;
  /** The value of a number with which a goal is met, or that comes nearest to it. @throws DataError as `sweep` */
  seek(model: Model, asked: Seek, options?: AskOptions): Promise<SeekResult>;
  /** Which thresholds meet a goal, each moved alone or several scaled together. @throws DataError as `sweep` */
  inverse(model: Model, asked: Inverse, options?: AskOptions): Promise<InverseResult>;
  /** Which numbers move a figure most, each moved alone. @throws DataError as `sweep` */
  drivers(model: Model, asked: Drivers, options?: AskOptions): Promise<DriversResult>;
  /**
   * What the plan of a rulebook comes to: money over time, people, phases, what is required, and what its simulations tell. The rules are run over the data
   * only when the plan reads a figure of it.
   *
   * @throws DataError when data stops the run
   */
  plan(model: Model, options?: PlanOptions): Promise<PlanResult>;
  /** Files that a change of would change the answer: the rulebook, what it uses and its sources, absolute. */
  watched(reading: Reading | null): readonly string[];
  close(): Promise<void>;
}

export interface PlanOptions {
  readonly signal?: AbortSignal;
}

export interface AskOptions {
  /** By default the first one that a benchmark is applied to. */
  readonly population?: string | null;
  readonly signal?: AbortSignal;
}

/** A finished run; its tables stay in the database until the workbook's next run of the same stages, or close. */
export interface Run {
  /** `options.ranking`: how many of the ranking come along, the first 10,000 by default; the whole of it is `ranking()`. */
  report(language: Language, options?: { readonly ranking?: number }): Promise<Report>;
  /** The ranked table as an Arrow IPC stream, batch by batch; see ColumnRole in results.ts for its columns. */
  ranking(): AsyncIterable<Uint8Array>;
  /** Writes the ranked table to a file, atomically. */
  writeRanking(path: string, format: 'parquet' | 'csv' | 'arrow'): Promise<void>;
  /** Why an entity stands where it stands; null when the population has no such key. A unique name is accepted for a key. */
  explain(keyOrName: string, language: Language): Promise<Explanation | null>;
  /** Why a row of the source, by key or by a name of its own, is not in the population; null when the source has no such row. */
  outside(keyOrName: string, language: Language): Promise<Outside | null>;
  /** How many rows of data each row of each decision table answered for. Counted when asked. */
  ruleHits(): Promise<readonly TableHits[]>;
  /** Keys and names near a text that found nothing, for "did you mean". */
  similar(text: string): Promise<readonly { readonly key: string; readonly name: string | null }[]>;
}

/** Where someone stands whom the population leaves out. */
export interface Outside {
  readonly key: string;
  readonly name: string | null;
  readonly why: 'where' | 'unknown' | 'below cut';
  /** The value that was too small, or the condition that did not hold or could not be told. */
  readonly display: string;
}

export interface TestResult {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly outcome: 'passed' | 'failed';
  /** What was expected and what came out; empty when passed. */
  readonly failures: readonly TestFailure[];
  /** The tables of expected rows in which something differs, whole, with what came out beside them. */
  readonly comparisons: readonly Comparison[];
  /** What stopped the test, when it could not run at all. */
  readonly problems: readonly Notice[];
}

export interface TestFailure {
  /** The entity's key, or the condition as written. */
  readonly of: string;
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly file: string;
  readonly line: number;
  /** What gave the value that came out; empty for a figure about many, and for a row that is not there. */
  readonly why: readonly TestReason[];
}

/** Expected rows beside the rows that came out, cell by cell. */
export interface Comparison {
  readonly population: string;
  readonly columns: readonly string[];
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  /** The entity's key, or its place where rows are compared in order. */
  readonly of: string;
  readonly file: string;
  readonly line: number;
  /** False: no such row came out, and no cell has anything beside it. */
  readonly found: boolean;
  /** `actual` is as precise as `expected` where they agree, two digits more precise where not. */
  readonly cells: readonly { readonly expected: string; readonly actual: string; readonly matches: boolean }[];
}

/** Why a value came out: a metric with its threshold and rule, the row that decided, or the terms of a score. */
export type TestReason =
  | { readonly kind: 'metric'; readonly metric: ExplainedMetric }
  | { readonly kind: 'level'; readonly level: Explanation['levels'][number] }
  | { readonly kind: 'row'; readonly rule: RuleRow }
  | { readonly kind: 'score'; readonly score: Explanation['scores'][number] };

/** Where somebody stands in one of two runs; `label` is the level's, where there is one. */
export interface Standing {
  readonly kind: 'level' | 'unknown' | 'outside';
  readonly label: string | null;
}

/** Why somebody stands elsewhere: the rules are others, the data is, or who is in the population. */
export type Cause = 'rule' | 'data' | 'membership';

/** Who stands elsewhere in another run, over the union of both populations. */
export interface RunDiff {
  readonly populations: { readonly from: string; readonly to: string };
  /** The first level that both runs have; null when there is none. */
  readonly level: string | null;
  /** In the order of the level's rows. */
  readonly labels: readonly string[];
  readonly union: number;
  readonly moved: number;
  /** How many went from where to where, and why; `cause` null: they stand where they stood. The counts add up to `union`. */
  readonly flows: readonly {
    readonly from: Standing;
    readonly to: Standing;
    readonly cause: Cause | null;
    readonly count: number;
  }[];
  /** The first of those who moved, in the order of the new ranking. */
  readonly movers: readonly Mover[];
  /** The largest moves in rank. */
  readonly ranks: readonly RankMove[];
}

export interface Mover {
  readonly key: string;
  readonly name: string | null;
  readonly from: Standing;
  readonly to: Standing;
  readonly cause: Cause;
  /** The metric that is judged otherwise; null when none is, and for who is in one population only. */
  readonly metric: {
    readonly name: string;
    readonly label: string | null;
    readonly from: JudgedThen;
    readonly to: JudgedThen;
  } | null;
  /** The row of the level's table that they stand at now. */
  readonly level: RuleRow | null;
}

/** How a metric was judged in one of two runs. */
export interface JudgedThen {
  readonly display: string;
  readonly state: State;
  readonly threshold: string | null;
  /** The row that asked. */
  readonly rule: RuleRow | null;
}

export interface RankMove {
  readonly key: string;
  readonly name: string | null;
  readonly from: number;
  readonly to: number;
}

/** Which rows of which decision tables were ever used, and by whom. */
export interface Coverage {
  readonly tables: readonly CoveredTable[];
  readonly rows: number;
  /** Rows that some data or some test has used. */
  readonly hit: number;
  /** The populations that were run over the data, and the tests on given rows. */
  readonly populations: readonly string[];
  readonly tests: readonly string[];
  /** Why the data could not be counted, if it could not; tests on given rows count all the same. */
  readonly problems: readonly Notice[];
}

export interface CoveredTable {
  readonly noun: TableNoun;
  readonly name: string;
  readonly label: string | null;
  readonly file: string;
  readonly line: number;
  /** The header row as written. */
  readonly header: string;
  readonly rows: readonly CoveredRow[];
  readonly hit: number;
}

export interface CoveredRow {
  /** As written. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** How many rows of data it answered for, by population; those with none are left out. */
  readonly populations: Readonly<Record<string, number>>;
  /** The same by test on given rows. */
  readonly tests: Readonly<Record<string, number>>;
}
