import type { Threshold } from '../model/decision-table.js';
import type { Quantity } from '../model/expression.js';
import type { Model } from '../model/model.js';
import { walk } from '../model/walk.js';
import type { Scope } from './scope.js';

type Rules = Pick<Model, 'metrics' | 'benchmarks' | 'scores' | 'levels' | 'tiers' | 'shows'>;

/**
 * Reports thresholds of 0 whose shortfall a score, a level, a tier or a picture reads: a shortfall is a part of the threshold, and there is no part of nothing.
 */
export function reportZeroThresholds(scope: Scope, rules: Rules): void {
  const read = shortfallsRead(rules);
  if (read.size === 0) return;
  const scaled = new Set(rules.metrics.flatMap(({ name, shortfallScale }) => (shortfallScale ? [name] : [])));
  for (const { metrics, table } of rules.benchmarks)
    for (const [index, metric] of metrics.entries()) {
      if (scaled.has(metric) || !(read.has(metric) || read.has(EVERY))) continue;
      const zero = table.rows.flatMap(({ outcomes }) => numbersIn(outcomes[index])).find(({ value }) => value.eq(0));
      if (zero) scope.report('B434', zero.span, { metric });
    }
}

/** Stands for all that are judged: `mean(shortfall)`. */
const EVERY = '';

/** The metrics whose shortfall is read. */
function shortfallsRead({ scores, levels, tiers, shows }: Rules): ReadonlySet<string> {
  const roots = [
    ...scores.flatMap(({ terms }) => terms.map(({ value }) => value)),
    ...[...levels, ...tiers].flatMap(({ table }) => table.inputs.map(({ expression }) => expression)),
    ...tiers.map(({ by }) => by),
    ...shows.flatMap(({ what, by, top }) => [what, ...by, top?.by ?? null].filter((one) => one !== null)),
  ];
  const parts = roots.flatMap((root) => [...walk(root)]);
  return new Set(parts.flatMap((part) => (part.kind === 'shortfall' ? [part.metric ?? EVERY] : [])));
}

function numbersIn(threshold: Threshold | null | undefined): readonly Quantity[] {
  if (threshold?.kind === 'bound') return [threshold.quantity];
  return threshold?.kind === 'range' ? [threshold.low, threshold.high] : [];
}
