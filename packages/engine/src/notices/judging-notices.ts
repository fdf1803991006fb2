import type { Catalogue } from './catalogue.js';
import { grouped, rowsOf } from './wording.js';

/** What each sentence about how accounts are judged needs to know. */
export interface JudgingNotices {
  R341: { readonly column: string; readonly table: string; readonly on: string | null; readonly count: number };
  R342: {
    readonly column: string;
    readonly from: string;
    readonly to: string;
    readonly table: string;
    readonly on: string | null;
  };
  R340: { readonly benchmark: string; readonly metric: string; readonly count: number; readonly least: number };
}

/** What a run has to say of peers, dates and waivers. Each code has a page docs/diagnostics/CODE.md. */
export const judgingNotices: Catalogue<JudgingNotices> = {
  R340: {
    severity: 'warning',
    en: ({ benchmark, metric, count, least }) =>
      `${benchmark} cannot judge the ${metric} of ${grouped(count)}: fewer than ${least} of their peers have a known value. ` +
      `Compare with a wider group, or say \`peers at least\` fewer.`,
    zh: ({ benchmark, metric, count, least }) =>
      `${benchmark} 无法评判 ${grouped(count)} 个的 ${metric}: 其同类中有值的不足 ${least} 个。` +
      `请扩大比较的范围, 或用 \`peers at least\` 减少要求的个数。`,
  },
  R341: {
    severity: 'warning',
    en: ({ column, table, on, count }) =>
      `${rowsOf(count)} of ${column} cannot be converted: ${table} has no rate ${on === null ? 'for the day to look back from' : `for their ${on}`}. Their amounts are missing.`,
    zh: ({ column, table, on, count }) =>
      `${column} 有 ${grouped(count)} 行无法换算: ${table} 中没有${on === null ? '截至日' : `其 ${on} 当天`}的汇率, 其金额视为缺失。`,
  },
  R342: {
    severity: 'note',
    en: ({ column, from, to, table, on }) =>
      `${column} is converted from ${from} to ${to} at ${table}, ${on === null ? 'as of the day to look back from' : `by ${on}`}.`,
    zh: ({ column, from, to, table, on }) =>
      `${column} 已按 ${table} 从 ${from} 换算为 ${to} (${on === null ? '按截至日' : `按 ${on}`})。`,
  },
};
