import type { Waiver } from '@benchbook/dsl';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { compile, type Scope } from './compile-expression.js';
import { truthsOf } from './compile-condition.js';
import { any, cases, cast, column, isKnown, literal, type SqlExpression } from './expression.js';
import { named } from './names.js';
import { output, type Output } from './query.js';

/** For each judged metric the row of each waiver that excuses from it. What cannot be told excuses nobody. */
export function waivedColumns({ judge }: Plan, scope: Scope): readonly Output[] {
  return judge.metrics.flatMap((metric) =>
    waiversOf(metric, judge.waivers).map((waiver) =>
      output(waivingRow(waiver, metric, scope), named.waived(waiver.name, nameOf(metric))),
    ),
  );
}

/** Whether an entity is excused from a metric; null where nobody is. */
export function isWaived(metric: JudgedMetric, { judge }: Plan): SqlExpression | null {
  const waivers = waiversOf(metric, judge.waivers);
  return waivers.length === 0
    ? null
    : any(waivers.map(({ name }) => isKnown(column(named.waived(name, nameOf(metric))))));
}

/** The waivers that have a row for a metric. */
export function waiversOf(metric: JudgedMetric, waivers: readonly Waiver[]): readonly Waiver[] {
  return waivers.filter((waiver) => waiver.table.rows.some((_, row) => excusesFrom(waiver, row, nameOf(metric))));
}

/** Whether a row of a waiver is about a metric: one that names none is about all. */
export function excusesFrom({ table }: Waiver, row: number, metric: string): boolean {
  const metrics = table.rows[row]?.outcomes.flatMap((cell) => (cell?.kind === 'metrics' ? cell.metrics : [])) ?? [];
  return metrics.length === 0 || metrics.includes(metric);
}

/** The first row that certainly holds. */
function waivingRow(waiver: Waiver, metric: JudgedMetric, scope: Scope): SqlExpression {
  const { table } = waiver;
  const inputs = table.inputs.map((input) => compile(input.expression, scope));
  const truths = truthsOf(table, inputs, scope);
  const branches = truths.flatMap((holds, row) =>
    excusesFrom(waiver, row, nameOf(metric)) ? [{ when: holds, then: literal(row + 1) }] : [],
  );
  return cast(cases(branches), 'USMALLINT');
}

const nameOf = (metric: JudgedMetric): string => metric.measured.metric.name;
