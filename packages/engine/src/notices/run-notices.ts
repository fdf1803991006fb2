import type { Catalogue } from './catalogue.js';
import { didYouMean, didYouMeanZh, grouped, list, listZh, rowsOf } from './wording.js';

/** What each `R3xx` sentence needs to know. */
export interface RunNotices {
  /** The step was stopped by whoever asked for it. */
  R301: { readonly step: string };
  R302: {
    readonly population: string;
    readonly source: string;
    readonly of: number;
    readonly dropped: number;
    readonly unknown: number;
  };
  R303: { readonly population: string; readonly by: string; readonly value: string; readonly tied: number };
  R304: { readonly population: string; readonly count: number };
  R305: { readonly metric: string; readonly rows: number };
  R306: { readonly metrics: readonly string[]; readonly names: readonly string[] };
  R307: { readonly level: string; readonly count: number; readonly of: number };
  R308: { readonly benchmark: string; readonly count: number; readonly inputs: readonly string[] };
  R309: { readonly population: string; readonly count: number };
  R310: { readonly score: string; readonly count: number };
  R311: { readonly file: string; readonly root: string };
  R312: { readonly population: string | null; readonly known: readonly string[] };
  R314: {
    readonly column: string;
    readonly from: string;
    readonly to: string;
    readonly rate: string;
    readonly dated: string | null;
  };
  R315: {
    readonly source: string;
    readonly column: string;
    readonly value: string;
    readonly by: string;
    readonly similar: string | null;
  };
  R313: { readonly file: string; readonly why: 'absent' | 'unreadable' | 'large' | 'not utf-8' };
}

