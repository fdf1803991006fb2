import type { Language } from '../diagnostics/kind.js';

/** A word of the language as it is explained: what it is, and for one that begins a declaration, how such a one looks. */
export interface Explained {
  readonly en: string;
  readonly zh: string;
  /** `${1:name}` marks what is to be filled in, in this order. */
  readonly snippet?: string;
}

/** The words that begin a declaration. */
export const NOUN_HELP: Readonly<Record<string, Explained>> = {
  rulebook: {
    en: 'names the file and its version',
    zh: '文件的名称与版本',
    snippet: 'rulebook ${1:name} "${2:label}" version "${3:1}"',
  },
  use: { en: 'reads another file into this one', zh: '引用另一个文件', snippet: 'use "${1:other.bench}"' },
  source: {
    en: 'a file of rows, its columns and their types',
    zh: '一个数据文件，以及各列及其类型',
    snippet:
      'source ${1:accounts} from "${2:data/accounts.csv}" key ${3:account_id}\n  | column | type |\n  | ${3:account_id} | text |',
  },
  param: {
    en: 'a number, text or list with a name',
    zh: '有名称的数字、文本或列表',
    snippet: 'param ${1:name} = ${2:20%}',
  },
  context: {
    en: 'figures from elsewhere, with their source and date',
    zh: '外部数据，注明来源与日期',
    snippet:
      'context ${1:name} source "${2:report}" dated ${3:2025-01-01}\n  | ${4:industry} | ${5:value} |\n  | else | ${6:0} |',
  },
  population: {
    en: 'which rows of a source are judged',
    zh: '数据源中哪些行参加评判',
    snippet: 'population ${1:name} of ${2:accounts}\n  where ${3:annual_revenue > 0}',
  },
  band: {
    en: 'cuts a number into labelled ranges',
    zh: '把一个数分成若干档',
    snippet: 'band ${1:size}\n  | ${2:employees} | ${1:size} |\n  | < ${3:200} | ${4:small} |\n  | else | ${5:large} |',
  },
  table: {
    en: 'looks a value up',
    zh: '按条件查值的对照表',
    snippet: 'table ${1:name}\n  | ${2:industry} | ${1:name} |\n  | else | ${3:1} |',
  },
  metric: {
    en: 'a number measured of each row',
    zh: '对每一行计算的一个数',
    snippet: 'metric ${1:name} "${2:label}" in ${3:percent}\n  = ${4:count(contacts)}',
  },
  benchmark: {
    en: 'what is asked of the metrics, row by row',
    zh: '对各指标的要求，逐行列出',
    snippet: 'benchmark ${1:name}\n  | ${2:metric} |\n  | >= ${3:5} |',
  },
  apply: {
    en: 'applies benchmarks to a population',
    zh: '把基准应用于总体',
    snippet: 'apply ${1:benchmark} to ${2:population}',
  },
  waiver: {
    en: 'excuses some of a population from being judged, until a day',
    zh: '在某一天之前, 免除总体中一部分的评判',
    snippet:
      'waiver ${1:name} of ${2:population}\n  | ${3:industry} | metric | until | reason |\n  | ${4:value} | ${5:metric} | ${6:2025-12-31} | ${7:reason} |',
  },
  level: {
    en: 'a label by what was found in judging',
    zh: '按评判结果给出的标签',
    snippet: 'level ${1:risk}\n  | failed | ${1:risk} |\n  | >= 1 | ${2:high} |\n  | 0 | ${3:low} |',
  },
  tier: {
    en: 'a label by rank',
    zh: '按名次给出的标签',
    snippet:
      'tier ${1:name} of ${2:population} by ${3:annual_revenue}\n  | rank | ${1:name} |\n  | 1..${4:50} | ${5:first} |\n  | else | ${6:other} |',
  },
  score: {
    en: 'a weighted sum that ranks a population',
    zh: '加权求和，用来排序',
    snippet:
      'score ${1:name} of ${2:population}\n  | term | weight | value |\n  | ${3:term} | 100% | ${4:percent_rank(annual_revenue)} |',
  },
  target: {
    en: 'figures to be attained by a day',
    zh: '到某一天要达到的数字',
    snippet: 'target ${1:name} by ${2:2025-12-31}\n  | measure | attain |\n  | ${3:passed(metric)} | >= ${4:80%} |',
  },
  check: {
    en: 'a condition the data must meet',
    zh: '数据必须满足的条件',
    snippet: 'check ${1:unique(accounts.account_id)}',
  },
  test: {
    en: 'given these rows, expect these results',
    zh: '给定这些行，期望这些结果',
    snippet: 'test "${1:what is tested}" on data\n  expect ${2:count(risk = high)} = ${3:0}',
  },
  show: {
    en: 'a picture or a table in the report',
    zh: '报告中的图或表',
    snippet: 'show ${1:risk} by ${2:industry} as ${3:bars}',
  },
};

