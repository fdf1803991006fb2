import { column, literal } from '../sql/expression.js';
import { select, tableFunction } from '../sql/query.js';
import type { Loading } from './loading.js';
import type { RawTable } from './raw-table.js';
import type { FoundFile } from './source-files.js';

const ROW_NUMBER = 'file_row_number';

/** A Parquet file with the columns and types it has. */
export async function parquetTable({ database, options }: Loading, { path }: FoundFile): Promise<RawTable> {
  const relation = tableFunction('read_parquet', [literal(path)], { file_row_number: true });
  const { types } = await database.read(select({ every: true, from: relation, limit: 0 }), {}, options);
  const columns = [...types].map(([name, type]) => ({ name, type })).filter(({ name }) => name !== ROW_NUMBER);
  return { relation, headers: columns.map(({ name }) => name), columns, position: column(ROW_NUMBER) };
}
