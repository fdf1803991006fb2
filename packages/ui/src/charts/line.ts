import { axisX, axisY, dot, gridY, line as lineMark, text } from '@observablehq/plot';
import type { ShowResult } from '@benchbook/engine/results';
import { emptyFigure, figure, type ChartOptions } from './figure.js';
import { seriesColor } from './palette.js';
import { axisNumber, draw, fit } from './plot.js';
import { figuresOf, numberAt, shapeOf, textAt } from './show-table.js';

interface Point {
  readonly x: number | string;
  readonly y: number;
  readonly series: string;
}

/** The first column across, each further number column a line with its name at its end. */
export function line(show: ShowResult, options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const { texts, numbers } = shapeOf(show);
  const acrossAt = texts[0] ?? numbers[0];
  const lines = numbers.filter((place) => place !== acrossAt);
  if (acrossAt === undefined || lines.length === 0) return emptyFigure(show.title, words.emptyShow);
  const isText = texts.includes(acrossAt);
  const points: readonly Point[] = lines.flatMap((place) =>
    show.rows.flatMap((row) => {
      const y = numberAt(row, place);
      const x = isText ? textAt(row, acrossAt, words.missing) : numberAt(row, acrossAt);
      return y === null || x === null ? [] : [{ x, y, series: show.columns[place]?.label ?? '' }];
    }),
  );
  const kind = show.columns[lines[0] ?? -1]?.kind;
  const names = lines.map((place) => show.columns[place]?.label ?? '');
  const color = (point: Point): string =>
    names.length === 1 ? 'var(--accent)' : seriesColor(names.indexOf(point.series));
  const ends = names.flatMap((name) => points.filter((point) => point.series === name).slice(-1));
  const xLabels = [...new Set(points.map((point) => point.x))];
  const every = Math.max(1, Math.ceil(xLabels.length / Math.max(2, Math.floor(width / 90))));
  const picture = draw({
    width,
    height: 260,
    marginLeft: 64,
    marginRight: 96,
    marginTop: 14,
    marginBottom: 30,
    x: isText ? { type: 'point', domain: xLabels, label: null } : { label: null },
    y: { nice: true, label: null },
    marks: [
      gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 5 }),
      axisX(
        isText
          ? { ticks: xLabels.filter((_, index) => index % every === 0), tickSize: 0, label: null }
          : { ticks: Math.max(3, Math.round(width / 120)), tickSize: 0, label: null },
      ),
      axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: axisNumber(kind, format) }),
      lineMark(points, { x: 'x', y: 'y', z: 'series', stroke: color, strokeWidth: 1.75 }),
      dot(ends, { x: 'x', y: 'y', fill: color, r: 3 }),
      text(ends, {
        x: 'x',
        y: 'y',
        text: (point: Point) => fit(point.series, 84),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink)',
      }),
    ],
  });
  return figure(
    {
      title: show.title,
      summary: words.showSummary(show.title, format.count(show.rows.length)),
      picture,
      table: figuresOf(show, options),
    },
    options,
  );
}
