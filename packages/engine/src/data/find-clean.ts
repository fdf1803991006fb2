import { any, cast, column, isIn, literal } from '../sql/expression.js';
import { output, select } from '../sql/query.js';
import type { Loading } from './loading.js';
import { isPadded } from './padding.js';
import type { RawTable } from './raw-table.js';
import { familyOf } from './read-typed.js';
import type { StagedColumn } from './stage-query.js';
import { count } from './staged-rows.js';

/** Marks text columns that need no trimming, so that a file read where it lies is not trimmed anew by each query. */
export async function findClean(
  { database, source, options }: Loading,
  raw: RawTable,
  columns: readonly StagedColumn[],
): Promise<readonly StagedColumn[]> {
  const texts = columns.filter(({ raw: found }) => found !== null && familyOf(found.type) === 'text');
  if (texts.length === 0) return columns;
  const missing = source.missing.map((text) => literal(text));
  const dirty = texts.map(({ column: { name }, raw: found }) => {
    const cell = cast(column(found?.name ?? name), 'VARCHAR');
    return output(count(any([isPadded(cell), ...(missing.length > 0 ? [isIn(cell, missing)] : [])])), name);
  });
  const counted = await database.read(select({ columns: dirty, from: raw.relation }), {}, options);
  return columns.map((each) =>
    texts.includes(each) ? { ...each, clean: counted.number(each.column.name) === 0 } : each,
  );
}
