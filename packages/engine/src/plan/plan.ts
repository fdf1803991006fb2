import type {
  Apply,
  Band,
  Benchmark,
  Expression,
  Level,
  Metric,
  Model,
  Population,
  Quantity,
  Score,
  Source,
  Tier,
  Waiver,
} from '@benchbook/dsl';
import type { Step } from './values.js';

/**
 * How one population of a model is computed, stage by stage, for any back end:
 *
 *  load → *measure* (reads the big tables once, one narrow row per entity) → *judge* (thresholds and levels) →
 *  *score* (weighted terms) → summarise.
 *
 * Judge and score read nothing but what measure made, so a what-if on thresholds, levels or weights re-runs those two alone.
 */
export interface Plan {
  readonly model: Model;
  readonly population: Population;
  readonly source: Source;
  /**
   * Where ranks, tiers' ranks and percentiles among peers come from: worked out of the population's own values, or given with its members
   * as another run had them, so that what changes about one entity moves nobody's standing.
   */
  readonly standing: 'own' | 'given';
  /** Columns that the rules read, by source; nothing else is loaded. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the population's own `where` and `top` read, computed for every row of the source. */
  readonly candidates: readonly Step[];
  readonly measure: MeasureStage;
  readonly judge: JudgeStage;
  readonly score: ScoreStage;
}

export interface MeasureStage {
  /** The entity's own columns that later stages read. */
  readonly columns: readonly string[];
  readonly bands: readonly Band[];
  /** Every aggregate over related rows, each computed once. */
  readonly aggregates: readonly MeasuredAggregate[];
  readonly metrics: readonly MeasuredMetric[];
  /** Every percent_rank, whether or not thresholds can move it. */
  readonly ranks: readonly MeasuredRank[];
  readonly tiers: readonly Tier[];
  /** All that can be known before judging, in an order in which it can be computed. */
  readonly steps: readonly Step[];
}

export type AggregateExpression = Extract<Expression, { kind: 'aggregate' }>;
export type PercentRank = Extract<Expression, { kind: 'percent_rank' }>;
export type CumulativeShare = Extract<Expression, { kind: 'cumulative_share' }>;

export interface MeasuredAggregate {
  readonly id: string;
  readonly expression: AggregateExpression;
  /** False when it reads a source or column that nobody has: then it is unknown for everyone. */
  readonly available: boolean;
}

export interface MeasuredRank {
  readonly id: string;
  readonly expression: PercentRank | CumulativeShare;
}

/**
 * A metric as it is measured. A ratio of counts keeps both counts, so that it is compared with a threshold in integers:
 * 3 of 5 passes 60% whatever the bits of 0.6 are.
 */
export interface MeasuredMetric {
  readonly metric: Metric;
  readonly form:
    | { readonly kind: 'counts'; readonly numerator: Expression; readonly denominator: Expression }
    | { readonly kind: 'quotient'; readonly numerator: Expression; readonly denominator: Expression }
    | { readonly kind: 'value'; readonly expression: Expression };
}

export interface JudgeStage {
  /** Every benchmark that is asked, in the order of `apply`. */
  readonly benchmarks: readonly Benchmark[];
  /** Every percentile that peer-relative thresholds ask, each computed once. */
  readonly peers: readonly PeerBound[];
  readonly combine: Apply['combine'];
  /** Whom the benchmarks are not asked of. */
  readonly waivers: readonly Waiver[];
  readonly metrics: readonly JudgedMetric[];
  readonly levels: readonly Level[];
}

export interface JudgedMetric {
  readonly measured: MeasuredMetric;
  /** The benchmarks that have a column for it, and that column's place among their outcomes. */
  readonly benchmarks: readonly { readonly benchmark: Benchmark; readonly outcome: number }[];
  /** Most digits behind the point among its thresholds, in stored units: what integers are scaled by. */
  readonly digits: number;
  /** Whether a threshold of it is a percentile among peers. */
  readonly amongPeers: boolean;
}

/** A percentile of a metric among an entity's peers. */
export interface PeerBound {
  readonly id: string;
  /** Tells it from every other. */
  readonly key: string;
  /** Same for all that rank one metric in the same groups. */
  readonly group: string;
  readonly metric: string;
  readonly percentile: Quantity;
  readonly within: readonly Expression[];
  /** With fewer known values the bound is unknown. */
  readonly least: Quantity;
}

export interface ScoreStage {
  readonly scores: readonly Score[];
  /** All that judging can move, levels and scores among it, in an order in which it can be computed. */
  readonly steps: readonly Step[];
}
