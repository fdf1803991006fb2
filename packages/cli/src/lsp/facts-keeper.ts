import type { DataFacts } from '@benchbook/dsl';
import type { Workbook, WorkbookOptions } from '@benchbook/engine';
import { fileOf, type Project } from './project.js';

/** Saved changes come in bursts; counting begins when they are over. */
const QUIET_MS = 600;

/**
 * What the data holds, counted for each rulebook from what is saved: in the background, one at a time, and never in the
 * way of an answer. A rulebook whose data is not there, or cannot be read, has no facts.
 */
export class FactsKeeper {
  readonly #known = new Map<string, DataFacts>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #counting: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly project: Project,
    private readonly openWorkbook: (options: WorkbookOptions) => Promise<Workbook>,
    private readonly onCounted: () => void,
  ) {}

  /** Whether data is looked at at all: an editor may say no. */
  enabled = true;

  of(uri: string): DataFacts | null {
    return this.#known.get(uri) ?? null;
  }

  /** Counts a rulebook's data, or counts it again: it was opened, saved, or its data has changed. */
  count(uri: string): void {
    if (!this.enabled || this.#closed || fileOf(uri) === null) return;
    clearTimeout(this.#waiting.get(uri));
    const timer = setTimeout(() => {
      this.#waiting.delete(uri);
      this.#counting = this.#counting.then(() => this.#count(uri));
    }, QUIET_MS);
    timer.unref();
    this.#waiting.set(uri, timer);
  }

  /** Every rulebook that is known is counted again: some file of data has changed. */
  recount(): void {
    for (const uri of this.#known.keys()) this.count(uri);
  }

  forget(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#known.delete(uri);
  }

  /** Ends what waits; what is being counted is waited for. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    await this.#counting;
  }

  async #count(uri: string): Promise<void> {
    if (this.#closed) return;
    try {
      const { root, path } = await this.project.locate(uri);
      const workbook = await this.openWorkbook({ root, file: path });
      try {
        const { model } = await workbook.read();
        if (model?.sources.some((source) => source.path !== null)) {
          this.#known.set(uri, await workbook.facts(model));
          this.onCounted();
        }
      } finally {
        await workbook.close();
      }
    } catch {
      // Data that is not there is no one's fault here: `benchbook run` says what is wrong with it.
      this.#known.delete(uri);
    }
  }
}
