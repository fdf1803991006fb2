import { clauseOf } from '../../syntax/clauses.js';
import { rule } from '../rule.js';
import { nameOf, nameSpan } from '../subject.js';

export const noUnit = rule<{ name: string }>({
  code: 'L104',
  title: { en: 'a metric without a unit', zh: '没有单位的指标' },
  severity: 'warning',
  fix: null,
  en: ({ name }) => [
    `\`${name}\` does not say what it is measured in.`,
    'Add `in`, as in `in percent` or `in contacts per 亿元`.',
  ],
  zh: ({ name }) => [`\`${name}\` 没有写明计量单位。`, '请加上 `in`，例如 `in percent` 或 `in contacts per 亿元`。'],
  look: (subject) =>
    subject
      .of('metric')
      .filter((metric) => clauseOf(metric, 'in') === undefined)
      .map((metric) => ({ span: nameSpan(metric), data: { name: nameOf(metric) } })),
});

export const noDoc = rule<{ name: string; noun: string }>({
  code: 'L107',
  title: {
    en: 'a metric or benchmark without a word about it, beside others that have one',
    zh: '别的都有说明，而它没有',
  },
  severity: 'hint',
  fix: null,
  en: ({ name }) => [
    `Nothing says what \`${name}\` is about, as is said of others.`,
    'Write a line that begins with `##` above it.',
  ],
  zh: ({ name }) => [`其他声明都有说明，而 \`${name}\` 没有。`, '请在它上面写一行以 `##` 开头的说明。'],
  look: (subject) => {
    const all = subject.of('metric', 'benchmark');
    if (!all.some(({ doc }) => doc !== null)) return [];
    return all
      .filter(({ doc }) => doc === null)
      .map((one) => ({ span: nameSpan(one), data: { name: nameOf(one), noun: one.noun ?? '' } }));
  },
});
