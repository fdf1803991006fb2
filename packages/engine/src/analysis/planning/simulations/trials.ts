import type { Model, PlanFigure, Uncertain } from '@benchbook/dsl';
import type { DataFigures } from '../../../projection/figures/asked-data.js';
import { PlanValues, type Frame } from '../../../projection/figures/plan-values.js';
import { sharesOfLuck } from '../../../projection/random/luck.js';
import { at, type Column } from '../../../projection/values/column.js';
import { Numbers } from '../../../projection/values/numbers.js';

/** Trials that are worked out together: their columns stay in the processor's cache. */
const BLOCK = 4_096;

/** What is asked in every trial. */
export interface Question {
  readonly figure: PlanFigure;
  readonly frame: Frame;
}

/** What was found: a column for each question, and the numbers that it took. */
export interface Found {
  readonly columns: readonly Float64Array[];
  /** Paths of the uncertain numbers that the plan has read. */
  readonly read: ReadonlySet<string>;
}

/** Works questions out in every trial, block by block; between blocks others may run, and the signal is looked at. */
export class Trials {
  constructor(
    private readonly model: Model,
    private readonly data: DataFigures,
    private readonly seed: number,
    /** By path, in each number's own unit. */
    private readonly drawn: ReadonlyMap<string, Float64Array>,
    readonly number: number,
  ) {}

  async answer(questions: readonly Question[], signal: AbortSignal): Promise<Found> {
    const columns = questions.map(() => new Float64Array(this.number));
    const read = new Set<string>();
    await this.blocks(this.number, signal, (values, first) => {
      questions.forEach(({ figure, frame }, place) =>
        put(values.figure(figure, frame), columns[place], first, values.trials),
      );
      for (const path of values.read) read.add(path);
    });
    return { columns, read };
  }

  /** Does a job for each block of the first trials. */
  async blocks(trials: number, signal: AbortSignal, job: (values: PlanValues, first: number) => void): Promise<void> {
    for (let first = 0; first < trials; first += BLOCK) {
      signal.throwIfAborted();
      job(this.#values(first, Math.min(BLOCK, trials - first)), first);
      await new Promise(setImmediate);
    }
  }

  #values(first: number, count: number): PlanValues {
    const own = new Map([...this.drawn].map(([path, column]) => [path, column.subarray(first, first + count)]));
    const numbers = new Numbers(count, own);
    return new PlanValues(this.model, numbers, this.data, ({ name, chance }, taken) =>
      chance === null ? 1 : sharesOfLuck(this.seed, name, first, count, taken, numbers.column(chance)),
    );
  }
}

function put(column: Column, into: Float64Array | undefined, first: number, count: number): void {
  for (let trial = 0; into && trial < count; trial += 1) into[first + trial] = at(column, trial);
}

/** The value of each uncertain number in one trial that draws nothing. */
export const atValues = (uncertain: readonly Uncertain[]): ReadonlyMap<string, Float64Array> =>
  new Map(uncertain.map(({ path, quantity }) => [path, Float64Array.of(quantity.value.toNumber())]));
