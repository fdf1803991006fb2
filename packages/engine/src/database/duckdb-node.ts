import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RecordBatch } from 'apache-arrow';
import { printStatement } from '../sql/duckdb-printer.js';
import type { Query, Statement } from '../sql/query.js';
import { arrowBatches } from './arrow-batches.js';
import type { Columns } from './columns.js';
import type { BatchOptions, Database, Parameters, StatementOptions } from './database.js';
import { toDatabaseError } from './database-error.js';
import { PreparedConnection } from './duckdb-connection.js';
import { type DuckDBOptions, lockDown, openingSettings } from './duckdb-settings.js';
import { Queue } from './queue.js';
import { replaceFile } from './replace-file.js';

const ROWS_PER_BATCH = 65_536;

/** Opens DuckDB in memory. It sees the files under `readable` and its own temporary folder, and nothing else. */
export async function openDuckDB(options: DuckDBOptions): Promise<Database> {
  const temporary = await mkdtemp(join(await realpath(tmpdir()), 'benchbook-'));
  try {
    const folders = await Promise.all(options.readable.map((folder) => realpath(folder)));
    const instance = await DuckDBInstance.create(':memory:', openingSettings(options, temporary));
    const connection = await instance.connect();
    await lockDown(connection, [...folders, temporary]);
    return new DuckDBDatabase(instance, new PreparedConnection(connection), temporary);
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true });
    throw toDatabaseError(cause);
  }
}

class DuckDBDatabase implements Database {
  private readonly queue = new Queue();
  private readonly streams = new Set<PreparedConnection>();
  private files = 0;

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly main: PreparedConnection,
    private readonly temporary: string,
  ) {}

  run(statement: Statement, parameters: Parameters = {}, options: StatementOptions = {}): Promise<void> {
    return this.queue.add(() => this.main.run(printStatement(statement), parameters, options));
  }

  read(query: Query, parameters: Parameters = {}, options: StatementOptions = {}): Promise<Columns> {
    return this.queue.add(() => this.main.read(printStatement({ kind: 'query', query }), parameters, options));
  }

  async *batches(query: Query, parameters: Parameters = {}, options: BatchOptions = {}): AsyncGenerator<RecordBatch> {
    await this.queue.idle();
    const stream = new PreparedConnection(await this.instance.connect());
    this.streams.add(stream);
    try {
      yield* stream.stream(printStatement({ kind: 'query', query }), parameters, options, (result) =>
        arrowBatches(result, options.fields ?? {}, options.rowsPerBatch ?? ROWS_PER_BATCH),
      );
    } finally {
      this.streams.delete(stream);
      stream.close();
    }
  }

  async writeFile(query: Query, parameters: Parameters, path: string, format: 'parquet' | 'csv'): Promise<void> {
    const draft = this.temporaryPath(format);
    await this.run({ kind: 'copy', query, path: draft, format }, parameters);
    await replaceFile(draft, path);
  }

  temporaryPath(extension: string): string {
    return join(this.temporary, `${++this.files}.${extension}`);
  }

  interrupt(): void {
    for (const connection of [this.main, ...this.streams]) connection.interrupt();
  }

  async close(): Promise<void> {
    this.interrupt();
    await this.queue.idle();
    this.main.close();
    this.instance.closeSync();
    await rm(this.temporary, { recursive: true, force: true });
  }
}
