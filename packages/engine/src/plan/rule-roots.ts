import type { Expression } from '@benchbook/dsl';
import { askedOf } from './asked.js';
import type { Plan } from './plan.js';
import { inputsOf } from './walk.js';

/** Every expression that a plan evaluates for its entities, as written: whatever is looked up is looked up in one of these. */
export function ruleRoots({ model, source, population, measure, judge, score }: Plan): readonly Expression[] {
  const tables = [...measure.bands, ...judge.benchmarks, ...judge.waivers, ...judge.levels, ...measure.tiers];
  return [
    ...measure.metrics.map(({ metric }) => metric.expression),
    ...tables.flatMap(({ table }) => inputsOf(table)),
    ...measure.tiers.map(({ by }) => by),
    ...score.scores.flatMap(({ terms }) => terms.map(({ value }) => value)),
    ...[population.where, population.top?.by ?? null].filter((root) => root !== null),
    ...askedOf(model, source),
  ];
}
