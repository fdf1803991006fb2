import { aggregate, call, column, isKnown } from '../sql/expression.js';
import { output } from '../sql/query.js';
import { listed } from './listed.js';
import type { Loading } from './loading.js';
import type { StagedColumn } from './stage-query.js';
import { over, type StagedRows } from './staged-rows.js';

/** Columns with more different values are names, not categories. */
const CATEGORIES = 200;
/** Above this many rows the pass is not worth its time. */
const ROWS = 2_000_000;

/** Notes categories that are spelled in several ways, differing only in case, width or space. */
export async function noteSpellings(
  loading: Loading,
  rows: StagedRows,
  columns: readonly StagedColumn[],
  size: number,
): Promise<void> {
  const { source, database, options } = loading;
  const texts = columns.filter(
    ({ column: { name, type } }) => type.kind === 'text' && type.references === null && name !== source.key,
  );
  if (texts.length === 0 || size > ROWS) return;
  const different = texts.map(({ column: { name } }) =>
    output(aggregate('approx_count_distinct', [column(name)]), name),
  );
  const counted = await database.read(over(rows, { columns: different }), {}, options);
  for (const {
    column: { name, line },
  } of texts) {
    if (counted.number(name) > CATEGORIES) continue;
    const value = column(name);
    const found = await database.read(
      over(rows, {
        columns: [
          output(call('list_sort', aggregate('list', [value], { distinct: true, where: isKnown(value) })), 'values'),
        ],
      }),
      {},
      options,
    );
    const spellings = sameButSpelled(listed(found.cell('values'), 'string'));
    if (spellings.length > 0) loading.say('D239', { source: source.name, column: name, spellings }, { line });
  }
}

/** Groups of values that are the same without case, width and space. */
export function sameButSpelled(values: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const plain = value.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
    groups.set(plain, [...(groups.get(plain) ?? []), value]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
