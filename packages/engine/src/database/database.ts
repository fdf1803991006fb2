import type { RecordBatch } from 'apache-arrow';
import type { Query, Statement } from '../sql/query.js';
import type { Columns } from './columns.js';

/** Values of a statement's `$name` parameters. A decimal that must stay exact is given as text. */
export type Parameters = Readonly<Record<string, number | bigint | string | boolean | null>>;

/** One value of a small result. A whole number beyond 2^53 stays a bigint; dates are ISO text. */
export type Cell = number | bigint | string | boolean | null | readonly Cell[];

export interface StatementOptions {
  /** Stops the statement; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How a column travels in Arrow. */
export interface FieldOptions {
  readonly metadata?: Readonly<Record<string, string>>;
  /** Sends text as a dictionary: for columns of few different values. */
  readonly dictionary?: boolean;
}

export interface BatchOptions extends StatementOptions {
  /** By column name. */
  readonly fields?: Readonly<Record<string, FieldOptions>>;
  /** Rows a batch, at most one chunk more; 65,536 by default. */
  readonly rowsPerBatch?: number;
}

/**
 * Where statements run. Every method throws a `DatabaseError` when the database fails, in a plain sentence.
 * Statements run one after another in the order they are asked for; `batches` runs beside them on the state of the
 * moment it starts.
 */
export interface Database {
  run(statement: Statement, parameters?: Parameters, options?: StatementOptions): Promise<void>;
  /** For small results: everything is held in memory. */
  read(query: Query, parameters?: Parameters, options?: StatementOptions): Promise<Columns>;
  /** For large results, as Arrow record batches that own their memory. There is always at least one, if an empty one. */
  batches(query: Query, parameters?: Parameters, options?: BatchOptions): AsyncIterable<RecordBatch>;
  /** Writes a result beside `path` and puts it in its place when it is whole. */
  writeFile(query: Query, parameters: Parameters, path: string, format: 'parquet' | 'csv'): Promise<void>;
  /** A path no one else uses, in a private folder that the database may read and `close` removes. */
  temporaryPath(extension: string): string;
  /** Stops whatever is running. */
  interrupt(): void;
  close(): Promise<void>;
}
