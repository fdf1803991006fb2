import type { Benchmark } from '@benchbook/dsl';
import { whereOf } from '../../notices/where.js';
import type { JudgedMetric } from '../../plan/plan.js';
import type { BenchmarkLine } from '../../results.js';
import { aggregate, column } from '../../sql/expression.js';
import { benchmarkRowName } from '../../sql/answer-rows.js';
import { output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';
import { amongPeers } from './among-peers.js';
import { asked } from './thresholds.js';

/** Each threshold that somebody was judged by, with how many stood under it. */
export async function benchmarkLines(run: Executed, judged: JudgedMetric): Promise<readonly BenchmarkLine[]> {
  const lines = await Promise.all(
    judged.benchmarks.map(({ benchmark, outcome }) => linesOf(run, judged, benchmark, outcome)),
  );
  return lines.flat();
}

async function linesOf(
  run: Executed,
  judged: JudgedMetric,
  benchmark: Benchmark,
  outcome: number,
): Promise<readonly BenchmarkLine[]> {
  const { metric } = judged.measured;
  const row = column(benchmarkRowName(benchmark, outcome));
  const among = amongPeers(run, judged, benchmark, outcome);
  const columns = await readScored(run, () => ({
    columns: [output(row, 'row'), output(among, 'among'), output(aggregate('count', []), 'count')],
    groupBy: [row, among],
  }));
  const found = columns.numbers('row').map((index, at) => ({
    index,
    among: columns.numbers('among')[at] ?? null,
    count: columns.number('count', at),
  }));
  return benchmark.table.rows.flatMap((candidate, index) => {
    const threshold = candidate.outcomes[outcome] ?? null;
    if (threshold === null) return [];
    return found
      .filter((one) => one.index === index + 1)
      .toSorted((one, other) => (one.among ?? 0) - (other.among ?? 0))
      .flatMap(({ among: bound, count }) => {
        const said = asked(threshold, metric, bound);
        return said === null
          ? []
          : [{ benchmark: benchmark.name, ...said, count, ...whereOf(run.plan.model, candidate) }];
      });
  });
}
