import { clauseOf } from '../../syntax/clauses.js';
import { rule } from '../rule.js';
import { nameOf, nameSpan } from '../subject.js';

export const noCitation = rule<{ name: string }>({
  code: 'L110',
  title: { en: 'figures from elsewhere without their source', zh: '没有出处的背景数据' },
  severity: 'warning',
  fix: null,
  en: ({ name }) => [
    `\`${name}\` does not say where its figures come from.`,
    'Add `source "…"`, and `dated` with the day they hold for.',
  ],
  zh: ({ name }) => [`\`${name}\` 没有写明数据出处。`, '请加上 `source "…"`，并用 `dated` 写明数据日期。'],
  look: (subject) =>
    subject
      .of('context')
      .filter((one) => clauseOf(one, 'source') === undefined)
      .map((one) => ({ span: nameSpan(one), data: { name: nameOf(one) } })),
});

export const noDay = rule<{ name: string }>({
  code: 'L109',
  title: { en: 'a target without a day', zh: '没有期限的目标' },
  severity: 'hint',
  fix: null,
  en: ({ name }) => [`\`${name}\` does not say by when.`, `Add \`by 2026-12-31\`.`],
  zh: ({ name }) => [`\`${name}\` 没有写明期限。`, '请加上 `by 2026-12-31`。'],
  look: (subject) =>
    subject
      .of('target')
      .filter((one) => clauseOf(one, 'by date') === undefined)
      .map((one) => ({ span: nameSpan(one), data: { name: nameOf(one) } })),
});
