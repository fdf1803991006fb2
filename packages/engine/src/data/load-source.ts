import { DatabaseError } from '../database/database-error.js';
import type { SourceReport } from '../results.js';
import { cast, column, literal } from '../sql/expression.js';
import { output, type Query, select, subquery } from '../sql/query.js';
import { checkKey, type Keyed } from './check-key.js';
import { sqlType } from './column-types.js';
import { noteUnrated, withRates } from './convert-amounts.js';
import { countQuality, type Quality } from './count-quality.js';
import { csvTable, refuseOtherEncoding, takeRejected } from './csv-table.js';
import { withDerived } from './derived-columns.js';
import type { Loading, SourceFile } from './loading.js';
import { noteSpellings } from './note-spellings.js';
import { parquetTable } from './parquet-table.js';
import type { RawTable } from './raw-table.js';
import { resolveColumns } from './resolve-columns.js';
import type { Selection } from './select-columns.js';
import { findClean } from './find-clean.js';
import { stageQuery, type StagedColumn } from './stage-query.js';
import {
  count,
  over,
  scanName,
  sourceName,
  stagedName,
  stagedTable,
  stagedView,
  type StagedRows,
} from './staged-rows.js';

/** A source in the database, its references not yet followed. */
export interface Staged {
  /** null for a source that is not available. */
  readonly rows: StagedRows | null;
  readonly quality: Quality;
  readonly dropped: SourceReport['dropped'];
  readonly rowsRead: number;
  readonly columns: readonly string[];
}

/** Loads one source. @throws DataError with all that stands in its way */
export async function loadSource(loading: Loading, file: SourceFile, selection: Selection): Promise<Staged> {
  try {
    return await load(loading, file, selection);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.problem === 'file') return refuseFile(loading, file);
    if (error.problem === 'memory' || error.problem === 'disk')
      loading.refuse('D215', { source: loading.source.name, problem: error.problem });
    throw error;
  }
}

async function refuseFile(loading: Loading, { found, format }: SourceFile): Promise<never> {
  if (format === 'csv') await refuseOtherEncoding(loading, found);
  return loading.refuse('D211', loading.ofFile);
}

async function load(loading: Loading, file: SourceFile, selection: Selection): Promise<Staged> {
  const { source } = loading;
  const staged =
    file.format === 'csv' ? await stageCsv(loading, file, selection) : await stageParquet(loading, file, selection);
  const ragged = raggedRows(staged.rows);
  const taken = await rowCount(loading, staged.rows);
  if (taken + ragged.count === 0) loading.say('D206', loading.ofFile);
  const keyed: Keyed =
    source.key === null ? { rows: staged.rows, dropped: [] } : await checkKey(loading, staged.rows, source.key);
  const quality = await countQuality(
    loading,
    keyed.rows,
    staged.columns,
    selection.derived.map(({ name }) => name),
  );
  await noteUnrated(loading, keyed.rows, selection.rates);
  await noteSpellings(loading, keyed.rows, staged.columns, quality.rows);
  loading.stopOnErrors();
  const query = over(keyed.rows, { columns: selection.names.map((name) => output(column(name), name)) });
  await loading.database.run(
    { kind: 'create', what: 'view', name: sourceName(source.name), query },
    {},
    loading.options,
  );
  return {
    rows: keyed.rows,
    quality,
    dropped: [...(ragged.count > 0 ? [ragged] : []), ...keyed.dropped],
    rowsRead: taken + ragged.count,
    columns: selection.names,
  };
}

interface StagedFile {
  readonly rows: StagedRows;
  readonly columns: readonly StagedColumn[];
}

async function stageCsv(loading: Loading, { found }: SourceFile, selection: Selection): Promise<StagedFile> {
  const { database, source, options } = loading;
  const raw = await csvTable(loading, found);
  const columns = resolveColumns(loading, selection.columns, raw);
  loading.stopOnErrors();
  const name = stagedName(source.name);
  await database.run(
    { kind: 'create', what: 'table', name, query: queryOf(loading, raw, columns, selection) },
    {},
    options,
  );
  const rejected = await takeRejected(loading, found, raw);
  return { rows: stagedTable(name, rejected.rows), columns };
}

/** Parquet is read where it lies: its columns are fast to reach, and a large file need not fit into memory. */
async function stageParquet(loading: Loading, { found }: SourceFile, selection: Selection): Promise<StagedFile> {
  const { database, source, options } = loading;
  const raw = await parquetTable(loading, found);
  const resolved = resolveColumns(loading, selection.columns, raw);
  loading.stopOnErrors();
  const columns = await findClean(loading, raw, resolved);
  const name = scanName(source.name);
  await database.run(
    { kind: 'create', what: 'view', name, query: queryOf(loading, raw, columns, selection) },
    {},
    options,
  );
  return { rows: stagedView(name), columns };
}

function queryOf(
  { source }: Loading,
  raw: RawTable,
  columns: readonly StagedColumn[],
  { derived, rates }: Selection,
): Query {
  return withDerived(withRates(stageQuery(raw, columns, source.missing), rates), derived);
}

async function rowCount({ database, options }: Loading, rows: StagedRows): Promise<number> {
  return (await database.read(over(rows, { columns: [output(count(), 'n')] }), {}, options)).number('n');
}

function raggedRows({ rejected }: StagedRows): SourceReport['dropped'][number] {
  return { reason: 'fields do not match the header', count: rejected.length, rows: rejected.slice(0, 3) };
}

/** The view of a source that no one has: the right columns, no rows. */
export async function loadEmpty(loading: Loading, { columns, derived, names }: Selection): Promise<Staged> {
  const { source, database, options } = loading;
  const empty = select({ columns: columns.map(({ name, type }) => output(cast(literal(null), sqlType(type)), name)) });
  const query = select({
    columns: names.map((name) => output(column(name), name)),
    from: subquery(withDerived(empty, derived), 'empty'),
    where: literal(false),
  });
  await database.run({ kind: 'create', what: 'view', name: sourceName(source.name), query }, {}, options);
  loading.say('D214', { source: source.name });
  return { rows: null, quality: { rows: 0, missing: {}, unreadable: {} }, dropped: [], rowsRead: 0, columns: names };
}
