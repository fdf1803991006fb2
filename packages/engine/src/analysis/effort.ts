import type { Plan } from '../plan/plan.js';
import { isCounted } from './counted-figure.js';
import type { Goal } from './goal.js';
import { CHEAP, COSTLY, type Effort } from './search.js';
import { metricOf, type Standing } from './standing.js';

/** Counts tell a figure about levels while the thresholds of one metric move; all else takes a run for every value. */
export function effortFor({ left, right }: Goal, moved: readonly Standing[], { population, judge }: Plan): Effort {
  const levels = judge.levels.map(({ name }) => name);
  const counted = [left, right].every(
    (figure) => figure.kind === 'constant' || isCounted(figure, population.name, levels),
  );
  const metrics = new Set(moved.map(({ number }) => metricOf(number)));
  const oneMetric = metrics.size === 1 && moved.every(({ number }) => number.kind === 'threshold');
  return counted && oneMetric ? CHEAP : COSTLY;
}
