import { kind } from './kind.js';

/** B420 to B449: whom an account is compared with, as of when, and what it is excused from. */
export const judgingKinds = {
  B420: kind<{ percentile: string }>(
    'error',
    (d) => [
      `\`${d.percentile}\` is no percentile.`,
      'Percentiles go from p0, the smallest value, to p100, the largest, with up to two digits behind the point.',
    ],
    (d) => [`\`${d.percentile}\` 不是有效的百分位。`, '百分位从 p0（最小值）到 p100（最大值），小数点后最多两位。'],
  ),
  B421: kind<{ cell: string }>(
    'error',
    (d) => [
      `\`${d.cell}\` compares with peers, but a figure about all of them has none.`,
      'Ask a number of its own here; thresholds by percentile belong into a benchmark.',
    ],
    (d) => [
      `\`${d.cell}\` 是与同类比较，但关于整体的数没有同类可比。`,
      '这里请写一个数；按百分位的阈值请写在 benchmark 中。',
    ],
  ),
} as const;
