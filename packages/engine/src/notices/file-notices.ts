import type { Catalogue } from './catalogue.js';
import { aType, didYouMean, didYouMeanZh, list, listZh, typeZh } from './wording.js';

interface OfFile {
  readonly source: string;
  readonly path: string;
}

/** Files that cannot be used, and headers that do not fit. */
export interface FileNotices {
  D201: OfFile & { readonly similar: string | null };
  D202: OfFile;
  D203: OfFile;
  D204: OfFile & { readonly excel: boolean };
  D205: OfFile;
  D206: OfFile;
  D207: OfFile & {
    readonly column: string;
    readonly header: string;
    readonly found: readonly string[];
    readonly similar: string | null;
  };
  D208: OfFile & { readonly header: string; readonly columns: readonly number[] };
  D209: OfFile & { readonly encoding: 'gb18030' | 'utf-16' | null };
  D210: OfFile & { readonly delimiter: string; readonly expected: string };
  D211: OfFile;
  D212: OfFile & { readonly encoding: string };
  D213: OfFile & { readonly column: string; readonly type: string; readonly found: string };
  D214: { readonly source: string };
  D215: { readonly source: string; readonly problem: 'memory' | 'disk' };
}

export const fileNotices: Catalogue<FileNotices> = {
  D201: {
    severity: 'error',
    en: ({ source, path, similar }) => `The file ${path} of source ${source} does not exist.${didYouMean(similar)}`,
    zh: ({ source, path, similar }) => `数据源 ${source} 的文件 ${path} 不存在。${didYouMeanZh(similar)}`,
  },
  D202: {
    severity: 'error',
    en: ({ source, path }) =>
      `The file ${path} of source ${source} lies outside the project folder. Copy it into the folder and name it from there.`,
    zh: ({ source, path }) =>
      `数据源 ${source} 的文件 ${path} 不在项目文件夹内。请把它复制到文件夹里, 再按文件夹内的路径写。`,
  },
  D203: {
    severity: 'error',
    en: ({ source, path }) => `${path} of source ${source} is a folder. Name a file in it.`,
    zh: ({ source, path }) => `数据源 ${source} 的 ${path} 是文件夹, 请写出其中的文件名。`,
  },
  D204: {
    severity: 'error',
    en: ({ source, path, excel }) =>
      excel
        ? `${path} of source ${source} is a workbook. Save the sheet as CSV (UTF-8) and name that file.`
        : `${path} of source ${source} is of no kind that can be read: use .csv, .tsv, .csv.gz or .parquet.`,
    zh: ({ source, path, excel }) =>
      excel
        ? `数据源 ${source} 的 ${path} 是电子表格。请把工作表另存为 CSV (UTF-8), 再写那个文件名。`
        : `无法读取数据源 ${source} 的 ${path}: 可用的格式是 .csv、.tsv、.csv.gz 和 .parquet。`,
  },
  D205: {
    severity: 'error',
    en: ({ source, path }) => `The file ${path} of source ${source} is empty: it has not even a header.`,
    zh: ({ source, path }) => `数据源 ${source} 的文件 ${path} 是空的, 连表头也没有。`,
  },
  D206: {
    severity: 'warning',
    en: ({ source, path }) => `The file ${path} of source ${source} has a header and no rows.`,
    zh: ({ source, path }) => `数据源 ${source} 的文件 ${path} 只有表头, 没有数据行。`,
  },
  D207: {
    severity: 'error',
    en: ({ source, path, column, header, found, similar }) =>
      `Source ${source} wants a column “${header}” that ${path} does not have.${didYouMean(similar)} ` +
      `The file has: ${list(found)}. If the file calls it otherwise, write that name in the from cell of ${column}.`,
    zh: ({ source, path, column, header, found, similar }) =>
      `数据源 ${source} 需要列“${header}”, 但 ${path} 没有这一列。${didYouMeanZh(similar)}` +
      `文件中的列: ${listZh(found)}。如果文件里叫别的名字, 请写在 ${column} 的 from 格里。`,
  },
  D208: {
    severity: 'error',
    en: ({ source, path, header, columns }) =>
      `${path} of source ${source} has the header “${header}” ${columns.length} times, in columns ${columns.join(', ')}. Give each its own name in the file.`,
    zh: ({ source, path, header, columns }) =>
      `数据源 ${source} 的 ${path} 中, 表头“${header}”出现了 ${columns.length} 次 (第 ${columns.join('、')} 列)。请在文件里给它们起不同的名字。`,
  },
  D209: {
    severity: 'error',
    en: ({ source, path, encoding }) => {
      const repair = {
        gb18030: 'It reads as GB18030 (GBK): add the clause `encoding gb18030` to the source.',
        'utf-16': 'It is UTF-16: save it again as UTF-8.',
      };
      return `${path} of source ${source} is not UTF-8. ${encoding === null ? 'Save it again as UTF-8.' : repair[encoding]}`;
    },
    zh: ({ source, path, encoding }) => {
      const repair = {
        gb18030: '它像是 GB18030 (GBK) 编码: 请给数据源加上 `encoding gb18030`。',
        'utf-16': '它是 UTF-16 编码: 请另存为 UTF-8。',
      };
      return `数据源 ${source} 的 ${path} 不是 UTF-8 编码。${encoding === null ? '请另存为 UTF-8。' : repair[encoding]}`;
    },
  },
  D210: {
    severity: 'error',
    en: ({ source, path, delimiter, expected }) =>
      `The columns of ${path} are separated by ${shown(delimiter)}, not by ${shown(expected)}: add the clause \`delimiter "${written(delimiter)}"\` to source ${source}.`,
    zh: ({ source, path, delimiter, expected }) =>
      `${path} 的各列以 ${shown(delimiter)} 分隔, 而不是 ${shown(expected)}: 请给数据源 ${source} 加上 \`delimiter "${written(delimiter)}"\`。`,
  },
  D211: {
    severity: 'error',
    en: ({ source, path }) =>
      `${path} of source ${source} cannot be read: it is damaged, or not of the kind its name says, or may not be opened.`,
    zh: ({ source, path }) => `无法读取数据源 ${source} 的 ${path}: 文件已损坏、格式与扩展名不符, 或没有读取权限。`,
  },
  D212: {
    severity: 'error',
    en: ({ source, path, encoding }) =>
      `${path} of source ${source} is not ${encoding}, as the source says. Leave the encoding clause out if it is UTF-8.`,
    zh: ({ source, path, encoding }) =>
      `数据源 ${source} 的 ${path} 并不是所写的 ${encoding} 编码。如果它是 UTF-8, 请去掉 encoding 子句。`,
  },
  D213: {
    severity: 'error',
    en: ({ source, path, column, type, found }) =>
      `Column ${column} of source ${source} is to be ${aType(type)}, but ${path} holds values of type ${found} there.`,
    zh: ({ source, path, column, type, found }) =>
      `数据源 ${source} 的列 ${column} 应为${typeZh(type)}, 但 ${path} 中是 ${found} 类型。`,
  },
  D214: {
    severity: 'note',
    en: ({ source }) => `Source ${source} is not available: whatever reads it is unknown.`,
    zh: ({ source }) => `数据源 ${source} 不可用: 凡是用到它的结果都是未知。`,
  },
  D215: {
    severity: 'error',
    en: ({ source, problem }) =>
      problem === 'memory'
        ? `There is not enough memory to load source ${source}. Allow more memory, or save the file as Parquet, which needs less.`
        : `The disk is full: source ${source} could not be loaded.`,
    zh: ({ source, problem }) =>
      problem === 'memory'
        ? `内存不足, 无法载入数据源 ${source}。请允许使用更多内存, 或把文件存成占用更少的 Parquet。`
        : `磁盘已满, 无法载入数据源 ${source}。`,
  },
};

function shown(delimiter: string): string {
  return delimiter === '\t' ? 'tabs' : `“${delimiter}”`;
}

function written(delimiter: string): string {
  return delimiter === '\t' ? String.raw`\t` : delimiter;
}
