import type { Show } from '@benchbook/dsl';
import type { CellResult } from '../notebook-types.js';
import type { Runs } from './runs.js';

/** What a cell's `show` draws. */
export async function showFigure(show: Show, runs: Runs, under: string | null): Promise<readonly CellResult[]> {
  const { report } = await runs.judged(under, show.population);
  const figure = report.shows.find(({ id }) => id === show.name);
  return figure === undefined ? [] : [{ kind: 'figure', figure, levels: report.level_details }];
}
