import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Opens an empty database in memory, hands it over and closes it whatever happens. */
export async function withDatabase<T>(
  settings: Record<string, string>,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text as an SQL string. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
