import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, withDatabase } from '../output/database.js';
import { accountsSql } from './accounts-sql.js';
import { contactsSql } from './contacts-sql.js';

/**
 * What the writer may hold. Rows stream from a counter to the file in row groups, so memory does not
 * grow with the number of accounts; the limit is there to fail rather than to swap.
 */
const streaming = { memory_limit: '2GB', preserve_insertion_order: 'true' };

/**
 * Writes accounts.parquet and contacts.parquet: the calibrated set's columns and habits at any size, in
 * one statement a table, but with no figure aimed at. Every value hangs on its row number alone and rows
 * keep their order, so the files are the same on any number of threads. `settings` are DuckDB's.
 */
export async function generateLarge(
  accounts: number,
  seed: number,
  directory: string,
  settings: Record<string, string> = {},
): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const tables = { accounts: accountsSql(accounts, seed), contacts: contactsSql(accounts, seed) };
  return withDatabase({ ...streaming, ...settings }, async (connection) => {
    const lines = [`${accounts} accounts and their contacts, seed ${seed}; not calibrated.`];
    for (const [name, sql] of Object.entries(tables)) {
      const path = join(directory, `${name}.parquet`);
      await connection.run(`COPY (${sql}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
      lines.push(path);
    }
    return lines;
  });
}
