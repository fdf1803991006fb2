import { column, isKnown, operator } from '../sql/expression.js';
import { join, output, type Query, select, subquery, table } from '../sql/query.js';
import type { Loading } from './loading.js';
import { countedExamples, over, sourceName, type StagedRows } from './staged-rows.js';
import { POSITION } from './stage-query.js';

/** A column that holds another source's key. */
export interface Reference {
  readonly column: string;
  readonly line: number;
  /** The source it points at. */
  readonly target: string;
  readonly targetKey: string;
}

/** How many rows point at nothing. Notes them, and those that point nowhere. */
export async function checkReference(
  loading: Loading,
  rows: StagedRows,
  reference: Reference,
  missing: number,
): Promise<number> {
  const { name } = loading.source;
  const at = { line: reference.line };
  const about = { source: name, column: reference.column, target: reference.target };
  if (missing > 0) loading.say('D241', { ...about, count: missing }, { ...at, count: missing });
  const orphans = lost(rows, reference);
  const { found, ...shown } = await countedExamples(loading, rows, orphans, column('key'));
  if (found > 0) loading.say('D237', { ...about, count: found, ...shown }, { ...at, count: found });
  return found;
}

/** The rows whose reference finds no key: `key` and where they stand. */
function lost(rows: StagedRows, { column: name, target, targetKey }: Reference): Query {
  const key = column(name);
  const pointing = over(rows, { columns: [output(key, 'key'), output(rows.position, POSITION)], where: isKnown(key) });
  return select({
    from: join(
      subquery(pointing, 'pointing'),
      'anti',
      table(sourceName(target), 'target'),
      operator(column('key', 'pointing'), '=', column(targetKey, 'target')),
    ),
  });
}
