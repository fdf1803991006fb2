import type { Model } from '@benchbook/dsl';
import type { Language, Report, Run, Workbook } from '@benchbook/engine';

/** A run, and what it reports to each reader. */
export interface Shown {
  readonly run: Run;
  readonly report: (language: Language) => Promise<Report>;
}

/** Runs that go on being asked for, as the pages that are open do: each holds a report. */
const MOST_KEPT = 4;

/** Runs of the rules under a scenario, or under numbers that stand in an address: each is run once while the rules stay as they are. */
export class AskedRuns {
  #of: Model | null = null;
  readonly #kept = new Map<string, Promise<Shown>>();

  constructor(
    private readonly workbook: Workbook,
    private readonly population: string | null,
  ) {}

  /**
   * @param rules as the rulebook gives them; with other rules all that was kept is forgotten
   * @param name what was asked for, in one way of saying it
   */
  of(rules: Model, name: string, model: Model): Promise<Shown> {
    if (this.#of !== rules) this.#kept.clear();
    this.#of = rules;
    const shown = this.#kept.get(name) ?? this.#run(model);
    // The last used is the last to go.
    this.#kept.delete(name);
    this.#kept.set(name, shown);
    shown.catch(() => this.#kept.delete(name));
    for (const oldest of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(oldest);
    return shown;
  }

  async #run(model: Model): Promise<Shown> {
    const run = await this.workbook.run(model, { population: this.population });
    const reports = new Map<Language, Promise<Report>>();
    return {
      run,
      report: (language) => {
        const made = reports.get(language) ?? run.report(language);
        reports.set(language, made);
        return made;
      },
    };
  }
}
