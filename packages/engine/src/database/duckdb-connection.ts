import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import { toCell } from './cells.js';
import { Columns } from './columns.js';
import type { Cell, Parameters, StatementOptions } from './database.js';
import { DatabaseError, toDatabaseError } from './database-error.js';
import { StatementCache } from './statement-cache.js';

/** One DuckDB connection with its prepared statements. It runs one statement at a time. */
export class PreparedConnection {
  private readonly statements: StatementCache;

  constructor(private readonly connection: DuckDBConnection) {
    this.statements = new StatementCache(connection);
  }

  run(sql: string, parameters: Parameters, options: StatementOptions): Promise<void> {
    return this.attempt(sql, parameters, options, async (prepared) => {
      await prepared.run();
    });
  }

  read(sql: string, parameters: Parameters, options: StatementOptions): Promise<Columns> {
    return this.attempt(sql, parameters, options, async (prepared) => toColumns(await prepared.run()));
  }

  /** Hands the streaming result to `use`, item by item; the connection is busy until it is read. */
  async *stream<Item>(
    sql: string,
    parameters: Parameters,
    options: StatementOptions,
    use: (result: DuckDBResult) => AsyncIterable<Item>,
  ): AsyncGenerator<Item> {
    const release = this.listen(options.signal);
    try {
      const prepared = await this.statements.prepare(sql);
      bind(prepared, parameters);
      for await (const item of use(await prepared.stream())) {
        options.signal?.throwIfAborted();
        yield item;
      }
    } catch (cause) {
      throw failure(cause, options.signal);
    } finally {
      release();
    }
  }

  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.statements.clear();
    this.connection.closeSync();
  }

  private async attempt<Result>(
    sql: string,
    parameters: Parameters,
    { signal }: StatementOptions,
    job: (prepared: DuckDBPreparedStatement) => Promise<Result>,
  ): Promise<Result> {
    const release = this.listen(signal);
    try {
      const prepared = await this.statements.prepare(sql);
      bind(prepared, parameters);
      return await job(prepared);
    } catch (cause) {
      this.statements.forget(sql);
      throw failure(cause, signal);
    } finally {
      release();
    }
  }

  /** Lets an abort stop the running statement; gives back how to stop listening. */
  private listen(signal: AbortSignal | undefined): () => void {
    signal?.throwIfAborted();
    const stop = (): void => {
      this.connection.interrupt();
    };
    signal?.addEventListener('abort', stop, { once: true });
    return () => {
      signal?.removeEventListener('abort', stop);
    };
  }
}

function bind(prepared: DuckDBPreparedStatement, parameters: Parameters): void {
  for (let index = 1; index <= prepared.parameterCount; index++) {
    const name = prepared.parameterName(index);
    const value = parameters[name];
    if (value === undefined) throw new DatabaseError('defect', new TypeError(`no value for parameter $${name}`));
    prepared.bindValue(index, value);
  }
}

function failure(cause: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? signal.reason : toDatabaseError(cause);
}

async function toColumns(result: DuckDBResult): Promise<Columns> {
  const names = result.columnNames();
  const types = result.columnTypes();
  const values: Cell[][] = names.map(() => []);
  let size = 0;
  for await (const chunk of result) {
    size += chunk.rowCount;
    values.forEach((cells, index) => {
      const vector = chunk.getColumnVector(index);
      for (let row = 0; row < vector.itemCount; row++) cells.push(toCell(vector.getItem(row)));
    });
  }
  return new Columns(
    size,
    new Map(names.map((name, index) => [name, String(types[index])])),
    new Map(names.map((name, index) => [name, values[index] ?? []])),
  );
}
