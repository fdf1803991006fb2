import type { PlanFigure, Projection, Unit } from '@benchbook/dsl';
import type { Fan } from '../../../planning-types.js';
import type { Frame } from '../../../projection/figures/plan-values.js';
import { percentileOf, sampleOf } from '../../../projection/statistics/sample.js';
import { periodNames } from '../periods.js';
import type { Trials } from './trials.js';

const PERCENTS = [5, 25, 50, 75, 95] as const;
/** A fan of more trials looks no different, and would take eight bytes for each of them and each period. */
const MOST_TRIALS = 50_000;

/** The course of a figure over the periods of its model, told from the first trials; null for a figure that has none. */
export async function fanOf(
  figure: PlanFigure,
  projection: Projection,
  frame: Frame,
  unit: Unit,
  trials: Trials,
  signal: AbortSignal,
): Promise<Fan | null> {
  const number = Math.min(trials.number, MOST_TRIALS);
  let points: Float64Array[] | null = null;
  let names: readonly string[] = [];
  await trials.blocks(number, signal, (values, first) => {
    const course = values.course(figure, frame);
    if (course === null) return;
    names = periodNames(values.calendar(projection).horizon);
    points ??= Array.from({ length: course.length / values.trials }, () => new Float64Array(number));
    points.forEach((point, place) => {
      point.set(course.subarray(place * values.trials, (place + 1) * values.trials), first);
    });
  });
  if (points === null) return null;
  const samples = (points as Float64Array[]).map(sampleOf);
  const scale = unit.scale.toNumber();
  return {
    columns: ['start', ...names],
    bands: PERCENTS.map((percent) => ({
      percent,
      values: samples.map((sample) => Number((percentileOf(sample, percent / 100).value / scale).toPrecision(15))),
    })),
  };
}
