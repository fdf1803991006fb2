import type { Catalogue } from './catalogue.js';
import { grouped } from './wording.js';

/** What each sentence about how accounts are judged needs to know. */
export interface JudgingNotices {
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
};
