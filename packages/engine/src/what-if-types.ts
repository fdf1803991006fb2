import type { Breakdown, Notice, RankedEntity } from './results.js';
import type { Language, RunDiff } from './workbook-types.js';

export interface WhatIfOptions {
  /** By default the first one that a benchmark is applied to. */
  readonly population?: string | null;
  readonly signal?: AbortSignal;
  /**
   * Requests that supersede each other, as the positions of one slider do: a newer one of the same series rejects an older one that has
   * no answer yet, with an `AbortError`. Without a series nothing is superseded.
   */
  readonly series?: string | null;
  /** Whether to tell how many went from which level to which; true by default. */
  readonly flows?: boolean;
  /** How many of the new ranking come along; none by default. It is the database that ranks. */
  readonly top?: number;
  /** How many of those who moved are named and explained; none by default. It is the database that names them. */
  readonly movers?: number;
  /** Of sentences; English by default. */
  readonly language?: Language;
}

/** How some entities are judged: how many there are, at each label of each level, in each state of each metric. */
export type Tally = Omit<Breakdown['groups'][number], 'value'>;

/** What overrides come to, over the data of the model's last run. */
export interface WhatIf {
  readonly population: string;
  /**
   * `cells`: counted from what was kept of the population, in the time it takes to look up a few numbers; `database`: everybody was judged
   * anew. Both give the same numbers.
   */
  readonly by: 'cells' | 'database';
  /** Why cells could not answer; null when they did. */
  readonly why: Notice | null;
  /** The census and the pass rates of everybody. */
  readonly whole: Tally;
  /** The same by industry, size and whatever else entities are told apart by. */
  readonly breakdowns: readonly Breakdown[];
  /** How many went from where to where, by the first level; null when not asked for. The counts add up to the population. */
  readonly flows: RunDiff['flows'] | null;
  /** The first of the new ranking, as many as were asked for. */
  readonly top: readonly RankedEntity[];
  /** Who moved, and by which row; null when not asked for. */
  readonly diff: RunDiff | null;
}
