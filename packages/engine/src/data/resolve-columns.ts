import type { Column } from '@benchbook/dsl';
import type { Loading } from './loading.js';
import type { RawColumn, RawTable } from './raw-table.js';
import { familyOf, readTyped } from './read-typed.js';
import { similar } from './similar.js';
import type { StagedColumn } from './stage-query.js';

/** Finds the file's column for each declared one. Notes every header that is missing, doubled or of a type that does not fit. */
export function resolveColumns(loading: Loading, wanted: readonly Column[], raw: RawTable): readonly StagedColumn[] {
  return wanted.map((column) => ({
    column,
    raw: column.from.kind === 'header' ? resolve(loading, column, column.from.header, raw) : null,
    aliases: loading.source.aliases[column.name] ?? [],
    clean: false,
  }));
}

function resolve(loading: Loading, column: Column, header: string, raw: RawTable): RawColumn | null {
  const { ofFile } = loading;
  const at = { line: column.line };
  const places = raw.headers.flatMap((found, index) => (found === header.trim() ? [index] : []));
  const [place] = places;
  const found = place === undefined ? undefined : raw.columns[place];
  if (found === undefined) {
    const near = similar(header, raw.headers);
    loading.say('D207', { ...ofFile, column: column.name, header, found: raw.headers, similar: near }, at);
    return null;
  }
  if (places.length > 1) loading.say('D208', { ...ofFile, header, columns: places.map((each) => each + 1) }, at);
  if (readTyped(column.type, familyOf(found.type)) === null) {
    loading.say(
      'D213',
      { ...ofFile, column: column.name, type: column.type.kind, found: found.type.toLowerCase() },
      at,
    );
    return null;
  }
  return found;
}
