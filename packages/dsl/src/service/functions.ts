import type { Explained } from './nouns.js';

/** A function as it is written and explained. `figure`: it is asked of a whole population, in a target, a check or a test. */
export interface FunctionHelp extends Explained {
  readonly parameters: readonly string[];
  readonly row: boolean;
  readonly figure: boolean;
}

const row = (parameters: string, en: string, zh: string): FunctionHelp => help(parameters, en, zh, true, false);
const figure = (parameters: string, en: string, zh: string): FunctionHelp => help(parameters, en, zh, false, true);
const both = (parameters: string, en: string, zh: string): FunctionHelp => help(parameters, en, zh, true, true);

function help(parameters: string, en: string, zh: string, ofRow: boolean, ofFigure: boolean): FunctionHelp {
  return { parameters: parameters.split(', '), en, zh, row: ofRow, figure: ofFigure };
}

/** The functions there are. Their arguments are named for the reader only. */
export const FUNCTION_HELP: Readonly<Record<string, FunctionHelp>> = {
  count: both(
    'rows or condition where …',
    'how many rows of a source; how many of a population meet a condition; how many values a list has',
    '数据源的行数；总体中满足条件的个数；列表的个数',
  ),
  sum: both('value where …', 'the sum of the known values', '已知值之和'),
  mean: both(
    'value where …',
    'the mean of the known values; mean(shortfall) is over the judged metrics',
    '已知值的平均；mean(shortfall) 对已评判的指标取平均',
  ),
  median: both('value where …', 'the middle one of the known values', '已知值的中位数'),
  min: both('value, more values', 'the smallest', '最小值'),
  max: both('value, more values', 'the largest', '最大值'),
  percent_rank: row(
    'value within …',
    'rows strictly below over n − 1, within the population; ties share the lowest',
    '总体中严格小于它的行数除以 n − 1；并列取最低',
  ),
  cumulative_share: row(
    'value within …',
    'what this one and all that have more hold together, as a share of all; ties by the key',
    '自己与所有更大者合计占全部的比例；并列按主键',
  ),
  last: row('date where …', 'the latest day up to the one to look back from', '截至日及以前最晚的一天'),
  change: row(
    'value over a window',
    'how much more than over the window before, as a share of it',
    '比前一个时间段多多少，以其为分母',
  ),
  difference: row('value over a window', 'how much more than over the window before', '比前一个时间段多多少'),
  shortfall: row('metric', 'how far the metric is from its threshold, from 0 to 1', '指标离阈值还差多少，0 到 1'),
  abs: row('value', 'without its sign', '绝对值'),
  round: row('value, decimals', 'rounded, half away from zero', '四舍五入'),
  floor: row('value', 'rounded down', '向下取整'),
  ceil: row('value', 'rounded up', '向上取整'),
  sqrt: row('value', 'the square root', '平方根'),
  ln: row('value', 'the natural logarithm', '自然对数'),
  clamp: row('value, low, high', 'held between two bounds', '限制在两界之间'),
  if: row('condition, then, otherwise', 'one value or another', '二者取一'),
  share: figure('condition of …', 'the share of a population that meets a condition', '总体中满足条件的比例'),
  passed: figure('metric of …', 'the share of the judged that pass', '已评判者中达标的比例'),
  failed: figure('metric of …', 'the share of the judged that fail', '已评判者中未达标的比例'),
  unknown: figure('metric of …', 'the share of all that cannot be judged', '无法评判的比例'),
  converted: figure(
    'condition of …',
    'the share for which it held before and no longer does',
    '原来满足、现已不再满足的比例',
  ),
  top_share: figure(
    'value, how many by … of …',
    'the share that the largest hold together, of accounts or of the groups that `by` makes',
    '最大的若干个合计所占比例，按客户或按 `by` 分组',
  ),
  herfindahl: figure(
    'value by … of …',
    'the sum of the squared shares, from 1/n to 1 (Herfindahl and Hirschman)',
    '各份额平方之和，从 1/n 到 1（赫芬达尔指数）',
  ),
  gini: figure('value by … of …', 'how unequal the amounts are, 0 for equal ones', '分布的不均程度，完全相等为 0'),
  missing: figure('source.column', 'the share of rows without a value', '缺失值的比例'),
  orphans: figure('source.column', 'the share of rows that point at nothing', '指向不存在的行的比例'),
  unique: figure('source.column', 'whether all values differ', '取值是否各不相同'),
  p90: figure('value where …', 'the percentile: p1 to p99', '百分位数：p1 到 p99'),
};

/** What judging finds of each row, as a name. */
export const JUDGEMENT_HELP: Readonly<Record<string, Explained>> = {
  failed: { en: 'how many metrics fail their benchmark', zh: '未达基准的指标个数' },
  passed: { en: 'how many metrics pass', zh: '达到基准的指标个数' },
  judged: { en: 'passed and failed together', zh: '达标与未达标之和' },
  unknown: { en: 'how many metrics cannot be judged', zh: '无法评判的指标个数' },
  shortfall: { en: 'how far the metrics are from their thresholds, from 0 to 1', zh: '各指标离阈值的差距，0 到 1' },
  rank: { en: 'the place in the order, 1 for the largest', zh: '名次，最大者为 1' },
};

/** The help for a function; the percentiles share one. */
export const functionHelp = (name: string): FunctionHelp | undefined =>
  FUNCTION_HELP[/^p\d\d?$/.test(name) ? 'p90' : name];
