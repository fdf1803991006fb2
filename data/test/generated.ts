import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { generateCoverage } from '../src/coverage.js';

/** A folder that is gone when the test is over. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'benchbook-data-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** The calibrated files of a seed, in a folder of their own. */
export async function generated(seed: number): Promise<string> {
  const path = await folder();
  await generateCoverage(seed, path);
  return path;
}

export type Row = Record<string, DuckDBValue>;

/** Runs one SQL query over files; numbers come back as SQL types print them. */
export async function query(sql: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJson() as Row[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export const bytes = (...path: string[]): Promise<Buffer> => readFile(join(...path));
export const text = async (...path: string[]): Promise<string> => (await bytes(...path)).toString('utf8');
