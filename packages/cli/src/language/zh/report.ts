import { count, NONE } from '../../document/figures.js';
import type * as en from '../en/index.js';

const rows = (amount: number): string => `${count(amount)} 行`;

/** The report of `benchbook run`, section by section. */
export const report: typeof en.report = {
  version: (version) => `版本 ${version}`,
  unknown: '未知',
  none: NONE,
  listed: (items) => items.join('、'),
  places: (numbers, more) => `第 ${numbers.join('、')}${more ? '……' : ''} 行`,

  population: (name, size, of, source) => `${name}: ${source} 共 ${count(of)} 行, 取 ${count(size)} 行`,
  cut: (by, display) => `按 ${by} 取到 ${display} 为止`,
  leftOutWhere: (amount) => `where 排除 ${rows(amount)}`,
  leftOutUnknown: (amount) => `where 无法判断而排除 ${rows(amount)}`,
  belowCut: (amount) => `取线以下 ${rows(amount)}`,
  tied: (amount) => `另有 ${rows(amount)}与最后入选者同值, 按键取舍`,

  data: '数据',
  source: '数据源',
  file: '文件',
  read: '读入行数',
  kept: '保留行数',
  dropped: '略去',
  notAvailable: '没有此数据',
  droppedRows: (source, amount, reason, where) => `${source}: 略去 ${rows(amount)}: ${reason} (${where})`,
  missing: (place, amount) => `${place}: ${rows(amount)}没有值`,
  unreadable: (place, amount) => `${place}: ${rows(amount)}无法读取, 视为没有值`,
  orphans: (place, amount) => `${place}: ${rows(amount)}所指不存在`,

  meaning: (least) => `至少 ${least} 项未达标`,
  headline: (labels, amount, share) => `${labels} ${count(amount)} (${share})`,
  colon: ': ',

  metrics: '指标',
  metric: '指标',
  mean: '均值',
  median: '中位数',
  p10: 'p10',
  p90: 'p90',
  zero: '为零',
  pass: '达标率',
  notKnown: '未知',
  notJudged: '不评判',
  benchmark: '基准',
  thresholds: (amount) => `${count(amount)} 个门槛`,
  rowsLeftOut: (metric, amount) => `${metric}: ${rows(amount)}因 where 无法判断而不计入`,

  score: (name) => `得分 ${name}`,
  scored: (low, high, mean) => `从 ${low} 到 ${high}, 均值 ${mean}。`,
  attainable: (low, high, byLevel) =>
    `可能的范围: ${low} 到 ${high}${byLevel.length === 0 ? '' : ` (${byLevel.join('、')})`}。`,
  attainableBy: (label, low, high) => `${label} ${low} 到 ${high}`,
  scoreUnknown: (amount) => `${rows(amount)}没有得分, 排在最后。`,
  term: '项',
  value: '取值',
  declared: '声明权重',
  effective: '实际权重',
  byRange: '按范围',
  weights: '声明权重是写下的权重; 实际权重是该项在这份数据上决定排名的份额; 按范围是该项占得分可能范围的份额。',

  target: (name) => `目标 ${name}`,
  by: (date) => `期限 ${date}`,
  measure: '度量',
  now: '现值',
  attain: '目标值',
  met: '达到',
  gap: '差距',
  short: '还差客户数',
  yes: '是',
  no: '否',

  between: (low, high) => `${low} 到 ${high}`,

  checks: '检查',
  check: '检查',
  holds: '成立',
  cannotTell: '无法判断',
  found: '实际',
  severity: '严重程度',
  error: '错误',
  warning: '警告',
  note: '说明',
  hint: '提示',

  top: (amount, of) => `前 ${count(amount)} 名, 共 ${count(of)}`,
  rank: '名次',
  name: '名称',
  key: '键',
  industry: '行业',
  level: '等级',
  points: '得分',
  because: '原因',

  notices: '提醒',
  at: (file, line) => (line === null ? file : `${file}:${line}`),
};
