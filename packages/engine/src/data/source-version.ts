import { createHash } from 'node:crypto';
import type { Source } from '@benchbook/dsl';
import { printQuery } from '../sql/duckdb-printer.js';
import { output, select } from '../sql/query.js';
import type { Selection } from './select-columns.js';

/** A hash of all that decides which rows a source has: its declaration, the columns read, its file, the files it points at. */
export function sourceVersion(
  source: Source,
  { columns, derived, rates }: Selection,
  files: readonly string[],
): string {
  const decides = {
    columns: columns.map(({ name, type, from }) => ({ name, type, from })),
    derived: printed(derived),
    rates: printed(rates),
    aliases: Object.entries(source.aliases).map(([name, aliases]) => [name, aliases.map(({ from, to }) => [from, to])]),
    path: source.path,
    key: source.key,
    encoding: source.encoding,
    delimiter: source.delimiter,
    missing: source.missing,
    duplicates: source.duplicates,
    files,
  };
  return createHash('sha256').update(JSON.stringify(decides)).digest('hex');
}

const printed = (columns: Selection['derived']): string =>
  printQuery(select({ columns: columns.map(({ name, expression }) => output(expression, name)) }));
