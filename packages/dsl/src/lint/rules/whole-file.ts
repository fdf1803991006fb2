import { clauseOf } from '../../syntax/clauses.js';
import { rule } from '../rule.js';
import { nameOf, nameSpan } from '../subject.js';

export const noVersion = rule<{ name: string }>({
  code: 'L108',
  title: { en: 'a rulebook without a version', zh: '没有版本的规则手册' },
  severity: 'hint',
  fix: null,
  en: ({ name }) => [
    `\`${name}\` has no version, so a report cannot say by which rules it was made.`,
    `Add \`version "2025.1"\`.`,
  ],
  zh: ({ name }) => [`\`${name}\` 没有版本，报告无法写明依据哪一版规则。`, '请加上 `version "2025.1"`。'],
  look: (subject) =>
    subject
      .of('rulebook')
      .filter((one) => clauseOf(one, 'version') === undefined)
      .map((one) => ({ span: nameSpan(one), data: { name: nameOf(one) } })),
});

export const noTests = rule<{ name: string }>({
  code: 'L121',
  title: { en: 'a rulebook without tests', zh: '没有测试的规则手册' },
  severity: 'hint',
  fix: null,
  en: ({ name }) => [
    `Nothing tests \`${name}\`: a slip in a threshold would go unseen.`,
    'Add a `test` with a few rows and what they must come to.',
  ],
  zh: ({ name }) => [`没有测试检验 \`${name}\`：阈值写错了也看不出来。`, '请加一个 `test`，给出几行数据和应有的结果。'],
  look: (subject) => {
    const judges = subject.everywhere.some(({ noun }) => noun === 'level' || noun === 'score');
    if (!judges || subject.everywhere.some(({ noun }) => noun === 'test')) return [];
    return subject.of('rulebook').map((one) => ({ span: nameSpan(one), data: { name: nameOf(one) } }));
  },
});
