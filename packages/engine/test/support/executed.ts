import { check, parse, type Model } from '@benchbook/dsl';
import { onTestFinished } from 'vitest';
import { loadSources } from '../../src/data/load.js';
import { nodeFiles } from '../../src/data/node-files.js';
import { openDuckDB } from '../../src/database/duckdb-node.js';
import { mainPopulation, planRun } from '../../src/plan/plan-run.js';
import { usedColumns } from '../../src/plan/used-columns.js';
import { execute, type Executed } from '../../src/run/execute.js';
import { StageStore } from '../../src/run/stage-store.js';
import { compile } from '../../src/sql/compile-expression.js';
import { InlineNumbers } from '../../src/sql/parameters.js';
import { sourceScope } from '../../src/sql/scopes.js';
import { project } from './project.js';

/** A rulebook's model; it must have no error. */
export function modelOfText(text: string): Model {
  const { model, diagnostics } = check(parse('rules.bench', text));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (model === null || errors.length > 0)
    throw new Error(`the rulebook has errors: ${errors.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`).join(', ')}`);
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
