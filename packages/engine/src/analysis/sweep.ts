import { NO_ENTRIES, numberIndex, valueAt, type Model, type Quantity, type Sweep } from '@benchbook/dsl';
import { setPlace, together, type Place } from '../scenario/set-place.js';
import type { SweepResult } from '../analysis-types.js';
import { figureOfData } from './figure-of-data.js';
import { shownFigure, shownPoint } from './shown-figure.js';
import type { WhatIfs } from './what-ifs.js';

/** The figures for every point, or every pair of points, of a sweep. @throws DataError for a figure that is no figure about data */
export async function sweep(asked: Sweep, whatIfs: WhatIfs, signal: AbortSignal): Promise<SweepResult> {
  const { model } = whatIfs.run.plan;
  const figures = asked.figures.map(({ figure }) => figureOfData(figure, asked, model));
  const rows: SweepResult['rows'][number][] = [];
  for (const at of placesOn(asked.axes.map(({ points }) => points.length))) {
    signal.throwIfAborted();
    const changes = together(
      asked.axes.flatMap(({ place, points }, axis) => {
        const point = points[at[axis] ?? 0];
        return point === undefined ? [] : [setPlace(place, point.value, asked.line)];
      }),
    );
    const values = await whatIfs.figures(figures, changes, signal);
    rows.push({ at, figures: figures.map((figure, index) => shownFigure(figure, values[index] ?? null)) });
  }
  return {
    name: asked.name,
    label: asked.label,
    file: model.file,
    line: asked.line,
    axes: asked.axes.map(({ place, points }) => ({
      text: place.text,
      points: points.map(({ value, unit }) => shownPoint(value, unit)),
      current: currentAt(model, place, points),
    })),
    figures: asked.figures.map(({ text }) => text),
    rows,
  };
}

/** Every combination of places on axes, the last axis moving fastest. */
function placesOn(lengths: readonly number[]): readonly (readonly number[])[] {
  return lengths.reduce<readonly (readonly number[])[]>(
    (before, length) => before.flatMap((at) => Array.from({ length }, (_, place) => [...at, place])),
    [[]],
  );
}

function currentAt(model: Model, place: Place, points: readonly Quantity[]): number | null {
  const index = numberIndex(model.scenario?.base ?? model);
  const values = place.paths.map((path) => valueAt(index, model.scenario?.entries ?? NO_ENTRIES, path));
  const found = points.findIndex(({ value }) => values.every((one) => one?.eq(value) === true));
  return found < 0 ? null : found;
}
