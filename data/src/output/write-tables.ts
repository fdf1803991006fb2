import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csv } from './csv.js';
import { quoted, withDatabase } from './database.js';
import type { Table } from './tables.js';

/** Writes each table as CSV and as Parquet; returns the paths. */
export async function writeTables(tables: readonly Table[], directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const written: string[] = [];
  for (const table of tables) {
    const path = join(directory, `${table.name}.csv`);
    await writeFile(path, csv(Object.keys(table.columns), table.rows));
    written.push(path, await writeParquet(table, path));
  }
  return written;
}

/** The Parquet file is read from the CSV file, so the two cannot disagree. */
async function writeParquet({ columns }: Table, csvPath: string): Promise<string> {
  const path = csvPath.replace(/csv$/, 'parquet');
  const types = Object.entries(columns).map(([column, type]) => `${quoted(column)}: ${quoted(type)}`);
  const rows = `read_csv(${quoted(csvPath)}, header = true, auto_detect = false, columns = {${types.join(', ')}})`;
  // One thread: the row groups of a file this small would otherwise depend on the machine.
  await withDatabase({ threads: '1' }, (connection) =>
    connection.run(`COPY (FROM ${rows}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`),
  );
  return path;
}
