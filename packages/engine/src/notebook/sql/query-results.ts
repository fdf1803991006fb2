import path from 'node:path';
import { similar } from '../../data/similar.js';
import { notice, toNotice } from '../../notices/notice.js';
import type { QueryFault } from '../../notices/notebook-notices.js';
import type { CellResult } from '../../notebook-types.js';
import type { OpenCell } from '../run-notebook.js';
import type { Runs } from '../runs.js';
import { inOrder } from './order.js';
import { queryFault } from './query-fault.js';
import { queryFigure } from './query-figure.js';
import { readQuery, type TableName } from './read-query.js';
import { resultColumns } from './result-table.js';
import { MOST_ROWS, Sandbox } from './sandbox.js';

const LONGEST = 20_000;

/** A query that may be asked. */
export interface Query {
  readonly cell: OpenCell;
  readonly tables: readonly TableName[];
}

/** The answers of a notebook's queries, each run after those whose rows it reads. */
export async function queryResults(
  cells: readonly OpenCell[],
  runs: Runs,
): Promise<ReadonlyMap<OpenCell, readonly CellResult[]>> {
  const asked = cells.filter(({ language, info }) => language === 'sql' && runs.knows(info.under));
  if (asked.length === 0) return new Map();
  const sandbox = await Sandbox.open();
  try {
    return await new Queries(sandbox, runs).answer(asked);
  } finally {
    await sandbox.close();
  }
}

class Queries {
  readonly #results = new Map<OpenCell, readonly CellResult[]>();
  /** Names that queries put their rows into. */
  readonly #kept = new Set<string>();
  /** Of what was taken in: scenario and table. */
  readonly #taken = new Set<string>();
  /** Names whose query has no answer. */
  readonly #broken = new Set<string>();

  constructor(
    private readonly sandbox: Sandbox,
    private readonly runs: Runs,
  ) {}

  async answer(cells: readonly OpenCell[]): Promise<ReadonlyMap<OpenCell, readonly CellResult[]>> {
    const queries = await this.#read(cells);
    for (const query of queries) await this.#supply(query);
    await this.sandbox.shut();
    const columns = await this.sandbox.columns();
    const { order, circles } = inOrder(queries);
    for (const { query, names } of circles) this.#refuse(query.cell, { kind: 'circle', names });
    for (const query of order) if (!this.#results.has(query.cell)) await this.#ask(query, columns);
    return this.#results;
  }

  /** What each query reads; those that may not be asked are told why. */
  async #read(cells: readonly OpenCell[]): Promise<readonly Query[]> {
    const pure = await this.sandbox.purity();
    const queries: Query[] = [];
    for (const cell of cells) {
      const { into } = cell.info;
      const parsed = cell.text.length > LONGEST ? null : await this.sandbox.parse(cell.text);
      if (parsed === null) this.#refuse(cell, { kind: 'long' });
      else if ('error' in parsed) this.#refuse(cell, syntaxFault(parsed.error), lineAt(cell.text, parsed.at));
      else {
        const read = readQuery(parsed, pure);
        if (read.fault !== null) this.#refuse(cell, read.fault);
        else if (into !== null && (this.#isResult(into) || this.#kept.has(into)))
          this.#refuse(cell, { kind: 'twice', name: into });
        else {
          queries.push({ cell, tables: read.tables });
          if (into !== null) this.#kept.add(into);
          continue;
        }
      }
      if (into !== null) this.#broken.add(into);
    }
    return queries;
  }

  #isResult(name: string): boolean {
    return name === 'ranking' || this.runs.base.populations.some((population) => population.name === name);
  }

  /** Takes the result tables in that a query reads. */
  async #supply({ cell, tables }: Query): Promise<void> {
    for (const { schema, name } of tables) {
      if (schema === '' && (this.#kept.has(name) || this.#broken.has(name))) continue;
      const scenario = scenarioOf(schema, cell.info.under);
      if (!this.runs.knows(scenario) || !this.#isResult(name)) {
        this.#refuse(cell, this.#noTable({ schema, name }));
        return;
      }
      const key = JSON.stringify([scenario, name]);
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      const file = path.join(this.sandbox.folder, `${String(this.#taken.size)}.parquet`);
      const { run } = await this.runs.judged(scenario, this.#populationOf(name));
      await run.writeRanking(file, 'parquet');
      await this.sandbox.take(scenario ?? 'base', name, file, resultColumns(await this.sandbox.columnsOf(file)));
    }
  }

  #populationOf(name: string): string | null {
    return this.runs.base.populations.some((population) => population.name === name) ? name : null;
  }

  #noTable({ schema, name }: TableName): QueryFault {
    const written = schema === '' ? name : `${schema}.${name}`;
    const scenarios = ['base', ...this.runs.base.scenarios.map((scenario) => scenario.name)];
    const tables = ['ranking', ...this.runs.base.populations.map((population) => population.name), ...this.#kept];
    const known = schema === '' ? tables : scenarios.flatMap((one) => tables.map((table) => `${one}.${table}`));
    return { kind: 'table', name: written, near: similar(written, known) };
  }

  async #ask({ cell, tables }: Query, columns: readonly string[]): Promise<void> {
    const { under, into } = cell.info;
    const broken = tables.find(({ schema, name }) => schema === '' && this.#broken.has(name));
    if (broken !== undefined) {
      this.#refuse(cell, { kind: 'broken', name: broken.name });
      return;
    }
    const schema = under ?? 'base';
    const { signal } = this.runs;
    try {
      if (into !== null) await this.sandbox.keep(cell.text, schema, into, signal);
      const rows = await this.sandbox.ask(cell.text, schema, signal);
      const { report } = await this.runs.judged(under, null);
      const figure = queryFigure(cell, rows, report.level_details, this.runs.language);
      const more: readonly CellResult[] = rows.more ? [this.#said(cell)] : [];
      this.#results.set(cell, [figure, ...more]);
    } catch (cause) {
      signal?.throwIfAborted();
      const { fault, line } = queryFault(cause, columns);
      this.#refuse(cell, fault, line);
    }
  }

  #said({ file, line }: OpenCell): CellResult {
    const said = notice('R352', { most: MOST_ROWS }, { file, line });
    return { kind: 'notice', notice: toNotice(said, this.runs.language) };
  }

  /** @param line of the query, from 1 */
  #refuse(cell: OpenCell, fault: QueryFault, line: number | null = null): void {
    const said = notice('R351', fault, { file: cell.file, line: cell.line + (line ?? 0) });
    this.#results.set(cell, [{ kind: 'notice', notice: toNotice(said, this.runs.language) }]);
    if (cell.info.into !== null) this.#broken.add(cell.info.into);
  }
}

/** Tables without a schema are of the cell's own scenario; null is base. */
function scenarioOf(schema: string, under: string | null): string | null {
  if (schema === '') return under;
  return schema === 'base' ? null : schema;
}

/** The line of a query, from 1, that an offset lies on; the parser counts bytes. */
const lineAt = (text: string, offset: number): number =>
  Buffer.from(text).subarray(0, offset).toString().split('\n').length;

/** The parser's own sentence is not shown; the word it stumbled at is the author's. */
function syntaxFault(error: string): QueryFault {
  if (error === '') return { kind: 'not one select' };
  return { kind: 'syntax', near: /at or near "([^"\n]{1,40})"/.exec(error)?.[1] ?? null };
}
