import { html } from './dom.js';
import { emptyFigure, type ChartOptions } from './figure.js';
import { STEPS, step } from './palette.js';

export interface HeatmapData {
  readonly title: string;
  readonly corner: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatmapCell[];
  /** A count for each row, in a column of its own. */
  readonly counts?: { readonly label: string; readonly shown: readonly string[] } | null;
  /** What the ends of the scale are called; the cells' own lowest and highest value unless told. */
  readonly scale?: { readonly low: number; readonly high: number };
  readonly format: (value: number) => string;
}

export interface HeatmapCell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** The small second line, such as the count. */
  readonly note: string | null;
}

/** A table whose cells are tinted by their value: the picture is its own alternative in words. */
export function heatmap(data: HeatmapData, options: ChartOptions): HTMLElement {
  const { words } = options;
  if (data.cells.length === 0)
    return emptyFigure(data.title, data.rows.length > 0 ? words.emptyValues : words.emptyShow);
  const values = data.cells.map((cell) => cell.value);
  const low = data.scale?.low ?? values.reduce((a, b) => Math.min(a, b));
  const high = data.scale?.high ?? values.reduce((a, b) => Math.max(a, b));
  const at = new Map(data.cells.map((cell) => [cell.row * data.columns.length + cell.column, cell]));
  const head = html(
    'tr',
    {},
    html('th', { scope: 'col' }, data.corner),
    data.counts == null ? null : html('th', { scope: 'col', class: 'number' }, data.counts.label),
    ...data.columns.map((column) => html('th', { scope: 'col' }, column)),
  );
  const body = data.rows.map((row, down) =>
    html(
      'tr',
      {},
      html('th', { scope: 'row' }, row),
      data.counts == null ? null : html('td', { class: 'number' }, data.counts.shown[down] ?? ''),
      ...data.columns.map((_, across) => tintedCell(at.get(down * data.columns.length + across), low, high, data)),
    ),
  );
  return html(
    'figure',
    { class: 'chart' },
    html('figcaption', {}, data.title),
    scaleLegend(data.format(low), data.format(high), options),
    html(
      'bench-scroll',
      { label: data.title },
      html(
        'table',
        { class: 'heatmap', 'aria-label': words.heatmapSummary(data.title, data.format(low), data.format(high)) },
        html('thead', {}, head),
        html('tbody', {}, ...body),
      ),
    ),
  );
}

function tintedCell(cell: HeatmapCell | undefined, low: number, high: number, data: HeatmapData): HTMLElement {
  if (cell === undefined) return html('td', { class: 'gap' }, '–');
  return html(
    'td',
    { class: `tint-${String(step(cell.value, low, high))}` },
    html('b', {}, data.format(cell.value)),
    cell.note === null ? null : html('small', {}, cell.note),
  );
}

/** The steps of the scale with its ends named. */
export function scaleLegend(low: string, high: string, { words }: ChartOptions): HTMLElement {
  const steps = Array.from({ length: STEPS }, (_, index) => html('span', { class: `tint-${String(index)}` }));
  return html(
    'p',
    { class: 'legend' },
    low,
    html('span', { class: 'ramp', role: 'img', 'aria-label': words.scaleFrom(low, high) }, ...steps),
    high,
  );
}
