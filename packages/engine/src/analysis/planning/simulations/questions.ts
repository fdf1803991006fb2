import type { PlanFigure } from '@benchbook/dsl';
import type { Frame } from '../../../projection/figures/plan-values.js';
import { sampleOf, type Sample } from '../../../projection/statistics/sample.js';
import type { Question } from './trials.js';

/** Figures that are asked in every trial, each once, wherever it is written. */
export class Questions {
  readonly all: Question[] = [];
  readonly #places = new Map<string, number>();

  constructor(private readonly frame: Frame) {}

  /** The place of its column among the answers. */
  ask(figure: PlanFigure): number {
    const key = JSON.stringify(figure, (name, value: unknown) => (name === 'span' ? undefined : value));
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.length);
    return this.all.push({ figure, frame: this.frame }) - 1;
  }
}

/** The columns of answers, each sorted once, when a percentile of it is first asked for. */
export class Samples {
  readonly #known = new Map<number, Sample>();

  constructor(private readonly columns: readonly Float64Array[]) {}

  column(place: number): Float64Array {
    return this.columns[place] ?? new Float64Array();
  }

  sample(place: number): Sample {
    const known = this.#known.get(place) ?? sampleOf(this.column(place));
    this.#known.set(place, known);
    return known;
  }
}
