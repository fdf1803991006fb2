import type { Catalogue } from './catalogue.js';
import { aType, grouped, list, listZh, rowList, rowListZh, rowsOf, sample, typeZh } from './wording.js';

/** `rows` are the first few row numbers of `count`; row 1 is the first under the header. */
interface OfRows {
  readonly source: string;
  readonly count: number;
  readonly rows: readonly number[];
}

/** Rows that were left out, cells that could not be read, values that do not fit. */
export interface RowNotices {
  D231: OfRows & { readonly expected: number };
  D232: OfRows & { readonly column: string; readonly type: string; readonly sample: string };
  D233: OfRows & { readonly column: string; readonly type: string; readonly sample: string };
  D234: OfRows & { readonly key: string };
  D235: OfRows & { readonly key: string; readonly values: readonly string[] };
  D236: OfRows & { readonly key: string; readonly keep: 'first' | 'last' };
  D237: OfRows & { readonly column: string; readonly target: string; readonly values: readonly string[] };
  D238: { readonly source: string; readonly column: string; readonly count: number };
  D239: { readonly source: string; readonly column: string; readonly spellings: readonly (readonly string[])[] };
  D240: OfRows & { readonly path: string };
  D241: { readonly source: string; readonly column: string; readonly target: string; readonly count: number };
}

export const rowNotices: Catalogue<RowNotices> = {
  D231: {
    severity: 'warning',
    en: ({ source, count, rows, expected }) =>
      `${rowsOf(count)} of source ${source} left out, not having the ${expected} fields of the header, or a quote that never closes (${rowList(rows, count)}).`,
    zh: ({ source, count, rows, expected }) =>
      `数据源 ${source} 有 ${grouped(count)} 行未采用: 字段数与表头的 ${expected} 个不符, 或引号没有闭合 (${rowListZh(rows, count)})。`,
  },
  D232: {
    severity: 'warning',
    en: ({ source, column, type, count, rows, sample: found }) =>
      count === 1
        ? `Source ${source}, ${rowList(rows, count)}: ${sample(found)} in column ${column} is not ${aType(type)}. It counts as missing.`
        : `Source ${source}, column ${column}: ${grouped(count)} cells are not ${aType(type)} and count as missing, such as ${sample(found)} (${rowList(rows, count)}).`,
    zh: ({ source, column, type, count, rows, sample: found }) =>
      `数据源 ${source} 的列 ${column}: ${grouped(count)} 个单元格不是${typeZh(type)}, 按缺失处理, 例如 ${sample(found)} (${rowListZh(rows, count)})。`,
  },
  D233: {
    severity: 'error',
    en: ({ source, column, type, sample: found, rows, count }) =>
      `No cell of column ${column} of source ${source} is ${aType(type)}: ${rowList(rows, count)} begin with ${sample(found)}. Change the column's type, or its from cell.`,
    zh: ({ source, column, type, sample: found, rows, count }) =>
      `数据源 ${source} 的列 ${column} 没有一个单元格是${typeZh(type)}, 例如 ${sample(found)} (${rowListZh(rows, count)})。请修改该列的类型或 from 格。`,
  },
  D234: {
    severity: 'warning',
    en: ({ source, key, count, rows }) =>
      `${rowsOf(count)} of source ${source} left out, having no ${key} (${rowList(rows, count)}).`,
    zh: ({ source, key, count, rows }) =>
      `数据源 ${source} 有 ${grouped(count)} 行没有 ${key}, 未采用 (${rowListZh(rows, count)})。`,
  },
  D235: {
    severity: 'error',
    en: ({ source, key, count, rows, values }) =>
      `Source ${source}: ${rowsOf(count)} with the ${key} of an earlier row: ${values.map(sample).join(', ')} (${rowList(rows, count)}). ` +
      'Repair the file, or say which row counts with the clause `duplicates keep first` or `duplicates keep last`.',
    zh: ({ source, key, count, rows, values }) =>
      `数据源 ${source} 有 ${grouped(count)} 行的 ${key} 与前面的行重复: ${values.map(sample).join('、')} (${rowListZh(rows, count)})。` +
      '请修正文件, 或用 `duplicates keep first`、`duplicates keep last` 说明以哪一行为准。',
  },
  D236: {
    severity: 'warning',
    en: ({ source, key, count, rows, keep }) =>
      `${rowsOf(count)} of source ${source} left out, the ${keep} row of each ${key} being kept (${rowList(rows, count)}).`,
    zh: ({ source, key, count, rows, keep }) =>
      `数据源 ${source} 中每个 ${key} 只保留${keep === 'first' ? '第一' : '最后一'}行, ${grouped(count)} 行未采用 (${rowListZh(rows, count)})。`,
  },
  D237: {
    severity: 'warning',
    en: ({ source, column, target, count, rows, values }) =>
      `Source ${source}: ${rowsOf(count)} whose ${column} finds nothing in ${target}: ${values.map(sample).join(', ')} (${rowList(rows, count)}). Nothing counts them.`,
    zh: ({ source, column, target, count, rows, values }) =>
      `数据源 ${source} 有 ${grouped(count)} 行的 ${column} 在 ${target} 中找不到: ${values.map(sample).join('、')} (${rowListZh(rows, count)})。这些行不归属任何对象, 不计入任何指标。`,
  },
  D238: {
    severity: 'note',
    en: ({ source, column, count }) => `Source ${source}: ${column} replaced by its aliases in ${rowsOf(count)}.`,
    zh: ({ source, column, count }) => `数据源 ${source} 有 ${grouped(count)} 行的 ${column} 按别名表改写。`,
  },
  D239: {
    severity: 'note',
    en: ({ source, column, spellings }) =>
      `Column ${column} of source ${source} spells a value in several ways: ${list(spellings.map((each) => each.map((one) => `“${one}”`).join(' and ')))}. Join them with an aliases table.`,
    zh: ({ source, column, spellings }) =>
      `数据源 ${source} 的列 ${column} 中同一个值有几种写法: ${listZh(spellings.map((each) => each.map((one) => `“${one}”`).join('与')))}。可用 aliases 表统一。`,
  },
  D240: {
    severity: 'error',
    en: ({ source, path, rows }) =>
      `In ${path} of source ${source} a quote opened in ${rowList(rows, rows.length)} is never closed, so all that follows cannot be told apart. Close it in the file.`,
    zh: ({ source, path, rows }) =>
      `数据源 ${source} 的 ${path} 中, ${rowListZh(rows, rows.length)}的引号没有闭合, 其后的内容无法分辨。请在文件里补上引号。`,
  },
  D241: {
    severity: 'note',
    en: ({ source, column, target, count }) =>
      `Source ${source}: ${rowsOf(count)} without ${column}, belonging to no row of ${target}.`,
    zh: ({ source, column, target, count }) =>
      `数据源 ${source} 有 ${grouped(count)} 行没有 ${column}, 因此不归属 ${target} 的任何一行。`,
  },
};
