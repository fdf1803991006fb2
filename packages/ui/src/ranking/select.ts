import { orderBy, type Direction } from './order.js';
import { markMatches } from './search.js';
import { columnNamed, columnsOf, type RankedTable } from './table.js';

/** What narrows the table: a text in name or key, and one label for each of some columns. */
export interface Filter {
  readonly text: string;
  /** Column name → label; null stands for "no value". */
  readonly labels: Readonly<Record<string, string | null>>;
}

export interface Sort {
  readonly column: string;
  readonly direction: Direction;
}

export const EVERYTHING: Filter = { text: '', labels: {} };

/** The rows that pass the filter, in the order of the sort: indices into the table's columns. */
export function selectRows(table: RankedTable, filter: Filter, sort: Sort | null, locale: string): Uint32Array {
  const keep = matching(table, filter);
  const column = sort === null ? null : columnNamed(table, sort.column);
  const order = sort === null || column === null ? null : orderBy(column, sort.direction, table.rows, locale);
  if (keep === null) return order ?? Uint32Array.from({ length: table.rows }, (_, row) => row);

  const rows = new Uint32Array(table.rows);
  let count = 0;
  for (let i = 0; i < table.rows; i++) {
    const row = order === null ? i : (order[i] ?? 0);
    if (keep[row] === 1) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** 1 for each row that passes; null when nothing narrows the table. */
function matching(table: RankedTable, filter: Filter): Uint8Array | null {
  const wanted = Object.entries(filter.labels);
  const text = filter.text.trim();
  if (wanted.length === 0 && text === '') return null;

  const keep = new Uint8Array(table.rows);
  if (text === '') keep.fill(1);
  else {
    for (const column of [...columnsOf(table, 'name'), ...columnsOf(table, 'key')]) {
      if (column.store === 'texts') markMatches(column, text, keep);
    }
  }
  for (const [name, label] of wanted) {
    const column = columnNamed(table, name);
    if (column?.store !== 'codes') continue;
    const code = label === null ? -1 : column.labels.indexOf(label);
    if (label !== null && code < 0) {
      keep.fill(0);
      continue;
    }
    const { codes } = column;
    for (let row = 0; row < table.rows; row++) if (codes[row] !== code) keep[row] = 0;
  }
  return keep;
}
