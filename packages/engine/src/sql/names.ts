/**
 * Names of the columns in the measured and judged tables. The language's names have no dot, so none of these can meet, and no
 * two of them differ in capitals alone.
 */
export const named = {
  key: 'key',
  column: (name: string) => `column.${name}`,
  band: (name: string) => `band.${name}`,
  /** The 1-based row of a band's table. */
  bandRow: (name: string) => `band.${name}.row`,
  tier: (name: string) => `tier.${name}`,
  /** 1 for the largest value that a tier goes by. */
  tierRank: (name: string) => `tier.${name}.rank`,
  /** The 1-based row of a tier's table. */
  tierRow: (name: string) => `tier.${name}.row`,
  metric: (name: string) => `metric.${name}`,
  numerator: (metric: string) => `metric.${metric}.numerator`,
  denominator: (metric: string) => `metric.${metric}.denominator`,
  /** The 1-based row of a benchmark's table that an entity falls under; NULL when that cannot be told. */
  benchmarkRow: (name: string) => `benchmark.${name}.row`,
  /** What a benchmark asks, scaled to whole numbers for ratios of counts. */
  bound: (benchmark: string, metric: string, side: 'low' | 'high') => `bound.${benchmark}.${metric}.${side}`,
  /** How many peers of a group have a known value. */
  peers: (group: string) => `${group}.size`,
  /** The 1-based row of a waiver that excuses an entity from a metric; NULL where none certainly does. */
  waived: (waiver: string, metric: string) => `waiver.${waiver}.${metric}`,
  threshold: (metric: string) => `threshold.${metric}`,
  /** An index into STATES of results.ts. */
  state: (metric: string) => `state.${metric}`,
  shortfall: (metric: string) => `shortfall.${metric}`,
  failed: 'failed',
  passed: 'passed',
  unknown: 'unknown',
  meanShortfall: 'shortfall',
  /** The 1-based row of a level's table; NULL when the level is unknown. */
  level: (name: string) => `level.${name}`,
  term: (score: string, index: number) => `term.${score}.${index}`,
  score: (name: string) => `score.${name}`,
} as const;
