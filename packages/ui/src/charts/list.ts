import type { LevelReport, ShowResult } from '@benchbook/engine/results';
import { html } from './dom.js';
import type { ChartOptions } from './figure.js';
import { levelStop } from './palette.js';
import { cellWriter } from './show-table.js';

/** More rows than this are counted, not drawn; the ranking shows them all. */
const MOST_ROWS = 200;

/** A show drawn as a table: numbers to the right, labels of a level as chips. */
export function list(show: ShowResult, levels: readonly LevelReport[], options: ChartOptions): HTMLElement {
  const { words, format } = options;
  const isNumber = (place: number): boolean => show.columns[place]?.kind !== 'text';
  const writers = show.columns.map((_, place) => cellWriter(show, place, format));
  const levelAt = show.columns.map((column) => levels.find((level) => level.name === column.name) ?? null);
  const head = html(
    'tr',
    {},
    ...show.columns.map((column, place) =>
      html('th', { scope: 'col', class: isNumber(place) ? 'number' : null }, column.label),
    ),
  );
  const rows = show.rows.slice(0, MOST_ROWS).map((row) =>
    html(
      'tr',
      {},
      ...show.columns.map((_, place) => {
        const shown = writers[place]?.(row[place]) ?? '';
        const level = levelAt[place];
        return html(
          'td',
          { class: isNumber(place) ? 'number' : null },
          level === null || level === undefined ? shown : chip(shown, level),
        );
      }),
    ),
  );
  const hidden = show.rows.length - rows.length;
  return html(
    'figure',
    { class: 'chart' },
    html('figcaption', {}, show.title),
    html(
      'bench-scroll',
      { label: show.title },
      html('table', { class: 'figures open' }, html('thead', {}, head), html('tbody', {}, ...rows)),
    ),
    hidden > 0 ? html('p', { class: 'quiet' }, words.moreRows(format.count(hidden))) : null,
  );
}

function chip(label: string, level: LevelReport): HTMLElement {
  const stop = levelStop(
    level.labels.findIndex((candidate) => candidate.label === label),
    level.labels.length,
  );
  return html('span', { class: `chip level-${String(stop)}` }, label);
}
