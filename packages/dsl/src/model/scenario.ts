import type Big from 'big.js';
import type { Span } from '../text/span.js';
import type { Threshold } from './decision-table.js';
import type { Constant, Quantity } from './expression.js';
import type { PlanCondition, PlanFigure } from './planning/plan-figure.js';
import type { Entries } from './entries.js';
import type { Apply, Declared, FigureCondition, Model, Translations } from './model.js';

/** What is asked of a rulebook beside running it as it stands. */
export interface WhatIf {
  readonly scenarios: readonly Scenario[];
  readonly inputs: readonly Input[];
  readonly sweeps: readonly Sweep[];
  readonly seeks: readonly Seek[];
  readonly inverses: readonly Inverse[];
  readonly drivers: readonly Drivers[];
  readonly diffs: readonly Diff[];
  /** Which scenario this model is; null as the rulebook stands, which is called `base`. */
  readonly scenario: AppliedScenario | null;
}

/** Another set of numbers: what `from` gives, then these benchmarks and overrides. */
export interface Scenario extends Declared {
  /** null: base, the rulebook as it stands. */
  readonly from: string | null;
  readonly applies: readonly Apply[];
  /** At most one a path; their order means nothing. */
  readonly overrides: readonly Override[];
}

/** What happens to one number. A line about a column makes one of these for each of its numbers. */
export interface Override {
  readonly path: string;
  readonly change: Change;
  /** What says so: a line of the scenario, or a cell of the table in one. */
  readonly span: Span;
  readonly line: number;
  /** The whole line, with its table. */
  readonly clause: Span;
}

/** Amounts are exact and in the number's own unit. */
export type Change =
  | { readonly kind: 'set'; readonly to: Setting }
  | { readonly kind: 'scale'; readonly factor: Big; readonly within: Limits | null }
  | { readonly kind: 'shift'; readonly by: Big; readonly within: Limits | null }
  | { readonly kind: 'unset' };

export type Setting =
  | { readonly kind: 'number'; readonly value: Big }
  /** A whole cell of a benchmark or target; null: not judged. */
  | { readonly kind: 'threshold'; readonly threshold: Threshold | null }
  /** A param that is a list. */
  | { readonly kind: 'list'; readonly items: readonly Constant[] };

/** Both ends included; null: open. */
export interface Limits {
  readonly low: Big | null;
  readonly high: Big | null;
}

/** Numbers that a path names. */
export interface Place {
  /** As written. */
  readonly text: string;
  /** Each of them by its own path. */
  readonly paths: readonly string[];
  readonly span: Span;
}

interface Asked {
  /** Made of what is asked; stays the same while others come and go. */
  readonly name: string;
  readonly label: string | null;
  readonly span: Span;
  readonly line: number;
}

/** A slider: all numbers of the place take the value. */
export interface Input extends Asked {
  readonly place: Place;
  /** From low to high as steps, else as listed; exact, with the unit of the place. */
  readonly points: readonly Quantity[];
}

/** Figures for every point, or for every pair of points. */
export interface Sweep extends Asked {
  readonly axes: readonly { readonly place: Place; readonly points: readonly Quantity[] }[];
  readonly figures: readonly { readonly text: string; readonly figure: PlanFigure }[];
}

/** The value of a place with which the goal is met. */
export interface Seek extends Asked {
  readonly place: Place;
  /** `factor`: one factor that scales all numbers of the place together; a percent, as `scale … by` takes it. */
  readonly by: 'value' | 'factor';
  /** Where to look; null: within the number's natural bounds. */
  readonly within: Limits | null;
  readonly goal: FigureCondition | PlanCondition;
}

/** The inverse of a benchmark: which of its thresholds meet a goal, each moved alone. */
export interface Inverse extends Asked {
  /** Where to look; null: all that the applied benchmarks ask. */
  readonly place: Place | null;
  readonly goal: Seek['goal'];
}

/** Which numbers move a figure most. */
export interface Drivers extends Asked {
  readonly text: string;
  readonly figure: PlanFigure;
}

/** `show diff(base, stricter)`: who changes level from one run to another. null is base. */
export interface Diff extends Asked {
  readonly before: string | null;
  readonly after: string | null;
}

/** The scenario that a model stands for, and what it moved. */
export interface AppliedScenario {
  /** null: overrides given from outside the rulebook, on top of the chain. */
  readonly name: string | null;
  readonly label: string | null;
  readonly translations: Translations;
  /** The scenarios that went in, the one nearest to base first. */
  readonly chain: readonly Scenario[];
  /** Whether overrides from outside the rulebook went in on top. */
  readonly adHoc: boolean;
  /** Numbers that differ from base, in the order of the rulebook. */
  readonly moves: readonly Move[];
  /** Populations that are judged by other benchmarks than in base. `by` null: from outside the rulebook. */
  readonly applied: readonly { readonly apply: Apply; readonly by: string | null }[];
  /** The rulebook as it stands. */
  readonly base: Model;
  /** What stands in place of its numbers. */
  readonly entries: Entries;
}

/** One number that a scenario changed. */
export interface Move {
  readonly path: string;
  /** As a reader writes them: `>= 60%`, `40%`, `-`. */
  readonly from: string;
  readonly to: string;
  /** The numbers behind the texts; null where there is none. */
  readonly before: Big | null;
  readonly after: Big | null;
  /** `rescaled`: not named itself, but its weight made room for another's. */
  readonly how: 'set' | 'scaled' | 'shifted' | 'rescaled';
  /** The scenario that said so; null: an override from outside the rulebook. */
  readonly by: string | null;
  /** The line in the rulebook that said so; null for an override from outside. */
  readonly line: number | null;
  readonly span: Span | null;
}
