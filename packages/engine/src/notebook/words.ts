import type { Language } from '../workbook-types.js';

/** What results are called that no rulebook names. */
const en = {
  base: 'base',
  unknown: 'unknown',
  outside: 'outside',
  setting: 'setting',
  level: 'level',
  count: 'count',
  from: 'before',
  to: 'after',
  name: 'name',
  metric: 'metric',
  value: 'value',
  asked: 'asked',
  mean: 'mean',
  median: 'median',
  zero: 'at zero',
  passed: 'pass rate',
  census: (level: string) => `Census: ${level}`,
  flows: (before: string, after: string) => `${before} → ${after}: who moves where`,
  movers: (listed: number, moved: number) =>
    listed < moved ? `The first ${String(listed)} of ${String(moved)} who move` : `The ${String(moved)} who move`,
  population: (label: string, size: string, of: string, source: string) => `${label}: ${size} of ${of} ${source}`,
  movesNobody: (before: string, after: string) => `Nobody moves between ${before} and ${after}.`,
  test: (name: string) => `Test: ${name}`,
  wanted: (what: string, expected: string, actual: string) => `${what}: ${expected} was expected, it is ${actual}`,
  target: (text: string, attain: string, found: string) => `${text}: ${attain} is aimed at, it is ${found}`,
  check: (text: string, found: string) => `${text}: ${found}`,
  changed: (path: string, from: string, to: string) => `${path}: ${from} → ${to}`,
  applied: (population: string, benchmarks: string) => `${population} is judged by ${benchmarks}`,
  more: (count: number) => `and ${String(count)} more`,
};

export type Words = typeof en;

const zh: Words = {
  base: '原规则',
  unknown: '未知',
  outside: '不在总体中',
  setting: '取值',
  level: '等级',
  count: '数量',
  from: '之前',
  to: '之后',
  name: '名称',
  metric: '指标',
  value: '值',
  asked: '要求',
  mean: '均值',
  median: '中位数',
  zero: '为零的占比',
  passed: '达标率',
  census: (level) => `分布: ${level}`,
  flows: (before, after) => `${before} → ${after}: 等级流向`,
  movers: (listed, moved) =>
    listed < moved ? `等级变动的 ${String(moved)} 个中的前 ${String(listed)} 个` : `等级变动的 ${String(moved)} 个`,
  population: (label, size, of, source) => `${label}: ${source} ${of} 个中的 ${size} 个`,
  movesNobody: (before, after) => `${before} 与 ${after} 之间没有任何等级变动。`,
  test: (name) => `测试: ${name}`,
  wanted: (what, expected, actual) => `${what}: 应为 ${expected}, 实为 ${actual}`,
  target: (text, attain, found) => `${text}: 目标 ${attain}, 现为 ${found}`,
  check: (text, found) => `${text}: ${found}`,
  changed: (path, from, to) => `${path}: ${from} → ${to}`,
  applied: (population, benchmarks) => `${population} 按 ${benchmarks} 评判`,
  more: (count) => `另有 ${String(count)} 项`,
};

export const wordsOf = (language: Language): Words => ({ en, zh })[language];
