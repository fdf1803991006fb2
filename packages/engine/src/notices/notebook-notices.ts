import type { Catalogue } from './catalogue.js';
import { didYouMean, didYouMeanZh, grouped, list, listZh } from './wording.js';

/** Why a query has no answer. */
export type QueryFault =
  | { readonly kind: 'empty' | 'long' | 'not one select' | 'sample' | 'time' | 'memory' | 'group' | 'value' | 'other' }
  | { readonly kind: 'syntax'; readonly near: string | null }
  | { readonly kind: 'table' | 'column'; readonly name: string; readonly near: string | null }
  | { readonly kind: 'function'; readonly name: string; readonly why: 'unknown' | 'not pure' | 'reads elsewhere' }
  | { readonly kind: 'circle'; readonly names: readonly string[] }
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: 'broken'; readonly name: string };

/** Why no position of a control moves anybody. */
export type StillControl =
  | { readonly kind: 'nobody between'; readonly path: string }
  | { readonly kind: 'outvoted'; readonly path: string }
  | { readonly kind: 'order only'; readonly path: string; readonly score: string }
  | { readonly kind: 'no level'; readonly path: string };

export interface NotebookNotices {
  R351: QueryFault;
  R352: { readonly most: number };
  R353: { readonly name: string; readonly known: readonly string[]; readonly near: string | null };
  R354: StillControl;
}

/** What running a notebook has to say. Each code has a page docs/diagnostics/CODE.md. */
export const notebookNotices: Catalogue<NotebookNotices> = {
  R351: {
    severity: 'error',
    en: (fault) => `This query has no answer: ${english(fault)}`,
    zh: (fault) => `此查询没有结果: ${chinese(fault)}`,
  },
  R352: {
    severity: 'note',
    en: ({ most }) =>
      `Only the first ${grouped(most)} rows are shown. Say which ones you mean with \`where\` or \`limit\`.`,
    zh: ({ most }) => `只显示前 ${grouped(most)} 行。请用 \`where\` 或 \`limit\` 指明所需的行。`,
  },
  R353: {
    severity: 'error',
    en: ({ name, known, near }) =>
      `There is no scenario ${name}, so this cell has no results.${didYouMean(near)} ${known.length === 0 ? 'The rules have none.' : `The rules have: ${list(known)}.`}`,
    zh: ({ name, known, near }) =>
      `没有情景 ${name}, 因此此单元格没有结果。${didYouMeanZh(near)}${known.length === 0 ? '规则中没有情景。' : `规则中有: ${listZh(known)}。`}`,
  },
  R354: {
    severity: 'note',
    en: (why) => `No position of ${why.path} moves anybody: ${stillEnglish(why)}`,
    zh: (why) => `${why.path} 的任何取值都不改变任何对象的等级: ${stillChinese(why)}`,
  },
};

function english(fault: QueryFault): string {
  switch (fault.kind) {
    case 'empty':
      return 'nothing is asked. Write a `select`.';
    case 'long':
      return 'it is longer than 20,000 characters.';
    case 'not one select':
      return 'it has to be a single `select`; a query changes nothing.';
    case 'sample':
      return 'a random sample would differ from run to run. Take the first rows of an order instead.';
    case 'time':
      return 'it took longer than 5 seconds. Ask for less at once.';
    case 'memory':
      return 'it needs more memory than a query may use. Ask for less at once.';
    case 'group':
      return 'a column is neither aggregated nor grouped by. Add it to `group by`, or write `group by all`.';
    case 'value':
      return 'a value is not of the type that is wanted of it. Compare texts with texts and numbers with numbers.';
    case 'other':
      return 'it cannot be carried out on these tables. `describe ranking` lists the columns and their types.';
    case 'syntax':
      return `it cannot be read${fault.near === null ? '' : ` at “${fault.near}”`}.`;
    case 'table':
      return `there is no table ${fault.name}.${didYouMean(fault.near)} Tables are \`ranking\`, the populations, and what other queries put \`into\` a name; \`SCENARIO.ranking\` is under a scenario.`;
    case 'column':
      return `there is no column ${fault.name}.${didYouMean(fault.near)} \`describe ranking\` lists them.`;
    case 'function':
      if (fault.why === 'unknown') return `there is no function ${fault.name}.`;
      return fault.why === 'not pure'
        ? `${fault.name} differs from run to run, and a notebook gives the same twice.`
        : `${fault.name} may read what is no result.`;
    case 'circle':
      return `${list(fault.names)} read each other in a circle.`;
    case 'twice':
      return `${fault.name} is the name of another table already. Put these rows \`into\` another name.`;
    case 'broken':
      return `${fault.name}, which it reads, has none.`;
  }
}

function chinese(fault: QueryFault): string {
  switch (fault.kind) {
    case 'empty':
      return '没有内容, 请写一个 `select`。';
    case 'long':
      return '超过 20,000 个字符。';
    case 'not one select':
      return '必须是单个 `select`; 查询不能改动任何内容。';
    case 'sample':
      return '随机抽样每次结果不同, 请改为按某种顺序取前几行。';
    case 'time':
      return '用时超过 5 秒, 请缩小查询范围。';
    case 'memory':
      return '所需内存超过查询的上限, 请缩小查询范围。';
    case 'group':
      return '有的列既未汇总也未分组, 请加入 `group by`, 或写 `group by all`。';
    case 'value':
      return '有的值类型不符, 请将文本与文本、数值与数值相比较。';
    case 'other':
      return '无法在这些表上执行。`describe ranking` 可列出各列及其类型。';
    case 'syntax':
      return `${fault.near === null ? '' : `“${fault.near}”处`}无法读懂。`;
    case 'table':
      return `没有表 ${fault.name}。${didYouMeanZh(fault.near)}可用的表有 \`ranking\`、各总体, 以及其他查询用 \`into\` 命名的结果; 情景下的表写作 \`SCENARIO.ranking\`。`;
    case 'column':
      return `没有列 ${fault.name}。${didYouMeanZh(fault.near)}\`describe ranking\` 可列出各列。`;
    case 'function':
      if (fault.why === 'unknown') return `没有函数 ${fault.name}。`;
      return fault.why === 'not pure'
        ? `${fault.name} 每次结果不同, 而笔记本两次运行的结果必须相同。`
        : `${fault.name} 可能读取结果以外的内容。`;
    case 'circle':
      return `${listZh(fault.names)} 互相循环引用。`;
    case 'twice':
      return `${fault.name} 已是另一张表的名称, 请用 \`into\` 另取名称。`;
    case 'broken':
      return `它所读取的 ${fault.name} 没有结果。`;
  }
}

function stillEnglish(why: StillControl): string {
  switch (why.kind) {
    case 'nobody between':
      return 'nobody has a value between its positions.';
    case 'outvoted':
      return 'some pass or fail otherwise, but other measures decide their level.';
    case 'order only':
      return `it is a number of ${why.score}, which orders the ranking and decides no level.`;
    case 'no level':
      return 'the rules have no level to move between.';
  }
}

function stillChinese(why: StillControl): string {
  switch (why.kind) {
    case 'nobody between':
      return '没有对象的值落在这些取值之间。';
    case 'outvoted':
      return '有的对象达标与否会改变, 但其等级由其他指标决定。';
    case 'order only':
      return `它属于 ${why.score}, 只影响排名, 不决定等级。`;
    case 'no level':
      return '规则中没有等级。';
  }
}
