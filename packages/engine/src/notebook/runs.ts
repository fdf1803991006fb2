import { localise, type Model } from '@benchbook/dsl';
import { mainPopulation } from '../plan/plan-run.js';
import type { PlanResult } from '../planning-types.js';
import type { Report } from '../results.js';
import { applyScenario, scenarioNamed } from '../scenario/apply-scenario.js';
import type { Language, Run, Workbook } from '../workbook-types.js';

/** A population that has run under a scenario, with its report. */
export interface Judged {
  readonly model: Model;
  readonly run: Run;
  readonly report: Report;
}

/** The runs that the cells of one document share: each population is run once under each scenario, when it is first asked for. */
export class Runs {
  readonly #models = new Map<string | null, Model>();
  readonly #planned = new Map<string | null, Promise<PlanResult>>();
  readonly #judged = new Map<string, Promise<Judged>>();

  constructor(
    readonly workbook: Workbook,
    readonly base: Model,
    readonly language: Language,
    readonly signal: AbortSignal | null,
  ) {}

  knows(scenario: string | null): boolean {
    return scenario === null || scenarioNamed(this.base, scenario) !== undefined;
  }

  /** The rules under a scenario, as a reader of the language sees them; null is base. */
  model(scenario: string | null): Model {
    const model =
      this.#models.get(scenario) ??
      localise(scenario === null ? this.base : applyScenario(this.base, scenario), this.language);
    this.#models.set(scenario, model);
    return model;
  }

  /** @param population null for the one that is judged first */
  judged(scenario: string | null, population: string | null): Promise<Judged> {
    const of = population === mainPopulation(this.base)?.name ? null : population;
    const key = JSON.stringify([scenario, of]);
    const known = this.#judged.get(key) ?? this.#judge(this.model(scenario), of);
    this.#judged.set(key, known);
    return known;
  }

  /** What the plan of the rules comes to, under a scenario. */
  planned(scenario: string | null): Promise<PlanResult> {
    const known = this.#planned.get(scenario) ?? this.workbook.plan(this.model(scenario), this.stopped);
    this.#planned.set(scenario, known);
    return known;
  }

  async #judge(model: Model, population: string | null): Promise<Judged> {
    const run = await this.workbook.run(model, { population, ...this.stopped });
    return { model, run, report: await run.report(this.language, { ranking: 0 }) };
  }

  get stopped(): { readonly signal?: AbortSignal } {
    return this.signal === null ? {} : { signal: this.signal };
  }
}
