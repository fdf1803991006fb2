import type { Figure } from '@benchbook/dsl';
import { Inexact } from '../kernel/inexact.js';
import { movedMetrics } from '../kernel/moved.js';
import { DataError, notice, toNotice } from '../notices/notice.js';
import type { WhyNot } from '../notices/what-if-notices.js';
import { judgedUnder } from '../plan/judged-under.js';
import type { Plan } from '../plan/plan.js';
import { applyOverrides, type Changes } from '../scenario/apply-scenario.js';
import type { Executed } from '../run/execute.js';
import type { FigureValue } from '../run/figure-value.js';
import { evaluate, unitOf } from '../run/figures.js';
import { refuseNobody } from '../run/refuse-nobody.js';
import { Series } from '../run/series.js';
import type { StageStore } from '../run/stage-store.js';
import type { WhatIf, WhatIfOptions } from '../what-if-types.js';
import { countedByDatabase, listedByDatabase } from './ask-database.js';
import { CellIndex } from './cell-index.js';
import { countedFigure, isCounted } from './counted-figure.js';
import { flowsBetween } from './run-diff.js';

/** Sliders that are answered from cells at once, the last used: each index holds its metric's values in memory. */
const MOST_INDEXES = 4;

/** A figure under changes. */
export type Value = FigureValue | null;

type Counts = Pick<WhatIf, 'by' | 'why' | 'whole' | 'breakdowns' | 'flows'>;

/** What is asked of one finished run under other numbers: from cells where that is exact, of the database elsewhere. */
export class WhatIfs {
  readonly #series = new Series();
  /** The last used first. */
  #indexes: readonly CellIndex[] = [];
  /** What was asked last: a slider that moves now differs from it in one metric. */
  #last: Plan | null = null;

  constructor(
    private readonly base: Executed,
    private readonly store: StageStore,
  ) {}

  /** The run that changes are put on top of. */
  get run(): Executed {
    return this.base;
  }

  /** Reads the run's tables; they stay until that is done. */
  async read<Result>(job: (run: Executed) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    const run = await this.#again(signal);
    return run.held(() => job(run));
  }

  ask(changes: Changes, options: WhatIfOptions): Promise<WhatIf> {
    return this.#series.run(options.series ?? null, options.signal, async (signal) => {
      const counts = await this.#counts(changes, options, signal);
      const listed = await this.#listed(changes, options, signal);
      return { population: this.base.plan.population.name, ...counts, ...listed };
    });
  }

  /**
   * The values of figures under changes, told from counts where those tell them, and what it is measured against where they do not. Null:
   * there is none to be had, as when nobody is left in the population.
   */
  async figures(figures: readonly Figure[], changes: Changes, signal: AbortSignal): Promise<readonly Value[]> {
    const { population, judge } = this.base.plan;
    const levels = judge.levels.map(({ name }) => name);
    try {
      if (figures.every((figure) => isCounted(figure, population.name, levels))) {
        const { whole } = await this.#counts(changes, { flows: false }, signal, false);
        return figures.map((figure) => countedFigure(figure, population.name, whole) ?? null);
      }
      return await this.#both(changes, signal, (before, after) =>
        Promise.all(figures.map((figure) => evaluate(figure, after, unitOf(figure), before))),
      );
    } catch (error) {
      if (error instanceof DataError) return figures.map(() => null);
      throw error;
    }
  }

  /** @param apart whether each group is counted apart, too */
  async #counts(changes: Changes, options: WhatIfOptions, signal: AbortSignal, apart = true): Promise<Counts> {
    const plan = judgedUnder(this.base.plan, changes);
    if (plan === null) return this.#byDatabase(changes, options, signal, { kind: 'measured' });
    const before = this.#last;
    this.#last = plan;
    try {
      const index = this.#known(plan) ?? (await this.#made(plan, before, changes, signal));
      const { flows, ...counted } = index.answer(plan, apart);
      return { by: 'cells', why: null, ...counted, flows: (options.flows ?? true) ? flows : null };
    } catch (error) {
      if (!(error instanceof Inexact)) throw error;
      return this.#byDatabase(changes, options, signal, error.why);
    }
  }

  #known(plan: Plan): CellIndex | null {
    const found = this.#indexes.find((index) => index.answers(plan)) ?? null;
    if (found !== null) this.#use(found);
    return found;
  }

  #use(index: CellIndex): void {
    this.#indexes = [index, ...this.#indexes.filter((other) => other !== index)].slice(0, MOST_INDEXES);
  }

  /** An index around base, or around where the other sliders stand now. */
  async #made(plan: Plan, before: Plan | null, changes: Changes, signal: AbortSignal): Promise<CellIndex> {
    const moved = movedMetrics(this.base.plan.judge, plan.judge);
    const since = before === null ? moved : movedMetrics(before.judge, plan.judge);
    const [metric] = moved.length <= 1 ? [...moved, ...firstMetric(plan)] : since;
    if (metric === undefined || (moved.length > 1 && since.length > 1))
      throw new Inexact({ kind: 'several', metrics: moved });
    const base = await this.#again(signal);
    const centre = moved.length <= 1 ? base : await this.#under(base, changes, signal);
    const index = await base.held(() => centre.held(() => CellIndex.of(base, centre, metric, signal)));
    this.#use(index);
    return index;
  }

  /** The base's tables may have been dropped since: then they are made again, else they are the ones that are there. */
  #again(signal: AbortSignal): Promise<Executed> {
    return this.base.again(this.base.plan.model, signal);
  }

  async #byDatabase(changes: Changes, options: WhatIfOptions, signal: AbortSignal, because: WhyNot): Promise<Counts> {
    return this.#both(changes, signal, async (before, after) => {
      const counted = await countedByDatabase(after);
      signal.throwIfAborted();
      return {
        by: 'database',
        why: toNotice(notice('R343', because), options.language ?? 'en'),
        ...counted,
        flows: (options.flows ?? true) ? await flowsBetween(before, after) : null,
      };
    });
  }

  async #listed(changes: Changes, options: WhatIfOptions, signal: AbortSignal): Promise<Pick<WhatIf, 'top' | 'diff'>> {
    if ((options.top ?? 0) === 0 && (options.movers ?? 0) === 0) return { top: [], diff: null };
    return this.#both(changes, signal, (before, after) => listedByDatabase(before, after, options));
  }

  /** Reads base and what it is under the changes; the tables of both stay until that is done. */
  async #both<Result>(
    changes: Changes,
    signal: AbortSignal,
    read: (before: Executed, after: Executed) => Promise<Result>,
  ): Promise<Result> {
    const before = await this.#again(signal);
    return before.held(async () => {
      const after = await this.#under(before, changes, signal);
      return after.held(() => read(before, after));
    });
  }

  /** What an older request has judged and nobody has read since is dropped. */
  async #under(base: Executed, changes: Changes, signal: AbortSignal): Promise<Executed> {
    const run = await base.again(applyOverrides(this.base.plan.model, changes), signal);
    refuseNobody(run);
    await this.store.endRun();
    return run;
  }
}

/** Nothing moved but perhaps a level: any metric's cells will do. */
function firstMetric({ judge }: Plan): readonly string[] {
  return judge.metrics
    .filter(({ amongPeers }) => !amongPeers)
    .slice(0, 1)
    .map(({ measured }) => measured.metric.name);
}
