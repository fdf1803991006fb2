import { createHash } from 'node:crypto';
import type { Database } from '../database/database.js';
import { printStatement } from '../sql/duckdb-printer.js';
import { InlineNumbers, ParameterSheet } from '../sql/parameters.js';
import type { Query, Statement } from '../sql/query.js';

/** A finished table. Its key is the hash of its SQL, its numbers and the keys of what it reads. */
export interface Stage {
  readonly table: string;
  readonly key: string;
}

/** A table holds its rows; a view works them out where it is read, and only those that are asked for. */
export type StageKind = 'table' | 'view';

interface Kept {
  readonly stage: Promise<Stage>;
  readonly what: StageKind;
  lastRun: number;
}

/** Runs that a table outlives unread: enough to go back and forth between two texts without computing twice. */
const RUNS_KEPT = 2;

/**
 * Keeps finished stages by the hash of all that made them: nothing stale is ever read and nothing is computed twice.
 */
export class StageStore {
  readonly #kept = new Map<string, Kept>();
  /** How many are reading a table, by its key. */
  readonly #held = new Map<string, number>();
  #run = 0;

  constructor(readonly database: Database) {}

  /**
   * Ends a run that has succeeded: what the last few did not read is dropped. A run that failed is not counted, so that however often
   * a text is broken, the last good run can still be asked.
   */
  async endRun(): Promise<void> {
    for (const [key, kept] of this.#kept) {
      if (this.#run - kept.lastRun < RUNS_KEPT || this.#held.has(key)) continue;
      this.#kept.delete(key);
      const { table } = await kept.stage;
      await this.database.run({ kind: 'drop', what: kept.what, name: table });
    }
    this.#run += 1;
  }

  /** Does a job that reads finished tables: none of them is dropped before it is done, whatever else is run meanwhile. */
  async holding<Result>(stages: readonly Stage[], job: () => Promise<Result>): Promise<Result> {
    for (const { key } of stages) this.#held.set(key, (this.#held.get(key) ?? 0) + 1);
    try {
      return await job();
    } finally {
      for (const { key } of stages) {
        const left = (this.#held.get(key) ?? 1) - 1;
        if (left === 0) this.#held.delete(key);
        else this.#held.set(key, left);
      }
    }
  }

  /**
   * The table, or the view, that a query makes, made now or before.
   *
   * @param inputs keys or versions of the tables it reads
   */
  async finish(
    build: (parameters: ParameterSheet) => Query,
    inputs: readonly string[],
    signal?: AbortSignal,
    what: StageKind = 'table',
  ): Promise<Stage> {
    // A view outlives its statement: its numbers are written into it.
    const parameters = what === 'view' ? new InlineNumbers() : new ParameterSheet();
    const query = build(parameters);
    const key = hash([
      what,
      printStatement({ kind: 'query', query }),
      JSON.stringify(parameters.values, bigintAsText),
      ...inputs,
    ]);
    const kept = this.#kept.get(key);
    if (kept) {
      kept.lastRun = this.#run;
      return kept.stage;
    }
    const table = `stage_${key.slice(0, 16)}`;
    const statement: Statement = { kind: 'create', what, name: table, query };
    const stage = this.database
      .run(statement, parameters.values, signal ? { signal } : {})
      .then(() => ({ table, key }));
    this.#kept.set(key, { stage, what, lastRun: this.#run });
    // A stage that failed or was cancelled is not finished: the next run tries again.
    stage.catch(() => this.#kept.delete(key));
    return stage;
  }
}

export function hash(parts: readonly string[]): string {
  const sha = createHash('sha256');
  for (const part of parts) sha.update(`${part.length}:${part}`);
  return sha.digest('hex');
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
