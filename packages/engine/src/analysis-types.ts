/** A figure, as a number in its unit and as reports write it; null where there is none to be had. */
export interface FigureAt {
  readonly value: number | null;
  readonly display: string;
}

/** A number of the rulebook put at some value. */
export interface PointAt {
  /** In the number's own unit; a percent as a fraction. */
  readonly value: number;
  readonly display: string;
}

interface Answer {
  /** As the declaration is called by others: made of what it asks. */
  readonly name: string;
  readonly label: string | null;
  readonly file: string;
  readonly line: number;
}

/** The figures for every value of one place, or for every pair of values of two. */
export interface SweepResult extends Answer {
  readonly axes: readonly {
    /** The place as written. */
    readonly text: string;
    readonly points: readonly PointAt[];
    /** The point at which all numbers of the place stand as the rules are; null where none is. */
    readonly current: number | null;
  }[];
  /** As written. */
  readonly figures: readonly string[];
  /** One row a point, or a pair of points, the last axis moving fastest: its place on each axis, and each figure. */
  readonly rows: readonly { readonly at: readonly number[]; readonly figures: readonly FigureAt[] }[];
}

/** How a figure goes as a number rises. */
export type Course = 'rises' | 'falls' | 'level' | 'turns';

export interface SeekPoint extends PointAt {
  readonly figure: FigureAt;
}

/** A value of a place with which a goal is met. */
export interface SeekResult extends Answer {
  readonly place: string;
  readonly goal: string;
  /** As the rules are; null where the numbers of the place differ. */
  readonly current: SeekPoint | null;
  /** Whether the goal is met as the rules are; null where that cannot be told. */
  readonly met: boolean | null;
  /** The value nearest to the present one that meets the goal; null where none does. */
  readonly found: SeekPoint | null;
  /** Where none does: the value with which the figure comes nearest. */
  readonly nearest: SeekPoint | null;
  /** Between which of the values tried the goal is met, both included. */
  readonly stretches: readonly { readonly from: PointAt; readonly to: PointAt }[];
  readonly course: Course;
  readonly within: { readonly from: PointAt; readonly to: PointAt };
  readonly tried: number;
  /** `every step`: a value was tried between any two at which the figure could change; `grid`: values in even steps, and closer to each edge. */
  readonly by: 'every step' | 'grid';
}

/** Which thresholds meet a goal, each moved alone, and all of a metric or of a benchmark scaled together. */
export interface InverseResult extends Answer {
  /** Where was looked, as written; null: at all that is asked. */
  readonly place: string | null;
  readonly goal: string;
  /** As the rules are. */
  readonly current: FigureAt;
  readonly met: boolean | null;
  /** Those that can meet it first, the smallest relative change leading; then those that come nearest. */
  readonly ways: readonly ThresholdWay[];
}

/** One threshold moved alone, or several scaled by one factor. */
export interface ThresholdWay {
  /** The path; of several that are scaled what names them all. */
  readonly path: string;
  readonly scaled: boolean;
  /** Of how many thresholds. */
  readonly thresholds: number;
  readonly file: string;
  /** Of the first of them. */
  readonly line: number;
  /** Of a factor 100%. */
  readonly current: PointAt;
  readonly found: SeekPoint | null;
  /** (found − current) ÷ |current|; null where none was found, or from 0. */
  readonly change: number | null;
  /** Where none was found: with what the figure comes nearest. */
  readonly nearest: SeekPoint | null;
  readonly stretches: SeekResult['stretches'];
  readonly course: Course;
  readonly tried: number;
  readonly by: SeekResult['by'];
}

/** Which numbers of the rulebook move a figure most, each moved alone. */
export interface DriversResult extends Answer {
  readonly figure: string;
  readonly current: FigureAt;
  /** The largest swing first. */
  readonly bars: readonly {
    readonly path: string;
    readonly file: string;
    readonly line: number;
    readonly low: SeekPoint;
    readonly high: SeekPoint;
    /** The difference of the figure between both. */
    readonly swing: number;
  }[];
  /** Paths of the numbers that move nothing by such a step. */
  readonly still: readonly string[];
}
