import type { Expression } from '../../model/expression.js';
import { rule } from '../rule.js';

/** Whether the value is a share of rows that may not be there. */
const dividesByRows = (expression: Expression): boolean =>
  expression.kind === 'arithmetic' && expression.operator === '/' && expression.right.kind === 'aggregate';

export const nothingToDivide = rule<{ metric: string }>({
  code: 'L126',
  title: { en: 'a share of rows that may not be there', zh: '可能没有行可除的占比' },
  severity: 'hint',
  fix: null,
  en: ({ metric }) => [
    `Without any rows to divide by, \`${metric}\` is unknown.`,
    'Say what it then is with `if empty`, as in `if empty 0%`.',
  ],
  zh: ({ metric }) => [`没有行可除时，\`${metric}\` 是未知。`, '请用 `if empty` 写明这时的值，例如 `if empty 0%`。'],
  look: (subject) =>
    (subject.model?.metrics ?? [])
      .filter((one) => subject.owns(one) && one.ifEmpty === null && dividesByRows(one.expression))
      .map((one) => ({ span: one.nameSpan, data: { metric: one.name } })),
});
