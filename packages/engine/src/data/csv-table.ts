import { all, ascending, call, cast, column, literal, operator } from '../sql/expression.js';
import { output, select, table, tableFunction } from '../sql/query.js';
import { plainDelimiter, readHeader } from './csv-header.js';
import { decode, detectEncoding } from './encoding.js';
import type { Loading } from './loading.js';
import type { RawTable } from './raw-table.js';
import type { FoundFile } from './source-files.js';

/** Bytes that the header and the dialect are told from. */
const SAMPLE = 256 * 1024;

export interface CsvTable extends RawTable {
  /** Tables the scan fills with the rows it cannot take. */
  readonly rejects: { readonly errors: string; readonly scans: string };
}

/** A CSV file as text columns. @throws DataError when it is empty, in another encoding or plainly differently delimited */
export async function csvTable(loading: Loading, found: FoundFile): Promise<CsvTable> {
  const { source, ofFile } = loading;
  const sample = await loading.files.head(found, SAMPLE);
  if (sample.length === 0) loading.refuse('D205', ofFile);
  const path = source.encoding === 'utf-8' ? utf8(loading, found, sample) : await decoded(loading, found);
  const start = new TextDecoder(source.encoding).decode(sample, { stream: true });
  const delimiter = source.delimiter ?? (/\.tsv(\.gz)?$/i.test(found.path) ? '\t' : ',');
  const headers = readHeader(start, delimiter);
  if (headers.every((header) => header === '')) loading.refuse('D205', ofFile);
  checkDelimiter(loading, start, delimiter, headers);
  return scan(source.name, path, headers, delimiter);
}

function scan(name: string, path: string, headers: readonly string[], delimiter: string): CsvTable {
  const columns = headers.map((_, index) => ({ name: `c${index}`, type: 'VARCHAR' }));
  // The options take only names that need no quotes; a source may be called 客户 or order-lines.
  const plain = Buffer.from(name).toString('hex');
  const rejects = { errors: `rejected_${plain}`, scans: `rejecting_${plain}` };
  const relation = tableFunction('read_csv', [literal(path)], {
    auto_detect: false,
    header: true,
    delim: delimiter,
    quote: '"',
    escape: '"',
    columns: Object.fromEntries(columns.map((each) => [each.name, each.type])),
    store_rejects: true,
    rejects_table: rejects.errors,
    rejects_scan: rejects.scans,
    max_line_size: 16 * 1024 * 1024,
  });
  return { relation, headers, columns, position: null, rejects };
}

function utf8(loading: Loading, found: FoundFile, sample: Uint8Array): string {
  const encoding = detectEncoding(sample);
  if (encoding === 'utf-8') return found.path;
  return loading.refuse('D209', { ...loading.ofFile, encoding: encoding === 'unknown' ? null : encoding });
}

/** The file again in UTF-8, in the database's private folder. */
async function decoded(loading: Loading, found: FoundFile): Promise<string> {
  const path = loading.database.temporaryPath('csv');
  try {
    await loading.files.write(path, decode(loading.files.read(found), loading.source.encoding));
    return path;
  } catch (error) {
    if (error instanceof TypeError) loading.refuse('D212', { ...loading.ofFile, encoding: loading.source.encoding });
    throw error;
  }
}

function checkDelimiter(loading: Loading, start: string, expected: string, headers: readonly string[]): void {
  const plain = plainDelimiter(start);
  if (plain === null || plain === expected) return;
  const wanted = loading.source.columns.flatMap(({ from }) => (from.kind === 'header' ? [from.header] : []));
  if (wanted.every((header) => headers.includes(header))) return;
  loading.refuse('D210', { ...loading.ofFile, delimiter: plain, expected });
}

/** Rows of the file that could not be taken: numbers from 1, in file order. */
export interface Rejected {
  readonly rows: readonly number[];
}

/** Reads and drops what the scan has rejected. @throws DataError for bytes of another encoding and quotes that never close */
export async function takeRejected(
  loading: Loading,
  found: FoundFile,
  { rejects, headers }: CsvTable,
): Promise<Rejected> {
  const { database, options } = loading;
  const line = column('line');
  const rejected = await database.read(
    select({
      columns: [
        output(cast(line, 'BIGINT'), 'line'),
        output(cast(column('error_type'), 'VARCHAR'), 'error'),
        output(unclosed, 'unclosed'),
      ],
      from: table(rejects.errors),
      orderBy: [ascending(line)],
    }),
    {},
    options,
  );
  for (const name of [rejects.errors, rejects.scans])
    await database.run({ kind: 'drop', what: 'table', name }, {}, options);
  if (rejected.texts('error').includes('INVALID ENCODING')) await refuseOtherEncoding(loading, found);
  // The header is line 1.
  const lines = rejected.numbers('line').map((each) => (each ?? 1) - 1);
  const open = lines.filter((_, index) => rejected.booleans('unclosed')[index] === true);
  if (open.length > 0) loading.refuse('D240', { ...loading.ofFile, rows: open.slice(0, 3), count: open.length });
  const rows = [...new Set(lines)];
  const count = rows.length;
  if (count > 0)
    loading.say(
      'D231',
      { source: loading.source.name, expected: headers.length, count, rows: rows.slice(0, 3) },
      { count },
    );
  return { rows };
}

/** A quote that never closes takes the lines after it with it. */
const unclosed = all([
  operator(cast(column('error_type'), 'VARCHAR'), '=', literal('UNQUOTED VALUE')),
  call('regexp_matches', call('trim', column('csv_line'), literal('\r\n ')), literal('\n')),
]);

/** Says which encoding a file is in that turned out, somewhere, not to be UTF-8. Silent when it is. */
export async function refuseOtherEncoding(loading: Loading, found: FoundFile): Promise<void> {
  if (await readsAs('utf-8', loading, found)) return;
  loading.refuse('D209', {
    ...loading.ofFile,
    encoding: (await readsAs('gb18030', loading, found)) ? 'gb18030' : null,
  });
}

async function readsAs(encoding: string, { files }: Loading, found: FoundFile): Promise<boolean> {
  try {
    for await (const _ of decode(files.read(found), encoding));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
