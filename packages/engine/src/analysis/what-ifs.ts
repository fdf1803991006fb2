import { applyOverrides, type Changes } from '../scenario/apply-scenario.js';
import type { Executed } from '../run/execute.js';
import { Series } from '../run/series.js';
import type { WhatIf, WhatIfOptions } from '../what-if-types.js';
import { countedByDatabase, listedByDatabase } from './ask-database.js';
import { flowsBetween } from './run-diff.js';

/** What is asked of one finished run under other numbers. */
export class WhatIfs {
  readonly #series = new Series();

  constructor(private readonly base: Executed) {}

  ask(changes: Changes, options: WhatIfOptions): Promise<WhatIf> {
    return this.#series.run(options.series ?? null, options.signal, (signal) =>
      this.#byDatabase(changes, options, signal),
    );
  }

  async #byDatabase(changes: Changes, options: WhatIfOptions, signal: AbortSignal): Promise<WhatIf> {
    const { model, population } = this.base.plan;
    // The base's tables may have been dropped since: then they are made again, else they are the ones that are there.
    const before = await this.base.again(model, signal);
    const after = await this.base.again(applyOverrides(model, changes), signal);
    const counted = await countedByDatabase(after);
    signal.throwIfAborted();
    return {
      population: population.name,
      by: 'database',
      why: null,
      ...counted,
      flows: (options.flows ?? true) ? await flowsBetween(before, after) : null,
      ...(await listedByDatabase(before, after, options)),
    };
  }
}
