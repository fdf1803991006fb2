import type Big from 'big.js';
import type { Span } from '../text/span.js';
import type { ComparisonOperator } from './expression.js';
import type { Model, Param } from './model.js';
import type { Planning } from './planning/planning.js';
import type { Limits } from './scenario.js';
import type { Unit } from './unit.js';

/** The declarations that hold numbers with paths. */
export type Rules = Pick<
  Model,
  | 'params'
  | 'contexts'
  | 'populations'
  | 'bands'
  | 'lookups'
  | 'metrics'
  | 'benchmarks'
  | 'waivers'
  | 'levels'
  | 'tiers'
  | 'scores'
  | 'targets'
> & { readonly planning: Planned };

/** Those about plans, and what is uncertain in them or in a param. */
export type Planned = Pick<
  Planning,
  'actions' | 'resources' | 'budgets' | 'phases' | 'funnels' | 'cohorts' | 'models' | 'uncertain'
>;

export type NumberKind =
  /** what a benchmark asks of a metric */
  | 'threshold'
  /** where one row of a table ends and another begins */
  | 'edge'
  /** what a level gives beside its label */
  | 'points'
  /** what any other table gives */
  | 'value'
  | 'weight'
  /** what a score is multiplied by */
  | 'factor'
  | 'param'
  /** how much of a population is taken */
  | 'top'
  /** how many peers a comparison with them takes */
  | 'peers'
  /** what a target is to reach */
  | 'attain'
  /** what a metric is where its formula has no answer */
  | 'answer'
  /** what a plan rests on: an amount, a time, a chance */
  | 'plan';

/** Where something with a path stands. */
export interface Location {
  /** The way the path is written, and the only one of its kind. */
  readonly path: string;
  /** The declaration it belongs to. */
  readonly owner: string;
  /** The key of its row; null where there are no rows, or just one that needs no key. */
  readonly row: readonly string[] | null;
  /** What stands behind the row: `contact_density`, `weight`, `rank.high`; null for a param. */
  readonly column: string | null;
  readonly line: number;
}

/** A number of the rulebook that a scenario, a slider or an analysis can move. */
export interface NamedNumber extends Location {
  readonly kind: NumberKind;
  readonly value: Big;
  readonly unit: Unit;
  /** How a threshold or an edge compares; the ends of a range are `>=` and `<=` (or `<`). Null for other numbers. */
  readonly operator: ComparisonOperator | null;
  /** The values that make sense, both ends included: 0..100% for a percent, from 0 for a count. */
  readonly bounds: Limits;
  /** Whether only whole numbers make sense. */
  readonly whole: boolean;
  /** Where it is written; an edge that two rows share is written twice. */
  readonly spans: readonly Span[];
}

/** A benchmark's cell that asks nothing (`-`): it can be given a threshold. */
export interface OpenCell extends Location {
  readonly metric: string;
  readonly unit: Unit;
  readonly span: Span;
}

/** A param that is a list: it can be set, not moved. */
export interface NamedValue extends Location {
  readonly param: Param;
}

export type Named =
  | { readonly is: 'number'; readonly at: NamedNumber }
  | { readonly is: 'open'; readonly at: OpenCell }
  | { readonly is: 'value'; readonly at: NamedValue };
