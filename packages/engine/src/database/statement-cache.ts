import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';

/** Prepared statements by their text, the least recently used one leaving first. DuckDB plans one anew when a table it names has changed. */
export class StatementCache {
  private readonly kept = new Map<string, DuckDBPreparedStatement>();

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly limit = 200,
  ) {}

  async prepare(sql: string): Promise<DuckDBPreparedStatement> {
    const known = this.kept.get(sql);
    const prepared = known ?? (await this.connection.prepare(sql));
    this.kept.delete(sql);
    this.kept.set(sql, prepared);
    if (this.kept.size > this.limit) this.dropOldest();
    return prepared;
  }

  /** Forgets a statement that failed, so that the next attempt starts from its text. */
  forget(sql: string): void {
    this.kept.get(sql)?.destroySync();
    this.kept.delete(sql);
  }

  clear(): void {
    for (const prepared of this.kept.values()) prepared.destroySync();
    this.kept.clear();
  }

  private dropOldest(): void {
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.forget(oldest);
  }
}
