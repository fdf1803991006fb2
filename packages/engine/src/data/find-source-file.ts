import { dirname, join } from 'node:path/posix';
import type { Loading, SourceFile } from './loading.js';
import { similar } from './similar.js';
import type { FoundFile } from './source-files.js';

/** Finds the file of a source. @throws DataError when it is not there or cannot be what it should be */
export async function findSourceFile(loading: Loading): Promise<SourceFile> {
  const { ofFile, path } = loading;
  const found = await loading.files.find(path);
  if (found === null) return loading.refuse('D201', { ...ofFile, similar: await nearby(loading) });
  if (found.outside) return loading.refuse('D202', ofFile);
  if (found.kind === 'folder') return loading.refuse('D203', ofFile);
  if (found.kind === 'other') return loading.refuse('D211', ofFile);
  const format = formatOf(found);
  if (format === null) return loading.refuse('D204', { ...ofFile, excel: /\.(xlsx?|xlsm|ods|numbers)$/i.test(path) });
  if (found.size === 0) return loading.refuse('D205', ofFile);
  return { found, format };
}

function formatOf({ path }: FoundFile): SourceFile['format'] | null {
  if (/\.(parquet|pq)$/i.test(path)) return 'parquet';
  return /\.(csv|tsv|txt)(\.gz)?$/i.test(path) ? 'csv' : null;
}

async function nearby({ files, path }: Loading): Promise<string | null> {
  const names = await files.beside(path);
  const meant = similar(path.split('/').at(-1) ?? path, names);
  return meant === null ? null : join(dirname(path), meant);
}
