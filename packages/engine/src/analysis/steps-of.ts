import type { NamedNumber } from '@benchbook/dsl';
import Big from 'big.js';
import { output, select, table } from '../sql/query.js';
import { ascending, column, isKnown } from '../sql/expression.js';
import { named } from '../sql/names.js';
import { factor } from '../plan/units.js';
import { between, betweenAndOn, type Steps } from './rising.js';
import { metricOf, type Standing } from './standing.js';
import type { WhatIfs } from './what-ifs.js';

/** Of more factors than these no list is made. */
const MOST_FACTORS = 2_000_000;

/** On which side of a value a threshold on it stands: with `>=` and `<` on that of the smaller ones. */
const passesOn = ({ operator }: NamedNumber): 'below' | 'above' =>
  operator === '>=' || operator === '<' ? 'below' : 'above';

interface Passed {
  readonly values: readonly number[];
  readonly times: Big;
}

/** At which values of a number something can change. */
export class StepsOf {
  readonly #values = new Map<string, Promise<readonly number[]>>();

  constructor(
    private readonly whatIfs: WhatIfs,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * One value between any two at which it can matter where a threshold stands: what it asks changes only where somebody's value of the metric is passed.
   * In the threshold's unit. Null for a number that is no threshold, or one of a metric that is not judged.
   */
  async of(number: NamedNumber): Promise<Steps | null> {
    const passed = await this.#passed(number);
    return passed && between(passed.values, passed.times);
  }

  /** The same for one factor that scales several thresholds: it matters where one of them passes a value. Null where a number among them is no threshold. */
  async ofFactor(all: readonly Standing[]): Promise<Steps | null> {
    const factors: number[] = [];
    const known = new Set<string>();
    for (const { number, value } of all) {
      if (value === null || value.eq(0)) continue;
      const key = `${metricOf(number)} ${value.toFixed()}`;
      if (known.has(key)) continue;
      known.add(key);
      const passed = await this.#passed(number);
      if (passed === null || factors.length + passed.values.length > MOST_FACTORS) return null;
      const perValue = passed.times.div(value).toNumber();
      for (const one of passed.values) factors.push(one * perValue);
    }
    const rising = Float64Array.from(factors).sort();
    const each = rising.filter((one, place) => one !== rising[place - 1]);
    return new Set(all.map(({ number }) => passesOn(number))).size > 1 ? betweenAndOn(each) : between(each, new Big(1));
  }

  /** What is known of the metric, rising, and what takes it to the threshold's unit. */
  async #passed(number: NamedNumber): Promise<Passed | null> {
    const { kind, column: of, unit } = number;
    // A percentile among peers is passed by nobody's value.
    if (kind !== 'threshold' || of?.endsWith('.percentile') === true) return null;
    const name = metricOf(number);
    const { judge } = this.whatIfs.run.plan;
    const judged = judge.metrics.find(({ measured }) => measured.metric.name === name)?.measured.metric;
    if (judged === undefined) return null;
    const reading = this.#values.get(judged.name) ?? this.#read(judged.name);
    this.#values.set(judged.name, reading);
    return { values: await reading, times: factor(judged.unit, unit) };
  }

  #read(metric: string): Promise<readonly number[]> {
    const value = column(named.metric(metric));
    return this.whatIfs.read(async (run) => {
      const read = await run.database.read(
        select({
          columns: [output(value, 'value')],
          from: table(run.scored.table),
          where: isKnown(value),
          groupBy: [value],
          orderBy: [ascending(value)],
        }),
      );
      return read.numbers('value').flatMap((one) => one ?? []);
    }, this.signal);
  }
}
