import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { toCell } from '../../database/cells.js';
import type { Cell } from '../../database/database.js';
import { openingSettings } from '../../database/duckdb-settings.js';

/** Rows of a query that are read. */
export const MOST_ROWS = 1000;
/** Rows that a query may put into a table for others. */
const MOST_KEPT = 1_000_000;
/** How long a query may take, in milliseconds. */
const LONGEST = 5000;
const MEMORY = '512MB';

export interface QueryRows {
  readonly names: readonly string[];
  /** The database's name of each column's type. */
  readonly types: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whether there were more than are read. */
  readonly more: boolean;
}

/**
 * A database of its own for the queries of one notebook. It holds copies of the result tables that they read, on one thread and in
 * bounded memory; once it is shut nothing else can be reached from it: no file, no setting, no extension.
 */
export class Sandbox {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    /** For the files of tables on their way in. */
    readonly folder: string,
  ) {}

  static async open(): Promise<Sandbox> {
    const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'benchbook-queries-'));
    const settings = openingSettings({ readable: [], threads: 1, memoryLimit: MEMORY }, '');
    const instance = await DuckDBInstance.create(':memory:', settings);
    return new Sandbox(instance, await instance.connect(), folder);
  }

  /** The statements of a text as trees, by the database's own parser; nothing is run. */
  async parse(text: string): Promise<readonly unknown[] | { readonly error: string; readonly at: number }> {
    const read = await this.connection.runAndReadAll('SELECT json_serialize_sql($text::VARCHAR)::VARCHAR', { text });
    const tree = JSON.parse(String(read.getRows()[0]?.[0])) as {
      readonly error: boolean;
      readonly error_type?: string;
      readonly error_message?: string;
      readonly position?: string;
      readonly statements?: readonly unknown[];
    };
    if (!tree.error) return tree.statements ?? [];
    return { error: tree.error_type === 'parser' ? (tree.error_message ?? '') : '', at: Number(tree.position ?? 0) };
  }

  /** Whether a function's answer depends on its arguments alone; null where there is no such function. */
  async purity(): Promise<(name: string) => boolean | null> {
    const read = await this.connection.runAndReadAll(
      `SELECT lower(function_name), bool_and(
         CASE function_type
           WHEN 'scalar' THEN coalesce(stability = 'CONSISTENT', true)
           WHEN 'aggregate' THEN true
           WHEN 'macro' THEN schema_name = 'main' AND NOT regexp_matches(function_name, $reading)
           ELSE false
         END AND NOT regexp_matches(function_name, $own))
       FROM duckdb_functions() WHERE function_type IN ('scalar', 'aggregate', 'macro') GROUP BY 1`,
      {
        reading: '^(has_|inet_|obj_|col_|shob|current_|session_|user$|pg_)',
        own: '^(current_|getvariable|version$|pg_|duckdb_|in_search_path)',
      },
    );
    const known = new Map(read.getRows().map(([name, pure]) => [String(name), pure === true]));
    // What only exists over a window is no function of the catalogue.
    const windows =
      /^(row_number|rank|dense_rank|percent_rank|cume_dist|ntile|lag|lead|first_value|last_value|nth_value)$/;
    return (name) => known.get(name.toLowerCase()) ?? (windows.test(name.toLowerCase()) ? true : null);
  }

  /** The columns of a Parquet file in its folder, before it is shut. */
  async columnsOf(file: string): Promise<readonly string[]> {
    const read = await this.connection.runAndReadAll(
      'SELECT name FROM parquet_schema($file) WHERE num_children IS NULL',
      {
        file,
      },
    );
    return read.getRows().map(([name]) => String(name));
  }

  /** Takes a result table in, from a Parquet file in its folder. */
  async take(schema: string, name: string, file: string, columns: string): Promise<void> {
    await this.connection.run(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
    await this.connection.run(
      `CREATE TABLE ${quoted(schema)}.${quoted(name)} AS SELECT ${columns} FROM read_parquet('${file.replaceAll("'", "''")}')`,
    );
  }

  /** From here on nothing can be reached but what is inside. */
  async shut(): Promise<void> {
    await this.connection.run('CREATE SCHEMA IF NOT EXISTS base');
    await this.connection.run('SET enable_external_access = false');
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Columns of all tables, for "did you mean". */
  async columns(): Promise<readonly string[]> {
    const read = await this.connection.runAndReadAll(
      'SELECT DISTINCT column_name FROM duckdb_columns() WHERE NOT internal ORDER BY 1',
    );
    return read.getRows().map(([name]) => String(name));
  }

  /** Runs a query, which must have been read before; tables without a schema are those of `schema`. */
  async ask(sql: string, schema: string, signal: AbortSignal | null): Promise<QueryRows> {
    await this.connection.run(`SET schema = ${quoted(`memory.${quoted(schema)}`)}`);
    return this.#bounded(signal, async () => {
      const result = await this.connection.stream(sql);
      const rows: (readonly Cell[])[] = [];
      for await (const found of result.yieldRows()) {
        for (const row of found) rows.push(row.map(toCell));
        if (rows.length > MOST_ROWS) break;
      }
      return {
        names: result.columnNames(),
        types: result.columnTypes().map(String),
        rows: rows.slice(0, MOST_ROWS),
        more: rows.length > MOST_ROWS,
      };
    });
  }

  /** Keeps the rows of a query under a name that later ones may read. */
  async keep(sql: string, schema: string, name: string, signal: AbortSignal | null): Promise<void> {
    await this.connection.run(`SET schema = ${quoted(`memory.${quoted(schema)}`)}`);
    const rows = `SELECT * FROM (${sql.replace(/;\s*$/, '')}\n) LIMIT ${String(MOST_KEPT)}`;
    await this.#bounded(signal, () => this.connection.run(`CREATE TABLE main.${quoted(name)} AS ${rows}`));
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #bounded<Result>(signal: AbortSignal | null, job: () => Promise<Result>): Promise<Result> {
    signal?.throwIfAborted();
    const stop = (): void => {
      this.connection.interrupt();
    };
    const clock = setTimeout(stop, LONGEST);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await job();
    } finally {
      clearTimeout(clock);
      signal?.removeEventListener('abort', stop);
    }
  }
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
