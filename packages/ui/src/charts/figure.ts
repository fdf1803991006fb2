import type { Format } from '../language/format.js';
import type { Words } from '../language/language.js';
import { html } from './dom.js';

/** What every chart is drawn with. Colours are custom properties of the page, so a change of theme redraws nothing. */
export interface ChartOptions {
  readonly words: Words;
  readonly format: Format;
  /** In CSS pixels. */
  readonly width: number;
}

/** The figures behind a picture, already formatted. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface FigureParts {
  /** null when the room's own heading names the chart. */
  readonly title: string | null;
  /** One sentence for those who do not see the picture. */
  readonly summary: string;
  readonly picture: Element;
  readonly table: FigureTable;
  readonly legend?: Element | null;
}

/** A picture with its title, its summary and its figures as a table. */
export function figure(
  { title, summary, picture, table, legend = null }: FigureParts,
  { words }: ChartOptions,
): HTMLElement {
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', summary);
  return html(
    'figure',
    { class: 'chart' },
    title === null ? null : html('figcaption', {}, title),
    legend,
    picture,
    html(
      'details',
      { class: 'chart-data' },
      html('summary', {}, words.tableOf),
      html('bench-scroll', { label: words.tableOf }, figureTable(table)),
    ),
  );
}

function figureTable({ columns, rows }: FigureTable): HTMLElement {
  return html(
    'table',
    { class: 'figures' },
    html('thead', {}, html('tr', {}, ...columns.map((column) => html('th', { scope: 'col' }, column)))),
    html(
      'tbody',
      {},
      ...rows.map((row) =>
        html(
          'tr',
          {},
          ...row.map((cell, index) => (index === 0 ? html('th', { scope: 'row' }, cell) : html('td', {}, cell))),
        ),
      ),
    ),
  );
}

/** What stands in the place of a chart that has nothing to draw: the reason. */
export function emptyFigure(title: string | null, because: string): HTMLElement {
  return html(
    'figure',
    { class: 'chart empty' },
    title === null ? null : html('figcaption', {}, title),
    html('p', {}, because),
  );
}
