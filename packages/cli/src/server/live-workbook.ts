import type { DataFacts, Model } from '@benchbook/dsl';
import { DataError, type PlanResult, type Reading, type Workbook } from '@benchbook/engine';
import { answer, type Answers } from '../asking/answers.js';
import type { Questions } from '../asking/question.js';
import { LANGUAGES } from '../language/choose.js';
import { leftOutNames } from '../rulebook/left-out.js';
import { forRunning } from '../rulebook/for-running.js';
import { AskedRuns, type Shown } from './asked-runs.js';
import { START, type LiveState } from './live-state.js';

/**
 * A workbook that follows its files. One run at a time; a newer change makes the running one stop. The last good run
 * stays when the text or the data is broken.
 */
export class LiveWorkbook {
  #state: LiveState = START;
  #running: Promise<void> = Promise.resolve();
  #abort = new AbortController();
  #closed = false;
  readonly #asked: AskedRuns;
  readonly #listeners = new Set<(state: LiveState) => void>();

  constructor(
    private readonly workbook: Workbook,
    private readonly options: {
      readonly population: string | null;
      /** Told which files the answer depends on, before they are read. */
      readonly follow: (files: readonly string[]) => Promise<void>;
    },
  ) {
    this.#asked = new AskedRuns(workbook, options.population);
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Reads and runs anew; settles when this change, or one that came after it, is in `state`. Never throws. */
  async refresh(): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = this.#running.then(() => (abort.signal.aborted ? undefined : this.#advance(abort.signal)));
    await this.settled();
  }

  /** Waits until nothing is being read or run. */
  async settled(): Promise<void> {
    let seen: Promise<void> | null = null;
    while (seen !== this.#running) {
      seen = this.#running;
      await seen;
    }
  }

  /** The run of what somebody asks for beside the rulebook: `model` is its rules under a scenario or other numbers, `name` says which. */
  async asked(name: string, model: Model): Promise<Shown> {
    return this.#asked.of(this.#state.rules ?? model, name, model);
  }

  /** See `Workbook.whatIf`. */
  whatIf(...asked: Parameters<Workbook['whatIf']>): ReturnType<Workbook['whatIf']> {
    return this.workbook.whatIf(...asked);
  }

  /** What questions come to, about the population that is served. */
  answers(model: Model, questions: Questions, signal: AbortSignal): Promise<Answers> {
    return answer(this.workbook, model, questions, { population: this.options.population, signal });
  }

  /** What the plan of the rules comes to. */
  plan(model: Model, signal: AbortSignal): Promise<PlanResult> {
    return this.workbook.plan(model, { signal });
  }

  /** Calls back with each new state; returns how to stop. */
  subscribe(listener: (state: LiveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#abort.abort();
    await this.settled();
    await this.workbook.close();
  }

  async #advance(signal: AbortSignal): Promise<void> {
    const next = await this.#next(signal);
    if (signal.aborted || this.#closed) return;
    this.#state = { ...next, revision: this.#state.revision + 1 };
    for (const listener of this.#listeners) listener(this.#state);
  }

  async #next(signal: AbortSignal): Promise<LiveState> {
    const before: LiveState = { ...this.#state, stale: this.#state.run !== null, problems: [], fault: null };
    let reading: Reading | null = before.reading;
    try {
      await this.options.follow(this.workbook.watched(before.reading));
      reading = forRunning(await this.workbook.read());
      await this.options.follow(this.workbook.watched(reading));
      const broken = reading.model === null || reading.diagnostics.some((each) => each.severity === 'error');
      // A report of the whole, of a moment ago, says more than one of what is left; where there is none, what is left is shown.
      const hasWhole = before.run !== null && before.leftOut.length === 0;
      if (reading.model === null || (broken && hasWhole)) return { ...before, reading };
      const run = await this.workbook.run(reading.model, { population: this.options.population, signal });
      // Made at once and in every language: a report that fails belongs to this change, not to whoever asks first, and
      // what it is made from need not outlive later runs.
      const made = LANGUAGES.map(async (language) => [language, await run.report(language)] as const);
      const reports = new Map(await Promise.all(made));
      return {
        ...before,
        reading,
        run,
        rules: reading.model,
        facts: this.#factsOf(reading.model),
        reports,
        madeAt: new Date(),
        stale: false,
        leftOut: broken ? leftOutNames(reading) : [],
      };
    } catch (error) {
      if (error instanceof DataError) return { ...before, reading, problems: error.notices };
      return { ...before, reading, fault: error };
    }
  }

  /** Counted once; what could not be counted is counted again when it is asked for again. */
  #factsOf(model: Model): () => Promise<DataFacts> {
    let counted: Promise<DataFacts> | null = null;
    return () =>
      (counted ??= this.workbook.facts(model).catch((error: unknown) => {
        counted = null;
        throw error;
      }));
  }
}
