import { numberIndex, type Inverse, type Model } from '@benchbook/dsl';
import type { Plan } from '../plan/plan.js';
import { metricOf, standingAt, type Standing } from './standing.js';

/** Thresholds that one factor scales. */
export interface ThresholdSet {
  /** As scenarios name them; several paths where no one says it all. */
  readonly text: string;
  readonly thresholds: readonly Standing[];
}

/** The thresholds that are asked of a population at present, in the order of the rulebook. @param asked some of them; null: all */
export function thresholdsAsked({ model, judge }: Plan, asked: Inverse['place']): readonly Standing[] {
  const applied = new Set(judge.benchmarks.map(({ name }) => name));
  return standingAt(model, asked?.paths ?? pathsOf(model)).filter(
    ({ number, value }) => value !== null && number.kind === 'threshold' && applied.has(number.owner),
  );
}

const pathsOf = (model: Model): readonly string[] => numberIndex(model.scenario?.base ?? model).paths;

/**
 * What can be scaled as a whole: all that is asked of one metric, all that one benchmark asks, and what was asked for by one path.
 * A set of one threshold is that threshold, and left out.
 */
export function setsOf(thresholds: readonly Standing[], asked: Inverse['place']): readonly ThresholdSet[] {
  const byMetric = grouped(thresholds, ({ number }) => metricOf(number)).map(([metric, own]) => ({
    text: grouped(own, ({ number }) => number.owner)
      .map(([benchmark]) => `${benchmark}.${metric}`)
      .join(', '),
    thresholds: own,
  }));
  const byBenchmark = grouped(thresholds, ({ number }) => number.owner).map(([text, own]) => ({
    text,
    thresholds: own,
  }));
  const isBenchmark = asked === null || byBenchmark.some(({ text }) => text === asked.text);
  const sets = isBenchmark ? [...byMetric, ...byBenchmark] : [{ text: asked.text, thresholds }];
  return sets.filter(
    (set, index) =>
      set.thresholds.length > 1 &&
      sets.findIndex(
        (other) =>
          other.thresholds.length === set.thresholds.length &&
          other.thresholds.every((one, at) => one === set.thresholds[at]),
      ) === index,
  );
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly [string, Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
