import type { asking as en } from '../en/asking.js';

export const asking: typeof en = {
  nothing: '没有可问的: 规则手册里没有 sweep、seek 或 rank drivers。可以在文件之后用引号写一个。',
  refused: (errors) => `问题有 ${errors} 处错误, 没有提问。`,
  sweepOf: (places) => `${places} 的扫描`,
  seekOf: (place, goal) => `${place} 取何值使 ${goal}`,
  found: (place, value, figure) => `${place} 取 ${value} 时达到目标: ${figure}。`,
  nearest: (place, value, figure) => `没有值能达到目标。最接近的是 ${place} 取 ${value}: ${figure}。`,
  cannotTell: '无法判断是否达到目标: 该数字没有值。',
  current: (value, figure, met) => `现在取 ${value}: ${figure}${met ? ', 已达到目标' : ''}。`,
  stretches: (ranges) => `在 ${ranges} 处达到目标。`,
  course: {
    rises: (from, to) => `从 ${from} 到 ${to}, 数字上升。`,
    falls: (from, to) => `从 ${from} 到 ${to}, 数字下降。`,
    level: (from, to) => `从 ${from} 到 ${to}, 数字不变。`,
    turns: (from, to) => `从 ${from} 到 ${to}, 数字有升有降。`,
  },
  tried: {
    steps: (amount) => `试了 ${amount} 个值: 数据使数字可能变化的任意两处之间都试了一个。`,
    grid: (amount) => `试了 ${amount} 个值: 先等步长, 再在目标开始达到之处加密。`,
  },
  inverseOf: (place, goal) => `${place === null ? '' : `${place} 中`}哪个阈值能使 ${goal}`,
  inverseNow: (figure, met) =>
    met === null ? '无法判断现在是否达到目标: 该数字没有值。' : `现在: ${figure}, ${met ? '已' : '未'}达到目标。`,
  noThreshold: '这里对总体没有任何要求, 没有可移动的阈值。',
  threshold: '阈值',
  scaled: (path, thresholds) => `${path}, ${thresholds} 个一起缩放`,
  now: '现值',
  needed: '所需',
  change: '变动',
  metAt: '达到目标处',
  neverMet: (value) => `不能; 最接近的是 ${value}`,
  ways: (able, all) => `${all} 个之中有 ${able} 个单独就能达到目标。`,
  everyStep: '数据使数字可能变化的每一步都试过。',
  someSteps: (paths) => `${paths} 的值是按步长试的, 在目标开始达到之处加密。`,
  driversOf: (figure, now) => `什么影响 ${figure} (现为 ${now})`,
  number: '数',
  down: '下调',
  up: '上调',
  swing: '幅度',
  still: (amount, all) =>
    all ? `${amount} 个数以这样的步长都不影响它。` : `另有 ${amount} 个数以这样的步长不影响它。`,
};
