import { DataError, type Language, type Reading, type Report, type Workbook } from '@benchbook/engine';
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
  readonly #reports = new Map<Language, Promise<Report>>();
  readonly #listeners = new Set<(state: LiveState) => void>();

  constructor(
    private readonly workbook: Workbook,
    private readonly options: {
      readonly population: string | null;
      readonly language: Language;
      /** Told which files the answer depends on, before they are read. */
      readonly follow: (files: readonly string[]) => Promise<void>;
    },
  ) {}

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

  /** The last good report in a language; null while there is none. */
  async report(language: Language): Promise<Report | null> {
    const { run } = this.#state;
    if (run === null) return null;
    const known = this.#reports.get(language) ?? run.report(language);
    this.#reports.set(language, known);
    known.catch(() => this.#reports.delete(language));
    return await known;
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
      await this.options.follow(this.workbook.watched(before.reading?.model ?? null));
      reading = await this.workbook.read();
      await this.options.follow(this.workbook.watched(reading.model));
      const broken = reading.model === null || reading.diagnostics.some((each) => each.severity === 'error');
      if (broken || reading.model === null) return { ...before, reading };
      const run = await this.workbook.run(reading.model, { population: this.options.population, signal });
      // Asked for at once: a report that fails belongs to this change, not to whoever asks first.
      const report = await run.report(this.options.language);
      this.#reports.clear();
      this.#reports.set(this.options.language, Promise.resolve(report));
      return { ...before, reading, run, stale: false };
    } catch (error) {
      if (error instanceof DataError) return { ...before, reading, problems: error.notices };
      return { ...before, reading, fault: error };
    }
  }
}
