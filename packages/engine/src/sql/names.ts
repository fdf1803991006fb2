/**
 * Names of the columns in the measured and judged tables. The language's names have no dot, so none of these can meet; and since a
 * database may not tell `Risk` from `risk`, capitals are written out.
 */
export const named = {
  key: 'key',
  column: (name: string) => `column.${cased(name)}`,
  band: (name: string) => `band.${cased(name)}`,
  /** The 1-based row of a band's table. */
  bandRow: (name: string) => `band.${cased(name)}.row`,
  tier: (name: string) => `tier.${cased(name)}`,
  /** The 1-based row of a tier's table. */
  tierRow: (name: string) => `tier.${cased(name)}.row`,
  metric: (name: string) => `metric.${cased(name)}`,
  numerator: (metric: string) => `metric.${cased(metric)}.numerator`,
  denominator: (metric: string) => `metric.${cased(metric)}.denominator`,
  /** The 1-based row of a benchmark's table that an entity falls under; NULL when that cannot be told. */
  benchmarkRow: (name: string) => `benchmark.${cased(name)}.row`,
  /** What a benchmark asks, scaled to whole numbers for ratios of counts. */
  bound: (benchmark: string, metric: string, side: 'low' | 'high') =>
    `bound.${cased(benchmark)}.${cased(metric)}.${side}`,
  threshold: (metric: string) => `threshold.${cased(metric)}`,
  /** An index into STATES of results.ts. */
  state: (metric: string) => `state.${cased(metric)}`,
  shortfall: (metric: string) => `shortfall.${cased(metric)}`,
  failed: 'failed',
  passed: 'passed',
  unknown: 'unknown',
  meanShortfall: 'shortfall',
  /** The 1-based row of a level's table; NULL when the level is unknown. */
  level: (name: string) => `level.${cased(name)}`,
  term: (score: string, index: number) => `term.${cased(score)}.${index}`,
  score: (name: string) => `score.${cased(name)}`,
} as const;

const cased = (name: string): string => name.replaceAll(/[A-Z^]/g, (letter) => `^${letter.toLowerCase()}`);
