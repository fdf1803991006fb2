import type { Columns } from '../database/columns.js';
import type { Scope } from '../sql/compile-expression.js';
import { judgedScope } from '../sql/judged-scope.js';
import { ParameterSheet } from '../sql/parameters.js';
import { select, table, type Query } from '../sql/query.js';
import type { Executed } from './execute.js';

/** Reads a small result from the scored table. */
export async function readScored(run: Executed, build: (scope: Scope) => Partial<Query>): Promise<Columns> {
  const parameters = new ParameterSheet();
  const query = select({ from: table(run.scored.table), ...build(judgedScope(run.plan, parameters)) });
  return run.database.read(query, parameters.values);
}