/** What runs have to say. Each code has a page docs/diagnostics/CODE.md. */
export const runNotices: Catalogue<RunNotices> = {
  R301: {
    severity: 'error',
    en: ({ step }) => `${step} was stopped before it was finished.`,
    zh: ({ step }) => `${step}尚未完成就被停止。`,
  },
  R302: {
    severity: 'error',
    en: ({ population, source, of, dropped, unknown }) =>
      `Nobody is in the population ${population}: of ${rowsOf(of)} of ${source}, \`where\` leaves out ${grouped(dropped)} and cannot tell for ${grouped(unknown)}. ` +
      `Loosen its \`where\`, or see whether the columns it reads have values.`,
    zh: ({ population, source, of, dropped, unknown }) =>
      `总体 ${population} 中没有任何记录: ${source} 的 ${grouped(of)} 行中, \`where\` 排除了 ${grouped(dropped)} 行, 另有 ${grouped(unknown)} 行无法判断。` +
      `请放宽 \`where\`, 或检查它读取的列是否有值。`,
  },
  R303: {
    severity: 'note',
    en: ({ population, by, value, tied }) =>
      `The cut of ${population} falls among equals: ${rowsOf(tied)} with the same ${by} (${value}) did not make it. Ties are broken by the key.`,
    zh: ({ population, by, value, tied }) =>
      `${population} 的分界处有并列: 另有 ${grouped(tied)} 行的 ${by} 同为 ${value}, 未能入选。并列时按主键排序。`,
  },
  R304: {
    severity: 'warning',
    en: ({ population }) => `${population} has a single member, so every percent_rank in it is 0.`,
    zh: ({ population }) => `${population} 只有一个成员, 因此其中所有 percent_rank 都是 0。`,
  },
  R305: {
    severity: 'warning',
    en: ({ metric, rows }) =>
      `${metric} leaves out ${rowsOf(rows)} for which its \`where\` cannot be told: the value it reads is missing.`,
    zh: ({ metric, rows }) => `${metric} 未计入 ${grouped(rows)} 行: 它的 \`where\` 所读取的值缺失, 无法判断。`,
  },
  R306: {
    severity: 'warning',
    en: ({ metrics, names }) =>
      `${list(metrics)} cannot be known: ${list(names)} ${names.length === 1 ? 'is' : 'are'} not available.`,
    zh: ({ metrics, names }) => `无法得知${listZh(metrics)}: ${listZh(names)}不可用。`,
  },
  R307: {
    severity: 'warning',
    en: ({ level, count, of }) =>
      `The ${level} of ${grouped(count)} of ${grouped(of)} is unknown: what could not be judged would decide it.`,
    zh: ({ level, count, of }) =>
      `${grouped(of)} 个中有 ${grouped(count)} 个的 ${level} 未知: 它取决于无法判定的指标。`,
  },
  R308: {
    severity: 'warning',
    en: ({ benchmark, count, inputs }) =>
      `No row of ${benchmark} can be told for ${grouped(count)}: their ${list(inputs)} is missing or not listed. Add a \`missing\` or an \`else\` row to decide.`,
    zh: ({ benchmark, count, inputs }) =>
      `有 ${grouped(count)} 个无法确定适用 ${benchmark} 的哪一行: 其 ${listZh(inputs)} 缺失或未列出。可增加 \`missing\` 行或 \`else\` 行。`,
  },
  R309: {
    severity: 'warning',
    en: ({ population, count }) =>
      `${rowsOf(count)} cannot be told to be in ${population} or not, and ${count === 1 ? 'is' : 'are'} left out: a value it is chosen by is missing.`,
    zh: ({ population, count }) => `有 ${grouped(count)} 行无法判断是否属于 ${population}, 未计入: 用于选取的值缺失。`,
  },
  R310: {
    severity: 'note',
    en: ({ score, count }) =>
      `${grouped(count)} have no ${score}, since a term of it is unknown; they stand unranked at the end.`,
    zh: ({ score, count }) => `有 ${grouped(count)} 个没有 ${score} (其某一项未知), 不参与排名, 列在最后。`,
  },
  R311: {
    severity: 'error',
    en: ({ file, root }) => `The rulebook ${file} lies outside the project folder ${root}. Name one inside it.`,
    zh: ({ file, root }) => `规则手册 ${file} 不在项目文件夹 ${root} 内, 请使用文件夹内的文件。`,
  },
  R312: {
    severity: 'error',
    en: ({ population, known }) =>
      known.length === 0
        ? 'The rulebook declares no population, so there is nobody to judge. Write one: `population everyone of SOURCE`.'
        : `There is no population ${population ?? ''}. The rulebook has: ${list(known)}.`,
    zh: ({ population, known }) =>
      known.length === 0
        ? '规则手册没有声明总体 (population), 没有可判定的对象。请写一个: `population everyone of SOURCE`。'
        : `没有总体 ${population ?? ''}。规则手册中有: ${listZh(known)}。`,
  },
  R313: {
    severity: 'error',
    en: ({ file, why }) => {
      const sentence = {
        absent: `There is no file ${file}. Check its name, and that you are in the project folder.`,
        unreadable: `The file ${file} cannot be read. Check that it is a file and that you may read it.`,
        large: `${file} is larger than 8 MB: a rulebook is not. Is it a data file?`,
        'not utf-8': `${file} is not UTF-8 text. Save it again as UTF-8.`,
      };
      return sentence[why];
    },
    zh: ({ file, why }) => {
      const sentence = {
        absent: `没有文件 ${file}。请检查文件名, 以及当前是否在项目文件夹中。`,
        unreadable: `无法读取 ${file}。请确认它是文件, 且您有读取权限。`,
        large: `${file} 超过 8 MB, 规则手册不会这么大。它是数据文件吗?`,
        'not utf-8': `${file} 不是 UTF-8 文本, 请另存为 UTF-8。`,
      };
      return sentence[why];
    },
  },
  R314: {
    severity: 'note',
    en: ({ column, from, to, rate, dated }) =>
      `${column} is converted: 1 ${from} is ${rate} ${to}${dated === null ? '' : ` (${dated})`}.`,
    zh: ({ column, from, to, rate, dated }) =>
      `${column} 已换算: 1 ${from} = ${rate} ${to}${dated === null ? '' : ` (${dated})`}。`,
  },
  R315: {
    severity: 'warning',
    en: ({ source, column, value, by, similar }) =>
      `${by} names the ${column} “${value}”, which no row of ${source} has.${didYouMean(similar)}`,
    zh: ({ source, column, value, by, similar }) =>
      `${by} 提到 ${column} 为“${value}”, 但 ${source} 中没有这样的行。${didYouMeanZh(similar)}`,
  },
};
