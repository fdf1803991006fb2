import type { Benchmark, PeerThreshold } from '@benchbook/dsl';
import type { PeerBound } from './plan.js';
import { fingerprint } from './values.js';

/** Every percentile that some benchmarks ask of the metrics they judge, each once. */
export function peerBounds(benchmarks: readonly Benchmark[]): readonly PeerBound[] {
  const bounds = new Map<string, PeerBound>();
  const groups = new Map<string, string>();
  for (const { metric, threshold } of peerThresholds(benchmarks)) {
    const key = keyOf(metric, threshold);
    const group = groups.get(groupOf(metric, threshold)) ?? `peers.group_${groups.size + 1}`;
    groups.set(groupOf(metric, threshold), group);
    if (bounds.has(key)) continue;
    const within = threshold.within.map(({ expression }) => expression);
    const { percentile, least } = threshold;
    bounds.set(key, { id: `peers.${bounds.size + 1}`, key, group, metric, percentile, within, least });
  }
  return [...bounds.values()];
}

/** The percentile that a benchmark's cell asks of a metric. */
export function peerBoundOf(bounds: readonly PeerBound[], metric: string, threshold: PeerThreshold): PeerBound {
  const key = keyOf(metric, threshold);
  const found = bounds.find((bound) => bound.key === key);
  if (found === undefined) throw new Error(`the plan does not compare ${metric} with the peers that a benchmark names`);
  return found;
}

interface Asked {
  readonly metric: string;
  readonly threshold: PeerThreshold;
}

function peerThresholds(benchmarks: readonly Benchmark[]): readonly Asked[] {
  return benchmarks.flatMap((benchmark) =>
    benchmark.table.rows.flatMap((row) =>
      row.outcomes.flatMap((threshold, index) => {
        const metric = benchmark.metrics[index];
        return threshold?.kind === 'peers' && metric !== undefined ? [{ metric, threshold }] : [];
      }),
    ),
  );
}

function groupOf(metric: string, { within }: PeerThreshold): string {
  return JSON.stringify([metric, within.map(({ expression }) => fingerprint(expression))]);
}

function keyOf(metric: string, threshold: PeerThreshold): string {
  return `${groupOf(metric, threshold)} ${threshold.percentile.value.toFixed()} ${threshold.least.value.toFixed()}`;
}
