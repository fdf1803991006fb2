import type Big from 'big.js';
import type { Condition } from '../../model/decision-table.js';
import type { Level } from '../../model/model.js';
import { rule } from '../rule.js';
import type { Subject } from '../subject.js';

const levels = (subject: Subject): readonly Level[] => (subject.model?.levels ?? []).filter((one) => subject.owns(one));

/** Where a condition on a count begins; null where it has no single place. */
function least(condition: Condition | undefined): Big | null {
  if (condition?.kind === 'compare' && condition.constant.kind === 'quantity') return condition.constant.quantity.value;
  if (condition?.kind === 'range' && condition.range.low?.kind === 'quantity')
    return condition.range.low.quantity.value;
  const [value, second] = condition?.kind === 'values' && !condition.negated ? condition.values : [];
  return value?.kind === 'quantity' && second === undefined ? value.quantity.value : null;
}

/** Neither going up nor going down throughout. */
function wavers(values: readonly Big[]): boolean {
  const steps = values.slice(1).map((value, index) => value.cmp(values[index] ?? value));
  return steps.some((step) => step > 0) && steps.some((step) => step < 0);
}

export const rowsInOrder = rule<{ level: string }>({
  code: 'L118',
  title: { en: 'a level whose rows are not in order', zh: '各行没有次序的等级' },
  severity: 'hint',
  fix: null,
  en: ({ level }) => [
    `The rows of \`${level}\` jump up and down.`,
    'Put the gravest first: reports list labels in the order of the rows.',
  ],
  zh: ({ level }) => [`\`${level}\` 的各行忽上忽下。`, '请把最严重的放在最前：报告按行的次序列出标签。'],
  look: (subject) =>
    levels(subject)
      .filter(
        ({ table }) => table.inputs.length === 1 && wavers(table.rows.flatMap((row) => least(row.conditions[0]) ?? [])),
      )
      .map((one) => ({ span: one.nameSpan, data: { level: one.name } })),
});

export const pointsInOrder = rule<{ level: string; column: string }>({
  code: 'L117',
  title: { en: 'points that do not follow the order of the rows', zh: '分值与等级次序不一致' },
  severity: 'warning',
  fix: null,
  en: ({ level, column }) => [
    `\`${level}.${column}\` goes up and down along its rows.`,
    'A graver label should not be worth less than one between.',
  ],
  zh: ({ level, column }) => [`\`${level}.${column}\` 沿各行忽高忽低。`, '更严重的标签不应比中间的分值更低。'],
  look: (subject) =>
    levels(subject).flatMap((one) =>
      one.table.outputs.flatMap((output, index) => {
        const values = one.table.rows.flatMap((row) => {
          const outcome = row.outcomes[index];
          return outcome?.kind === 'quantity' ? [outcome.quantity.value] : [];
        });
        return wavers(values) ? [{ span: output.span, data: { level: one.name, column: output.name } }] : [];
      }),
    ),
});

export const untested = rule<{ level: string; labels: string }>({
  code: 'L120',
  title: { en: 'labels that no test expects', zh: '没有测试预期的标签' },
  severity: 'hint',
  fix: null,
  en: ({ level, labels }) => [`No test expects ${labels} of \`${level}\`.`, 'Add a row that comes to it.'],
  zh: ({ level, labels }) => [`没有测试预期 \`${level}\` 的 ${labels}。`, '请加一行应得出它的数据。'],
  look: (subject) => {
    const tests = subject.everywhere.filter(({ noun }) => noun === 'test').map(({ span }) => span);
    if (tests.length === 0) return [];
    return levels(subject).flatMap((one) => {
      const expected = new Set(
        subject.uses
          .filter(
            ({ means, span }) =>
              means.owner === one.name && tests.some(({ start, end }) => start <= span.start && span.end <= end),
          )
          .map(({ means }) => means.name),
      );
      const open = one.labels.filter((label) => !expected.has(label));
      return open.length === 0
        ? []
        : [{ span: one.nameSpan, data: { level: one.name, labels: open.map((label) => `\`${label}\``).join(', ') } }];
    });
  },
});
