import type { ShowResult } from '@benchbook/engine';
import type { Bars } from '../../document/block.js';
import { count, number, percent, weight } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** `show METRIC as distribution` as bars, the longest full, for the bins that hold anyone; null for any other show. */
export function distributionBars(show: ShowResult, words: Words['report']): Bars | null {
  if (show.form !== 'distribution' || show.columns[0]?.name !== 'low') return null;
  const display = show.columns[0].kind === 'percent' ? weight : number;
  const bins = show.rows.map((row) => row.map(Number)).filter(([, , entities = 0]) => entities > 0);
  const counts = bins.map(([, , entities = 0]) => entities);
  const [all, most] = [counts.reduce((sum, entities) => sum + entities, 0), Math.max(...counts)];
  return {
    kind: 'bars',
    rows: bins.map(([low = 0, high = 0, entities = 0]) => ({
      label: low === high ? display(low) : words.between(display(low), display(high)),
      figures: [count(entities), percent(entities / all)],
      share: entities / most,
    })),
  };
}
