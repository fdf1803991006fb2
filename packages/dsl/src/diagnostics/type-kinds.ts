import { kind } from './kind.js';
import { a, didYouMean, zhDidYouMean, zhWord } from './words.js';

/** What something is, in words. */
export interface Said {
  readonly en: string;
  readonly zh: string;
}

/** B2xx: types and units. */
export const typeKinds = {
  B201: kind<{ operator: string; left: Said; right: Said }>(
    'error',
    (d) => `\`${d.operator}\` cannot put ${d.left.en} and ${d.right.en} together.`,
    (d) => `\`${d.operator}\` 不能用于${d.left.zh}和${d.right.zh}。`,
  ),
  B202: kind<{ left: Said; right: Said }>(
    'error',
    (d) => [
      `${upper(d.left.en)} cannot be compared with ${d.right.en}.`,
      'Write a unit that fits behind the number (20%, 90M CNY), or compare a ratio: `count(…) / count(…)`.',
    ],
    (d) => [
      `${d.left.zh}不能与${d.right.zh}比较。`,
      '请在数字后写上相符的单位（20%、90M CNY），或比较一个比值：`count(…) / count(…)`。',
    ],
  ),
  B203: kind<{ numeral: string }>(
    'error',
    (d) => [`A bare ${d.numeral} stands where a percent is wanted.`, `Write ${d.numeral}%.`],
    (d) => [`这里需要百分比，却只写了 ${d.numeral}。`, `请写成 ${d.numeral}%。`],
  ),
  B204: kind<{ numeral: string; currency: string }>(
    'error',
    (d) => [`A bare ${d.numeral} stands where money is wanted.`, `Name the currency: ${d.numeral} ${d.currency}.`],
    (d) => [`这里需要金额，却只写了 ${d.numeral}。`, `请写明币种：${d.numeral} ${d.currency}。`],
  ),
  B205: kind<{ found: string; wanted: string }>(
    'error',
    (d) => `Here ${a(d.wanted)} is wanted, but this is ${a(d.found)}.`,
    (d) => `这里需要${zhWord(d.wanted)}，但写的是${zhWord(d.found)}。`,
  ),
  B206: kind<{ declared: Said; computed: Said }>(
    'error',
    (d) => [
      `The formula gives ${d.computed.en}, but ${d.declared.en} is declared.`,
      'Declare with `in …` what the formula gives, or change it: a percent is a ratio such as `count(…) / count(…)`.',
    ],
    (d) => [
      `公式得到的是${d.computed.zh}，但声明的是${d.declared.zh}。`,
      '请在 `in …` 中写公式实际得到的单位，或修改公式：百分比是 `count(…) / count(…)` 这样的比值。',
    ],
  ),
  B207: kind<{ found: string; suggestion: string | null }>(
    'error',
    (d) => [
      `\`${d.found}\` is not a column type.`,
      didYouMean(d.suggestion) ??
        'Types are text, text -> SOURCE, count, number, percent, percent in points, money CNY, money 万 CNY, money USD at 7.25 CNY, date, date "%m/%d/%y" and boolean.',
    ],
    (d) => [
      `\`${d.found}\` 不是列类型。`,
      zhDidYouMean(d.suggestion) ??
        '类型有 text、text -> 数据源、count、number、percent、percent in points、money CNY、money 万 CNY、money USD at 7.25 CNY、date、date "%m/%d/%y"、boolean。',
    ],
  ),
  B208: kind<{ name: string; wanted: string; found: number }>(
    'error',
    (d) => `\`${d.name}\` takes ${d.wanted}, but ${d.found === 0 ? 'none stands' : `${d.found} stand`} here.`,
    (d) => `\`${d.name}\` 需要 ${d.wanted}，这里给了 ${d.found} 个。`,
  ),
  B209: kind<{ text: string }>(
    'error',
    (d) => [`There is no day ${d.text}.`, 'A date is written year-month-day: 2025-12-31.'],
    (d) => [`没有 ${d.text} 这一天。`, '日期写作 年-月-日：2025-12-31。'],
  ),
  B210: kind<{ what: string; wanted: Said }>(
    'error',
    (d) => `\`${d.what}\` is not possible here; it has to be ${d.wanted.en}.`,
    (d) => `这里不能写 \`${d.what}\`，必须是${d.wanted.zh}。`,
  ),
  B212: kind<{ text: string; large: boolean }>(
    'error',
    (d) =>
      d.large
        ? [`\`${d.text}\` is larger than anything that can be counted here.`, 'Is there a zero, or a unit, too many?']
        : [`\`${d.text}\` has more digits than can be kept.`, 'Write it with at most 30 digits.'],
    (d) =>
      d.large
        ? [`\`${d.text}\` 超出了这里可以计量的范围。`, '是否多写了零，或多写了单位？']
        : [`\`${d.text}\` 的位数过多，无法保存。`, '请不要超过 30 位数字。'],
  ),
  B211: kind<{ word: string; choices: readonly string[]; suggestion: string | null }>(
    'error',
    (d) => [`\`${d.word}\` is not one of ${d.choices.join(', ')}.`, didYouMean(d.suggestion)],
    (d) => [`\`${d.word}\` 不在可选范围内：${d.choices.join('、')}。`, zhDidYouMean(d.suggestion)],
  ),
} as const;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
