import type Big from 'big.js';
import type { Span } from '../syntax/span.js';
import type { Unit } from './unit.js';

/** What a value is. Numbers carry their unit; text columns that point at another source are plain text here. */
export type ValueType =
  | { readonly kind: 'number'; readonly unit: Unit }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'list'; readonly of: ValueType };

/**
 * A number as the rulebook writes it, exact. `path` is how a scenario would name it
 * (`by_industry[金融服务业].contact_density`), null for a bare literal inside a formula.
 */
export interface Quantity {
  readonly value: Big;
  readonly unit: Unit;
  readonly path: string | null;
  readonly span: Span;
}

export type Constant =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'boolean'; readonly value: boolean };

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type AggregateName = 'count' | 'sum' | 'mean' | 'median' | 'min' | 'max';

interface Typed {
  readonly type: ValueType;
  readonly span: Span;
}

/**
 * A checked expression: every name is resolved, every node typed. Units are already consistent, except that an
 * arithmetic node works in base units; `Metric.unit` says what the whole is shown in.
 *
 * The rows an expression is evaluated on are those of one entity source (accounts, say); an `aggregate` looks at
 * the rows of another source that point at the entity.
 */
export type Expression =
  | (Typed & { readonly kind: 'constant'; readonly constant: Constant })
  | (Typed & {
      readonly kind: 'list';
      readonly items: readonly Constant[];
      /** the param it is, if it is one */ readonly param: string | null;
    })
  /** A column of the entity's own row, or, inside an aggregate, of the aggregated row when `source` says so. */
  | (Typed & { readonly kind: 'column'; readonly source: string; readonly column: string })
  /** A value another declaration gives each entity: a metric's value, a band's or tier's or level's label, a score. */
  | (Typed & {
      readonly kind: 'given';
      readonly by: 'metric' | 'band' | 'tier' | 'level' | 'score';
      readonly name: string;
    })
  /** Another output column of a level or band: `risk.points`. */
  | (Typed & {
      readonly kind: 'output';
      readonly by: 'level' | 'band' | 'tier';
      readonly name: string;
      readonly output: string;
    })
  /** What judging counts for an entity. */
  | (Typed & { readonly kind: 'judgement'; readonly what: 'failed' | 'passed' | 'judged' | 'unknown' })
  /** The shortfall of one metric, or (metric null) the mean over the judged ones. */
  | (Typed & { readonly kind: 'shortfall'; readonly metric: string | null })
  /** Of numbers; a date less a date is a number of days, a date (on the left) and a time make a date. */
  | (Typed & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Typed & { readonly kind: 'negate'; readonly of: Expression })
  | (Typed & {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Typed & { readonly kind: 'within'; readonly value: Expression; readonly range: Range })
  | (Typed & { readonly kind: 'in'; readonly value: Expression; readonly list: Expression; readonly negated: boolean })
  | (Typed & {
      readonly kind: 'match';
      readonly value: Expression;
      readonly how: TextMatch;
      readonly texts: readonly string[];
    })
  | (Typed & { readonly kind: 'missing'; readonly value: Expression; readonly negated: boolean })
  | (Typed & { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression })
  | (Typed & { readonly kind: 'not'; readonly of: Expression })
  /** Rows of `source` that point at the entity through its column `via`; `distinct` counts different known values. */
  | (Typed & {
      readonly kind: 'aggregate';
      readonly name: AggregateName;
      readonly distinct: boolean;
      readonly source: string;
      readonly via: string;
      readonly value: Expression | null;
      readonly where: Expression | null;
    })
  /** Rows strictly below over (n − 1), among the known values of the population (of one partition, if `within`). */
  | (Typed & { readonly kind: 'percent_rank'; readonly of: Expression; readonly within: Expression | null })
  /** What an entity and all that have more hold together, as a share of what all hold; ties by the key. */
  | (Typed & { readonly kind: 'cumulative_share'; readonly of: Expression; readonly within: Expression | null })
  | (Typed & { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] })
  /** Whole days, months or years from one date to another; negative when the first is the later one. */
  | (Typed & {
      readonly kind: 'elapsed';
      readonly unit: 'days' | 'months' | 'years';
      readonly since: Expression;
      readonly until: Expression;
    })
  /** A value found in a `table` or `context`, its inputs given by name or as arguments. */
  | (Typed & {
      readonly kind: 'lookup';
      readonly table: string;
      readonly output: string;
      readonly arguments: readonly Expression[];
    })
  /** How many values a table collects: `count(flags)`. */
  | (Typed & { readonly kind: 'size'; readonly of: Extract<Expression, { readonly kind: 'lookup' }> });

export type FunctionName = 'abs' | 'min' | 'max' | 'round' | 'floor' | 'ceil' | 'sqrt' | 'ln' | 'clamp' | 'if';

/** How a text condition matches, never minding case: anywhere, at the start, at the end, or as a whole word. */
export type TextMatch = 'contains' | 'starts' | 'ends' | 'word';

/** A range of numbers or dates; a null end is open. */
export interface Range {
  readonly low: Constant | null;
  readonly lowIncluded: boolean;
  readonly high: Constant | null;
  readonly highIncluded: boolean;
}

/**
 * A figure about a whole population or source: the measure of a target, of a check or of a test.
 * Evaluated once, to one number.
 */
export type Figure =
  | (Typed & { readonly kind: 'constant'; readonly constant: Constant })
  | (Typed & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Figure;
      readonly right: Figure;
    })
  /** `count(risk = high)`, `share(risk = high)`: entities for which the condition is true; count(population) has none. */
  | (Typed & {
      readonly kind: 'tally';
      readonly name: 'count' | 'share';
      readonly population: string;
      readonly where: Expression | null;
    })
  /** `mean(contact_density)`, `p90(priority)`, `sum(annual_revenue)`, over the population's known values. */
  | (Typed & {
      readonly kind: 'summary';
      readonly name: SummaryName;
      readonly population: string;
      readonly of: Expression;
      readonly where: Expression | null;
    })
  /** Share of the judged entities that pass, or fail, a metric's benchmark; `unknown`: share of all that cannot be judged. */
  | (Typed & {
      readonly kind: 'attainment';
      readonly name: 'passed' | 'failed' | 'unknown';
      readonly population: string;
      readonly metric: string;
    })
  /** Share of the entities for which the condition held in the run compared with, and no longer does. */
  | (Typed & { readonly kind: 'converted'; readonly population: string; readonly where: Expression })
  /** How unevenly something is spread over the population, or over the groups that `by` makes of it. */
  | (Typed & {
      readonly kind: 'concentration';
      readonly name: ConcentrationName;
      readonly population: string;
      readonly of: Expression;
      readonly by: Expression | null;
      /** Of `top_share`: how many of the largest, or which share of them all (rounded up). */
      readonly top: { readonly kind: 'rows' | 'share'; readonly amount: Quantity } | null;
      readonly where: Expression | null;
    })
  /** Data checks on a source: share of rows without a value; share of rows that point at nothing; are all values different. */
  | (Typed & {
      readonly kind: 'quality';
      readonly name: 'missing' | 'orphans' | 'unique';
      readonly source: string;
      readonly column: string;
    })
  | (Typed & {
      readonly kind: 'rows';
      readonly source: string;
      readonly name: SummaryName | 'count';
      readonly of: Expression | null;
      readonly where: Expression | null;
    });

/** The share that the largest hold, the sum of squared shares (Herfindahl and Hirschman), the Gini coefficient. */
export type ConcentrationName = 'top_share' | 'herfindahl' | 'gini';

export type SummaryName = 'sum' | 'mean' | 'median' | 'min' | 'max' | `p${number}`;
