import { check, parse, type Model } from '@benchbook/dsl';
import { onTestFinished } from 'vitest';
import { loadSources } from '../../src/data/load.js';
import { nodeFiles } from '../../src/data/node-files.js';
import type { Cell, Database } from '../../src/database/database.js';
import { openDuckDB } from '../../src/database/duckdb-node.js';
import { mainPopulation, planRun } from '../../src/plan/plan-run.js';
import { usedColumns } from '../../src/plan/used-columns.js';
import { execute, type Executed } from '../../src/run/execute.js';
import { StageStore } from '../../src/run/stage-store.js';
import { compile } from '../../src/sql/compile-expression.js';
import { ascending, cast, column } from '../../src/sql/expression.js';
import { named } from '../../src/sql/names.js';
import { InlineNumbers } from '../../src/sql/parameters.js';
import { output, select, table } from '../../src/sql/query.js';
import { sourceScope } from '../../src/sql/scopes.js';
import { project } from './project.js';

/** A rulebook's model; it must have no error. */
export function modelOfText(text: string): Model {
  const { model, diagnostics } = check(parse('rules.bench', text));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (model === null || errors.length > 0)
    throw new Error(
      `the rulebook has errors: ${errors.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`).join(', ')}`,
    );
  return model;
}

/** The run of a rulebook's main population, or of another, as the engine itself has it: over a folder of real files. */
export async function executedIn(root: string, text: string, population: string | null = null): Promise<Executed> {
  const model = modelOfText(text);
  const database = await openDuckDB({ readable: [root] });
  onTestFinished(() => database.close());
  const { sources } = await loadSources(database, model, {
    files: nodeFiles(root),
    compile: (expression) => compile(expression, sourceScope(model, new InlineNumbers())),
    used: usedColumns(model),
  });
  const found = model.populations.find(({ name }) => name === population) ?? mainPopulation(model);
  if (found === null) throw new Error('nobody to judge');
  return execute(planRun(model, found), new StageStore(database), {
    tables: (name) => sources.get(name)?.table ?? '',
    version: (name) => sources.get(name)?.version ?? '',
  });
}

/** The same, over files that the test writes. */
export async function executed(text: string, files: Readonly<Record<string, string>>): Promise<Executed> {
  return executedIn(await project(files), text);
}

/** What some columns of numbers hold for each entity: `{ A1: 3 }`, or `{ A1: [3, 0.5] }` of several. */
export async function columnsOf(
  run: Executed,
  ...names: readonly string[]
): Promise<Readonly<Record<string, unknown>>> {
  const rows = await run.database.read(
    select({
      columns: [
        output(cast(column(named.key), 'VARCHAR'), 'key'),
        ...names.map((name) => output(cast(column(name), 'DOUBLE'), name)),
      ],
      from: table(run.scored.table),
      orderBy: [ascending(column(named.key))],
    }),
  );
  return Object.fromEntries(
    rows.texts('key').map((key, at) => {
      const cells = names.map((name) => rows.cell(name, at));
      return [key ?? '', cells.length === 1 ? cells[0] : cells];
    }),
  );
}

/** The rows of a source as a run has them, by their key, in the order of the declared columns that are loaded. */
export async function rowsOf(
  { database, plan, sources }: Executed,
  source: string,
): Promise<readonly (readonly Cell[])[]> {
  const declared = plan.model.sources.find(({ name }) => name === source);
  const names = (declared?.columns ?? []).map(({ name }) => name).filter((name) => plan.used.get(source)?.has(name));
  const rows = await database.read(
    select({
      columns: names.map((name) => output(column(name), name)),
      from: table(sources.tables(source)),
      orderBy: names.map((name) => ascending(column(name))),
    }),
  );
  return rows.rows().map((row) => names.map((name) => row[name] ?? null));
}

/** All that a judged table holds, by key; columns by their names. */
export async function databaseRows(database: Database, judged: string): Promise<readonly unknown[]> {
  const rows = await database.read(
    select({ every: true, from: table(judged), orderBy: [ascending(column(named.key))] }),
  );
  return rows.rows();
}
