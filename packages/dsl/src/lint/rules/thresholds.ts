import type { Threshold } from '../../model/decision-table.js';
import { rule } from '../rule.js';

const OFTEN = 3;

export const sameEverywhere = rule<{ metric: string; threshold: string }>({
  code: 'L112',
  title: { en: 'a column that asks the same in every row', zh: '每行要求都相同的列' },
  severity: 'hint',
  fix: null,
  en: ({ metric, threshold }) => [
    `Every row asks \`${threshold}\` of \`${metric}\`: its ${OFTEN} or more numbers must be changed together.`,
    'Ask it in a benchmark of one row, and apply both.',
  ],
  zh: ({ metric, threshold }) => [
    `每一行都要求 \`${metric}\` \`${threshold}\`：改动时要一起改。`,
    '请写成只有一行的基准，两个一起应用。',
  ],
  look: (subject) =>
    (subject.model?.benchmarks ?? [])
      .filter((one) => subject.owns(one) && one.table.rows.length >= OFTEN)
      .flatMap(({ metrics, table }) =>
        metrics.flatMap((metric, index) => {
          const asked = table.rows.map((row): Threshold | null => row.outcomes[index] ?? null);
          const [first] = asked;
          const texts = new Set(asked.map((one) => (one === null ? '-' : subject.text(one.span))));
          const span = table.outputs[index]?.span;
          return first && span && texts.size === 1
            ? [{ span, data: { metric, threshold: subject.text(first.span) } }]
            : [];
        }),
      ),
});
