import { kind } from './kind.js';
import type { Said } from './type-kinds.js';
import { didYouMean, zhDidYouMean } from './words.js';

/** B60x: uncertain numbers. */
export const planningKinds = {
  B601: kind<{ path: string; value: string; range: string }>(
    'warning',
    (d) => [
      `\`${d.path}\` is ${d.value}, which \`${d.range}\` can never give.`,
      'A plain run uses the value, a simulation the range: let the range hold the value.',
    ],
    (d) => [
      `\`${d.path}\` 的值 ${d.value} 不在 \`${d.range}\` 可能取到的范围内。`,
      '普通运行使用这个值，模拟使用范围：请让范围包含该值。',
    ],
  ),
  B602: kind<{ what: Said; sum: string }>(
    'error',
    (d) => [`Together ${d.what.en} come to ${d.sum}, not to 100%.`, null],
    (d) => [`${d.what.zh}合计为 ${d.sum}，不是 100%。`, null],
  ),
  B603: kind<{ name: string; known: readonly string[]; suggestion: string | null }>(
    'error',
    (d) => [
      `\`${d.name}\` is not a distribution.`,
      didYouMean(d.suggestion) ?? `There are: a range such as 20..30, ${d.known.join(', ')}.`,
    ],
    (d) => [
      `\`${d.name}\` 不是一种分布。`,
      zhDidYouMean(d.suggestion) ?? `可用的有：20..30 这样的范围，以及 ${d.known.join('、')}。`,
    ],
  ),
  B604: kind<{ name: string; wanted: string; found: number }>(
    'error',
    (d) => [`\`${d.name}\` cannot be read from what stands here.`, `It is written \`${d.name}(${d.wanted})\`.`],
    (d) => [`无法由这里的内容读出 \`${d.name}\`。`, `写法是 \`${d.name}(${d.wanted})\`。`],
  ),
  B605: kind<{ example: string }>(
    'error',
    (d) => [
      'It is not clear what the two numbers of this lognormal are.',
      `If they are the values below which 5% and 95% lie, write \`${d.example}\`.`,
    ],
    (d) => ['这个对数正态分布的两个数含义不明。', `如果它们是 5% 和 95% 分位数，请写 \`${d.example}\`。`],
  ),
  B606: kind<{ name: string; first: string; second: string }>(
    'error',
    (d) => [`In this ${d.name} ${d.first} stands before ${d.second}.`, 'Its numbers rise from low to high.'],
    (d) => [`这个 ${d.name} 中 ${d.first} 排在 ${d.second} 之前。`, '各数应从小到大排列。'],
  ),
  B607: kind<{ range: string }>(
    'error',
    (d) => [`\`${d.range}\` leaves no value at all.`, 'Widen the range, or what it is clipped to.'],
    (d) => [`\`${d.range}\` 中没有任何可取的值。`, '请放宽范围，或放宽 `within` 的两端。'],
  ),
} as const;
