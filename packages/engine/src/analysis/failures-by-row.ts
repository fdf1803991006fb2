import { aggregate, any, column, isKnown, operator } from '../sql/expression.js';
import { named } from '../sql/names.js';
import { output } from '../sql/query.js';
import { FAILED } from '../sql/states.js';
import type { Executed } from '../run/execute.js';
import { readScored } from '../run/read.js';

/** Of each benchmark: how many that a row (from 0) is for fail one of the metrics that the benchmark asks something of. */
export async function failuresByRow(run: Executed): Promise<ReadonlyMap<string, ReadonlyMap<number, number>>> {
  const found = new Map<string, ReadonlyMap<number, number>>();
  const judged = new Set(run.plan.judge.metrics.map(({ measured }) => measured.metric.name));
  for (const { name, metrics } of run.plan.judge.benchmarks) {
    const row = column(named.benchmarkRow(name));
    const states = metrics.filter((metric) => judged.has(metric)).map((metric) => column(named.state(metric)));
    const fails = any(states.map((state) => operator(state, '=', FAILED)));
    const read = await readScored(run, () => ({
      columns: [output(row, 'row'), output(aggregate('count', [], { where: fails }), 'failed')],
      where: isKnown(row),
      groupBy: [row],
    }));
    const rows = read.numbers('row').map((at, index) => [(at ?? 1) - 1, read.number('failed', index)] as const);
    found.set(name, new Map(rows));
  }
  return found;
}
