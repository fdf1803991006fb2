import type { DuckDBConnection } from '@duckdb/node-api';

export interface DuckDBOptions {
  /** Folders whose files may be read; links that lead out of them are refused by DuckDB too. */
  readonly readable: readonly string[];
  /** null for one a core. */
  readonly threads?: number | null;
  /** As DuckDB writes it, `4GB`; null for its own choice, four fifths of the memory. */
  readonly memoryLimit?: string | null;
}

/** Settings that are given before the database opens. */
export function openingSettings(options: DuckDBOptions, temporary: string): Record<string, string> {
  return {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: temporary,
    ...(options.threads == null ? {} : { threads: String(options.threads) }),
    ...(options.memoryLimit == null ? {} : { memory_limit: options.memoryLimit }),
  };
}

/** Shuts the door behind the opening: from here on only the given folders exist, and no setting can be changed. */
export async function lockDown(connection: DuckDBConnection, folders: readonly string[]): Promise<void> {
  const list = folders.map((folder) => `'${folder.replaceAll("'", "''")}'`).join(', ');
  await connection.run(`SET allowed_directories = [${list}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}