/** Words inside declarations. */
export const WORD_HELP: Readonly<Record<string, Explained>> = {
  of: { en: 'what it is about', zh: '针对什么' },
  where: { en: 'only rows for which this holds', zh: '只取满足条件的行' },
  top: { en: 'the largest ones', zh: '取最大的若干' },
  by: { en: 'ordered or grouped by', zh: '按此排序或分组' },
  in: { en: 'in this unit; or: one of these', zh: '以此为单位；或：属于其中之一' },
  if: { en: 'answers where there is no value', zh: '没有值时的回答' },
  empty: { en: 'answers 0/0 and x/0', zh: '回答 0/0 与 x/0' },
  missing: { en: 'where no value is known', zh: '没有值' },
  else: { en: 'any known value not listed; of a check: what follows', zh: '未列出的任何已知值；在检查中：否则' },
  from: { en: 'where it comes from', zh: '来自哪里' },
  key: { en: 'the column that tells rows apart', zh: '区分各行的列' },
  named: { en: 'the column that names a row to a reader', zh: '给读者看的名称列' },
  aliases: { en: 'different spellings of one value', zh: '同一取值的不同写法' },
  encoding: { en: 'utf-8 or gb18030', zh: 'utf-8 或 gb18030' },
  delimiter: { en: 'the sign between values', zh: '分隔符' },
  duplicates: { en: 'which of several rows of one key stays', zh: '同一键的多行保留哪一行' },
  times: { en: 'what the weighted sum is multiplied by', zh: '加权和所乘的倍数' },
  to: { en: 'the population it is applied to', zh: '应用于哪个总体' },
  as: { en: 'how it is drawn', zh: '画成什么' },
  on: { en: 'on the data of the sources', zh: '在数据源的数据上' },
  given: { en: 'rows to test with', zh: '测试用的行' },
  expect: { en: 'what must come out', zh: '应得的结果' },
  version: { en: 'of the rulebook', zh: '规则手册的版本' },
  source: { en: 'where the figures were published', zh: '数据的出处' },
  dated: { en: 'the day the figures are of', zh: '数据的日期' },
  per: { en: 'for each', zh: '每' },
  within: { en: 'between two numbers; or: inside a group', zh: '在两数之间；或：在一组之内' },
  distinct: { en: 'different values, each counted once', zh: '不同的取值各计一次' },
  unique: { en: 'one row answers; two that match are an error', zh: '只有一行匹配，两行匹配即错误' },
  any: { en: 'several rows may match if they agree', zh: '可有多行匹配，但结果须一致' },
  first: { en: 'the first row that matches answers', zh: '第一条匹配的行作答' },
  priority: { en: 'the most important outcome answers', zh: '最重要的结果作答' },
  collect: { en: 'all rows that match answer', zh: '所有匹配的行都作答' },
  strictest: { en: 'of several thresholds the hardest', zh: '几个阈值中最严的' },
  loosest: { en: 'of several thresholds the easiest', zh: '几个阈值中最宽的' },
};

export const explained = (word: Explained | undefined, language: Language): string | null => word?.[language] ?? null;
