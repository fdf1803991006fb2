/** The words for the language's ideas in the two languages that messages are written in. */
const CHINESE: Readonly<Record<string, string>> = {
  rulebook: '规则手册',
  use: '引用',
  source: '数据源',
  param: '参数',
  context: '背景数据',
  population: '总体',
  band: '分档',
  table: '对照表',
  metric: '指标',
  benchmark: '基准',
  apply: '应用',
  waiver: '豁免',
  level: '等级',
  tier: '分层',
  score: '得分',
  target: '目标',
  check: '检查',
  test: '测试',
  show: '展示',
  action: '行动',
  resource: '资源',
  budget: '预算',
  phase: '阶段',
  funnel: '漏斗',
  cohort: '客户群',
  model: '测算模型',
  correlate: '相关性',
  simulate: '模拟',
  optimise: '优化',
  require: '约束',
  figure: '数字指标',
  scenario: '情景',
  input: '输入',
  sweep: '扫描',
  seek: '求解',
  rank: '驱动因素排序',
  column: '列',
  label: '标签',
  term: '分项',
  name: '名称',
  number: '数字',
  text: '文本',
  date: '日期',
  boolean: '是/否',
  list: '列表',
  condition: '条件',
  count: '计数',
  percent: '百分比',
  money: '金额',
  formula: '公式',
  threshold: '阈值',
};

const ENGLISH: Readonly<Record<string, string>> = { boolean: 'yes or no', param: 'param', rank: 'ranking of drivers' };

export const zhWord = (word: string): string => CHINESE[word] ?? word;
export const enWord = (word: string): string => ENGLISH[word] ?? word;

/** `a metric`, `an action`. */
export function a(word: string): string {
  const said = enWord(word);
  return `${/^[aeiou]/.test(said) ? 'an' : 'a'} ${said}`;
}

/** `1 row`, `3 rows`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Where something else stands, seen from a line of the same file or, with `file`, of another. */
export interface Elsewhere {
  readonly line: number;
  readonly file: string | null;
}

export const onLine = ({ line, file }: Elsewhere): string => `on line ${line}${file === null ? '' : ` of ${file}`}`;
export const zhOnLine = ({ line, file }: Elsewhere): string => `${file === null ? '' : `${file} `}第 ${line} 行`;

export const didYouMean = (suggestion: string | null): string | null => suggestion && `Did you mean \`${suggestion}\`?`;
export const zhDidYouMean = (suggestion: string | null): string | null => suggestion && `是否想写 \`${suggestion}\`？`;
