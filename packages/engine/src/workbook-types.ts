import type { Diagnostic, Model, Program } from '@benchbook/dsl';
import type { Explanation, Notice, Report } from './results.js';

/** The languages that readers are spoken to in. */
export type Language = 'en' | 'zh';

export interface WorkbookOptions {
  /** The folder that a rulebook's paths are relative to and never leave. */
  readonly root: string;
  /** The rulebook, relative to `root` or absolute inside it. */
  readonly file: string;
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
  /** Files that a change of would change the answer: the rulebook, what it uses and its sources, absolute. */
  watched(reading: Reading | null): readonly string[];
  close(): Promise<void>;
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
}
