import type { Catalogue } from './catalogue.js';

/** What keeps cells from answering a what-if exactly. */
export type WhyNot =
  | { readonly kind: 'measured' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'several'; readonly metrics: readonly string[] }
  | { readonly kind: 'rows'; readonly benchmark: string }
  | { readonly kind: 'peers'; readonly metric: string }
  | { readonly kind: 'waived'; readonly waiver: string }
  | { readonly kind: 'level'; readonly level: string }
  | { readonly kind: 'judged'; readonly by: string }
  | { readonly kind: 'groups'; readonly by: string; readonly most: number }
  | { readonly kind: 'cells'; readonly most: number }
  | { readonly kind: 'large'; readonly metric: string };

export interface WhatIfNotices {
  R343: WhyNot;
  R344: Record<string, never>;
}

/** What a what-if has to say. Each code has a page docs/diagnostics/CODE.md. */
export const whatIfNotices: Catalogue<WhatIfNotices> = {
  R343: {
    severity: 'note',
    en: (why) => `Everybody was judged anew: ${english(why)}. The answer is the same, and takes longer.`,
    zh: (why) => `已对全体重新评判: ${chinese(why)}。结果相同, 只是更慢。`,
  },
  R344: {
    severity: 'error',
    en: () => 'This asks what a plan comes to. Only figures about the data can be asked for here.',
    zh: () => '这里问的是计划的结果。此处只能问关于数据的数字。',
  },
};

function english(why: WhyNot): string {
  switch (why.kind) {
    case 'measured':
      return 'the change reaches what is measured';
    case 'asked':
      return 'other benchmarks are applied';
    case 'several':
      return `the thresholds of ${why.metrics.join(', ')} moved together`;
    case 'rows':
      return `the change moves who falls under which row of ${why.benchmark}`;
    case 'peers':
      return `${why.metric} is compared with peers`;
    case 'waived':
      return `${why.waiver} excuses some from what moved`;
    case 'level':
      return `${why.level} reads more than how many metrics pass and fail`;
    case 'judged':
      return `${why.by} depends on how they are judged`;
    case 'groups':
      return `${why.by} has more than ${why.most} values`;
    case 'cells':
      return `there are more than ${why.most} combinations of what the rules tell apart`;
    case 'large':
      return `the numbers of ${why.metric} are too large to be compared exactly outside the database`;
  }
}

function chinese(why: WhyNot): string {
  switch (why.kind) {
    case 'measured':
      return '改动影响到度量本身';
    case 'asked':
      return '应用了别的基准';
    case 'several':
      return `${why.metrics.join('、')} 的阈值同时变动`;
    case 'rows':
      return `改动使一些对象落入 ${why.benchmark} 的另一行`;
    case 'peers':
      return `${why.metric} 与同类比较`;
    case 'waived':
      return `${why.waiver} 对其中一些免除了评判`;
    case 'level':
      return `${why.level} 所读的不止达标与未达标的个数`;
    case 'judged':
      return `${why.by} 取决于评判结果`;
    case 'groups':
      return `${why.by} 的取值超过 ${why.most} 个`;
    case 'cells':
      return `规则所区分的组合超过 ${why.most} 个`;
    case 'large':
      return `${why.metric} 的数值过大, 在数据库之外无法精确比较`;
  }
}
