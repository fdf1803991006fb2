import type { NoticeData } from '../notices/notice.js';
import type { SourceReport } from '../results.js';

/** A source as the plan reads it. */
export interface LoadedSource {
  readonly name: string;
  /** The view to read, `source_NAME`: typed columns by their declared names, one row a key. */
  readonly table: string;
  /** false for a source that someone does not have: the view is empty, whatever reads it is unknown. */
  readonly available: boolean;
  /** Changes with the declaration, the columns read and the file: the same version holds the same rows. */
  readonly version: string;
  /** Where the file really is, absolute; null when there is none. */
  readonly path: string | null;
  readonly rows: number;
  /** What the view has, in declared order. */
  readonly columns: readonly string[];
  /** Columns with at least one missing value. */
  readonly nullable: ReadonlySet<string>;
  readonly report: SourceReport;
  readonly notices: readonly NoticeData[];
}

export interface LoadedSources {
  readonly sources: ReadonlyMap<string, LoadedSource>;
  /** Of all sources, in declared order. */
  readonly notices: readonly NoticeData[];
}
