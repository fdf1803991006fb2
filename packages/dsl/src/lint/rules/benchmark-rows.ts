import type { TableRow, Threshold } from '../../model/decision-table.js';
import { rule } from '../rule.js';
import type { Subject } from '../subject.js';

const tables = (subject: Subject) =>
  (subject.model?.benchmarks ?? [])
    .filter((one) => subject.owns(one))
    .map((benchmark) => ({ benchmark, rows: benchmark.table.rows }));

const asked = (subject: Subject, row: TableRow<Threshold | null>): string =>
  row.outcomes.map((one) => (one === null ? '-' : subject.text(one.span).replace(/\s/g, ''))).join('|');

export const rowLikeElse = rule<{ row: string }>({
  code: 'L111',
  title: { en: 'a row that asks what the `else` row asks', zh: '与 `else` 行相同的行' },
  severity: 'hint',
  fix: null,
  en: ({ row }) => [`\`${row}\` asks the same as the \`else\` row.`, 'Leave it out, unless it is there to be changed.'],
  zh: ({ row }) => [`\`${row}\` 的要求与 \`else\` 行相同。`, '若不是留待修改，请删掉这一行。'],
  look: (subject) =>
    tables(subject).flatMap(({ rows }) => {
      const rest = rows.find((row) => row.conditions.length > 0 && row.conditions.every(({ kind }) => kind === 'else'));
      if (rest === undefined) return [];
      return rows
        .filter(
          (row) =>
            row !== rest &&
            asked(subject, row) === asked(subject, rest) &&
            row.conditions.every(({ kind }) => kind !== 'missing'),
        )
        .map((row) => ({ span: row.span, data: { row: row.text } }));
    }),
});

const bounds = (subject: Subject) =>
  tables(subject).flatMap(({ benchmark, rows }) =>
    rows.flatMap((row) =>
      row.outcomes.flatMap((one, index) => {
        const metric = subject.model?.metrics.find(({ name }) => name === benchmark.metrics[index]);
        return one?.kind === 'bound' && metric ? [{ bound: one, metric }] : [];
      }),
    ),
  );

const NEVER_BELOW_ZERO = new Set(['percent', 'count', 'ratio']);

export const asksNothing = rule<{ threshold: string; metric: string }>({
  code: 'L113',
  title: { en: 'a threshold that everybody passes', zh: '人人都能通过的阈值' },
  severity: 'warning',
  fix: null,
  en: ({ threshold, metric }) => [
    `\`${threshold}\` asks nothing of \`${metric}\`, which is never below zero.`,
    'Write `-` where nothing is judged.',
  ],
  zh: ({ threshold, metric }) => [
    `\`${metric}\` 不会小于零，\`${threshold}\` 等于没有要求。`,
    '不评判的地方请写 `-`。',
  ],
  look: (subject) =>
    bounds(subject)
      .filter(
        ({ bound, metric }) =>
          bound.operator === '>=' && bound.quantity.value.lte(0) && NEVER_BELOW_ZERO.has(metric.unit.kind),
      )
      .map(({ bound, metric }) => ({
        span: bound.span,
        data: { threshold: subject.text(bound.span), metric: metric.name },
      })),
});

export const beyondAll = rule<{ threshold: string; metric: string }>({
  code: 'L114',
  title: { en: 'a percentage above 100%', zh: '超过 100% 的阈值' },
  severity: 'warning',
  fix: null,
  en: ({ threshold, metric }) => [
    `\`${threshold}\` asks more than all of \`${metric}\`.`,
    'A share is at most 100%; say so with `# lint: allow L114` where it may be more.',
  ],
  zh: ({ threshold, metric }) => [
    `\`${threshold}\` 对 \`${metric}\` 的要求超过了全部。`,
    '占比至多 100%；确实可以更多时请写 `# lint: allow L114`。',
  ],
  look: (subject) =>
    bounds(subject)
      .filter(
        ({ bound, metric }) =>
          bound.operator.startsWith('>') && metric.unit.kind === 'percent' && bound.quantity.value.gt(1),
      )
      .map(({ bound, metric }) => ({
        span: bound.span,
        data: { threshold: subject.text(bound.span), metric: metric.name },
      })),
});
