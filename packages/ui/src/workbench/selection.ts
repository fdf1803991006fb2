import { languageTag } from '../language/language.js';
import { selectRows, type Filter, type Sort } from '../ranking/select.js';
import type { RankedTable } from '../ranking/table.js';
import type { View } from './store.js';

interface Selection {
  readonly filter: Filter;
  readonly sort: Sort | null;
  readonly locale: string;
  readonly rows: Uint32Array;
}

const kept = new WeakMap<RankedTable, Selection>();

/** The rows the view shows, worked out again only when table, filter, sort or language change. */
export function selection(
  table: RankedTable,
  { filter, sort, language }: Pick<View, 'filter' | 'sort' | 'language'>,
): Uint32Array {
  const locale = languageTag(language);
  const last = kept.get(table);
  if (last?.filter === filter && last.sort === sort && last.locale === locale) return last.rows;
  const rows = selectRows(table, filter, sort, locale);
  kept.set(table, { filter, sort, locale, rows });
  return rows;
}
