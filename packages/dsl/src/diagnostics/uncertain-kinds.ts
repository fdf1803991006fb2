import { kind } from './kind.js';
import type { Said } from './type-kinds.js';
import { didYouMean, zhDidYouMean } from './words.js';

/** Uncertain numbers and what moves together. */
export const uncertainKinds = {
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
  B608: kind<{ name: string }>(
    'error',
    (d) => [
      `\`${d.name}\` is worked out elsewhere, so what is uncertain about it is said there.`,
      'Put the `~` behind the number of the param.',
    ],
    (d) => [`\`${d.name}\` 来自别处，其不确定性应在那里说明。`, '请把 `~` 写在参数的数字后面。'],
  ),
  B622: kind<{ name: string; known: readonly string[]; suggestion: string | null }>(
    'error',
    (d) => [
      `Nothing uncertain is called \`${d.name}\`, so it cannot move with anything.`,
      didYouMean(d.suggestion) ?? uncertainNames(d.known),
    ],
    (d) => [
      `没有名为 \`${d.name}\` 的不确定数，无法与其他数相关。`,
      zhDidYouMean(d.suggestion) ?? zhUncertainNames(d.known),
    ],
  ),
  B623: kind<{ first: string; second: string; one: string; other: string }>(
    'error',
    (d) => [
      `\`${d.first}\` and \`${d.second}\` are correlated by ${d.one} and by ${d.other}.`,
      'A correlation is the same in both directions: write one, and `-` in its place in the other half.',
    ],
    (d) => [
      `\`${d.first}\` 与 \`${d.second}\` 的相关系数既写作 ${d.one}，又写作 ${d.other}。`,
      '相关是双向的：只写一处，另一半写 `-`。',
    ],
  ),
  B624: kind<{ names: readonly string[]; triple: Triple | null }>(
    'error',
    (d) => [`The correlations of ${list(d.names)} cannot all hold.`, tripleText(d.names, d.triple)],
    (d) => [`${zhList(d.names)}之间的相关系数不可能同时成立。`, zhTripleText(d.names, d.triple)],
  ),
  B637: kind<Record<never, never>>(
    'warning',
    () => [
      'Nothing in this rulebook is uncertain, so every trial comes out the same.',
      'Say how a number can turn out: `param x = 25 ~ 20..30`.',
    ],
    () => ['本规则手册中没有不确定的数，每次模拟的结果都相同。', '请写明某个数的可能取值：`param x = 25 ~ 20..30`。'],
  ),
} as const;

/** Three correlations of which the last lies outside what the others allow. */
export interface Triple {
  readonly ab: number;
  readonly ac: number;
  readonly bc: number;
  readonly low: number;
  readonly high: number;
}

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const zhList = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join('、');
const digits = (value: number): string => String(Number(value.toFixed(3)));

const uncertainNames = (known: readonly string[]): string =>
  known.length === 0 ? 'Say how it can turn out: `param x = 25 ~ 20..30`.' : `There are: ${list(known)}.`;
const zhUncertainNames = (known: readonly string[]): string =>
  known.length === 0 ? '请写明其可能取值：`param x = 25 ~ 20..30`。' : `可用的有：${zhList(known)}。`;

function tripleText([a = '', b = '', c = '']: readonly string[], triple: Triple | null): string {
  if (triple === null)
    return 'No numbers move together like this: the matrix is not positive semi-definite. Bring some nearer to 0.';
  const { ab, ac, bc, low, high } = triple;
  return `With ${digits(ab)} between \`${a}\` and \`${b}\` and ${digits(ac)} between \`${a}\` and \`${c}\`, \`${b}\` and \`${c}\` can have ${digits(low)} to ${digits(high)}, but ${digits(bc)} is said.`;
}

function zhTripleText([a = '', b = '', c = '']: readonly string[], triple: Triple | null): string {
  if (triple === null) return '没有任何一组数能这样相关：该矩阵不是半正定的。请把其中一些系数改得更接近 0。';
  const { ab, ac, bc, low, high } = triple;
  return `\`${a}\` 与 \`${b}\` 为 ${digits(ab)}、\`${a}\` 与 \`${c}\` 为 ${digits(ac)} 时，\`${b}\` 与 \`${c}\` 只能在 ${digits(low)} 到 ${digits(high)} 之间，却写作 ${digits(bc)}。`;
}
