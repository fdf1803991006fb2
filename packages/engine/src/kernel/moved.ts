import { isExclusive, type Benchmark } from '@benchbook/dsl';
import type { JudgeStage } from '../plan/plan.js';
import { shape, thresholdsOf } from '../sql/answer-rows.js';
import { Inexact } from './inexact.js';

/**
 * The metrics of which one judge stage asks something else than another.
 *
 * @throws Inexact where they are not two versions of one stage: other benchmarks, or other rows for the same accounts
 */
export function movedMetrics(from: JudgeStage, to: JudgeStage): readonly string[] {
  const names = ({ benchmarks, combine }: JudgeStage): string =>
    [combine, ...benchmarks.map(({ name }) => name)].join(' ');
  if (names(from) !== names(to)) throw new Inexact({ kind: 'asked' });
  const waived = from.waivers.find((waiver, index) => waiver !== to.waivers[index]);
  if (waived) throw new Inexact({ kind: 'waived', waiver: waived.name });
  from.benchmarks.forEach((benchmark, index) => {
    const other = to.benchmarks[index] ?? benchmark;
    if (!sameRows(benchmark, other)) throw new Inexact({ kind: 'rows', benchmark: benchmark.name });
  });
  return to.metrics.flatMap(({ measured, benchmarks }) => {
    const { name } = measured.metric;
    const before = from.metrics.find((metric) => metric.measured.metric.name === name);
    const moved = benchmarks.some(({ benchmark, outcome }, index) => {
      const old = before?.benchmarks[index];
      return old === undefined || !sameThresholds(old.benchmark, benchmark, outcome);
    });
    return moved ? [name] : [];
  });
}

/** Whether an account falls under the same row of both. */
function sameRows(one: Benchmark, other: Benchmark): boolean {
  if (one === other) return true;
  const { table: a } = one;
  const { table: b } = other;
  if (a.rows.length !== b.rows.length || a.hit !== b.hit || a.order.join() !== b.order.join()) return false;
  const conditions = a.rows.every((row, index) => {
    const others = b.rows[index]?.conditions ?? [];
    return row.conditions.every((each, at) => each === others[at] || written(each) === written(others[at]));
  });
  if (!conditions) return false;
  // Elsewhere it counts which rows ask the same: an unknown row before one that asks the same leaves nothing open.
  if (a.hit === 'unique' && isExclusive(a)) return true;
  return a.outputs.every((_, outcome) => shape(thresholdsOf(a, outcome)) === shape(thresholdsOf(b, outcome)));
}

/** Without the places in the text. */
const written = (condition: unknown): string =>
  JSON.stringify(condition, (key, value: unknown) => (key === 'span' ? undefined : value));

function sameThresholds(one: Benchmark, other: Benchmark, outcome: number): boolean {
  if (one === other) return true;
  const [a, b] = [one.table.rows, other.table.rows];
  if (a.every((row, index) => row.outcomes[outcome] === b[index]?.outcomes[outcome])) return true;
  return thresholdsOf(one.table, outcome).join('|') === thresholdsOf(other.table, outcome).join('|');
}
