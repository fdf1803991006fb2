import type { SourceReport } from '../results.js';
import {
  aggregate,
  ascending,
  call,
  column,
  descending,
  isKnown,
  isNull,
  literal,
  operator,
  window,
} from '../sql/expression.js';
import { output, type Query, select, subquery, table } from '../sql/query.js';
import type { Loading } from './loading.js';
import { count, examples, keptName, over, type StagedRows } from './staged-rows.js';
import { POSITION } from './stage-query.js';

type Dropped = SourceReport['dropped'][number];

export interface Keyed {
  /** The rows that have a key, each key once. */
  readonly rows: StagedRows;
  readonly dropped: readonly Dropped[];
}

const NTH = 'nth';

/** Leaves out rows without a key and, if the source says so, all but one row of each key. Notes an error if it does not. */
export async function checkKey(loading: Loading, staged: StagedRows, key: string): Promise<Keyed> {
  const [total, keyed] = await countKeys(loading, staged, key);
  const blank = total > keyed ? await dropBlank(loading, staged, key, total - keyed) : [];
  const rows = total > keyed ? { ...staged, where: isKnown(column(key)) } : staged;
  const repeated = await countRepeated(loading, rows, key, keyed);
  if (repeated === 0) return { rows, dropped: blank };
  const doubled = await dropRepeated(loading, rows, key, repeated);
  return { rows: await keepOne(loading, rows, key), dropped: [...blank, doubled] };
}

async function countKeys(
  { database, options }: Loading,
  staged: StagedRows,
  key: string,
): Promise<readonly [number, number]> {
  const query = over(staged, {
    columns: [output(count(), 'rows'), output(aggregate('count', [column(key)]), 'keyed')],
  });
  const counted = await database.read(query, {}, options);
  return [counted.number('rows'), counted.number('keyed')];
}

async function dropBlank(
  loading: Loading,
  staged: StagedRows,
  key: string,
  dropped: number,
): Promise<readonly Dropped[]> {
  const { rows } = await examples(loading, staged, over(staged, { where: isNull(column(key)) }), column(key));
  loading.say('D234', { source: loading.source.name, key, count: dropped, rows }, { count: dropped });
  return [{ reason: 'no key', count: dropped, rows }];
}

/** Counted by hashes, which take a fraction of the memory; only when two are the same are the keys themselves looked at. */
async function countRepeated(loading: Loading, rows: StagedRows, key: string, keyed: number): Promise<number> {
  const hash = call('hash', column(key));
  const hashes = over(rows, { columns: [output(hash, 'hash')], groupBy: [hash] });
  const different = await countOf(loading, hashes);
  return different === keyed ? 0 : countOf(loading, repeated(rows, key, 'first'));
}

async function countOf({ database, options }: Loading, query: Query): Promise<number> {
  const counted = await database.read(
    select({ columns: [output(count(), 'n')], from: subquery(query, 'counted') }),
    {},
    options,
  );
  return counted.number('n');
}

/** Rows numbered within their key, from the end of the file when the last is to be kept. */
function numbered(rows: StagedRows, key: string, keep: 'first' | 'last'): Query {
  const order = [keep === 'first' ? ascending(rows.position) : descending(rows.position)];
  const columns = [output(window('row_number', [], { partition: [column(key)], order }), NTH)];
  if (rows.position.kind === 'column' && rows.position.name !== POSITION) columns.push(output(rows.position, POSITION));
  return over(rows, { every: true, columns });
}

function repeated(rows: StagedRows, key: string, keep: 'first' | 'last'): Query {
  return select({
    every: true,
    from: subquery(numbered(rows, key, keep), 'numbered'),
    where: operator(column(NTH), '>', literal(1)),
  });
}

async function dropRepeated(loading: Loading, rows: StagedRows, key: string, dropped: number): Promise<Dropped> {
  const { name, duplicates } = loading.source;
  const keep = duplicates === 'last' ? 'last' : 'first';
  const found = await examples(
    loading,
    { ...rows, position: column(POSITION) },
    repeated(rows, key, keep),
    column(key),
  );
  const data = { source: name, key, count: dropped, rows: found.rows };
  if (duplicates === 'refuse') loading.say('D235', { ...data, values: found.values }, { count: dropped });
  else loading.say('D236', { ...data, keep: duplicates }, { count: dropped });
  return { reason: 'duplicate key', count: dropped, rows: found.rows };
}

async function keepOne(loading: Loading, rows: StagedRows, key: string): Promise<StagedRows> {
  const { name, duplicates } = loading.source;
  const query = select({
    every: true,
    from: subquery(numbered(rows, key, duplicates === 'last' ? 'last' : 'first'), 'numbered'),
    where: operator(column(NTH), '=', literal(1)),
    orderBy: [ascending(column(POSITION))],
  });
  await loading.database.run({ kind: 'create', what: 'table', name: keptName(name), query }, {}, loading.options);
  return { relation: table(keptName(name)), where: null, position: column(POSITION), rejected: rows.rejected };
}
