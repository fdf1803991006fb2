import type * as en from '../en/index.js';

const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  source: ['数据源', '数据源'],
  param: ['参数', '参数'],
  context: ['背景数据', '背景数据'],
  table: ['查找表', '查找表'],
  population: ['总体', '总体'],
  band: ['分段', '分段'],
  metric: ['指标', '指标'],
  benchmark: ['基准', '基准'],
  waiver: ['豁免', '豁免'],
  apply: ['应用', '基准的应用'],
  level: ['等级', '等级'],
  tier: ['层级', '层级'],
  score: ['得分', '得分'],
  target: ['目标', '目标'],
  check: ['检查', '数据检查'],
  test: ['测试', '经过测试的示例'],
  show: ['图表', '图表'],
};

/** What `benchbook docs` writes around the rules. */
export const docs: typeof en.docs = {
  noun: (noun) => NOUNS[noun]?.[0] ?? noun,
  nouns: (noun) => NOUNS[noun]?.[1] ?? noun,
  version: (version) => `版本 ${version}`,
  graph: '依赖关系',
  graphNote: '左边是数据, 向右是由它得出的内容。虚线框是没有应用的基准。',
  index: '索引',
  madeBy: '由 benchbook docs 根据规则本身写成。',
  noFolder: (folder) => `无法建立文件夹 ${folder}。`,
};
