import type { Benchmark } from '@benchbook/dsl';
import { peerBoundOf } from '../../plan/peer-bounds.js';
import type { JudgedMetric } from '../../plan/plan.js';
import { toBase } from '../../plan/units.js';
import { notice, type NoticeData } from '../../notices/notice.js';
import { aggregate, all, cases, column, isIn, isKnown, isNull, literal, operator } from '../../sql/expression.js';
import type { SqlExpression } from '../../sql/expression.js';
import { benchmarkRowName } from '../../sql/answer-rows.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';

/** What a peer-relative threshold comes to for an entity; nothing where its row asks a number of its own. */
export function amongPeers(run: Executed, judged: JudgedMetric, benchmark: Benchmark, outcome: number): SqlExpression {
  const row = column(benchmarkRowName(benchmark, outcome));
  const branches = benchmark.table.rows.flatMap(({ outcomes }, index) => {
    const threshold = outcomes[outcome];
    if (threshold?.kind !== 'peers') return [];
    const { id } = peerBoundOf(run.plan.judge.peers, judged.measured.metric.name, threshold);
    return [{ when: operator(row, '=', literal(index + 1)), then: column(id) }];
  });
  return cases(branches);
}

/** Entities with too few peers to be judged by. */
export async function lonely(run: Executed): Promise<readonly NoticeData[]> {
  const asked = run.plan.judge.metrics
    .filter(({ amongPeers: isAmong }) => isAmong)
    .flatMap((judged) => judged.benchmarks.map((each) => ({ judged, ...each })))
    .filter(({ benchmark, outcome }) => rowsAmongPeers(benchmark, outcome).length > 0);
  if (asked.length === 0) return [];
  const columns = await readScored(run, () => ({
    columns: asked.map(({ judged, benchmark, outcome }, index) => {
      const isAsked = isIn(column(benchmarkRowName(benchmark, outcome)), rowsAmongPeers(benchmark, outcome));
      const isKnownHere = isKnown(column(named.metric(judged.measured.metric.name)));
      const where = all([isAsked, isKnownHere, isNull(amongPeers(run, judged, benchmark, outcome))]);
      return output(aggregate('count', [], { where }), `lonely_${index}`);
    }),
  }));
  return asked.flatMap(({ judged, benchmark, outcome }, index) => {
    const count = columns.number(`lonely_${index}`);
    if (count === 0) return [];
    const { name } = judged.measured.metric;
    const data = { benchmark: benchmark.name, metric: name, count, least: leastPeers(benchmark, outcome) };
    return [notice('R340', data, { file: run.plan.model.file, line: benchmark.line, count })];
  });
}

function leastPeers({ table }: Benchmark, outcome: number): number {
  const thresholds = table.rows.flatMap(({ outcomes }) => outcomes[outcome] ?? []);
  const least = thresholds.flatMap((threshold) => (threshold.kind === 'peers' ? [toBase(threshold.least)] : []));
  return least[0]?.toNumber() ?? 0;
}

function rowsAmongPeers({ table }: Benchmark, outcome: number): readonly SqlExpression[] {
  return table.rows.flatMap(({ outcomes }, index) => (outcomes[outcome]?.kind === 'peers' ? [literal(index + 1)] : []));
}
