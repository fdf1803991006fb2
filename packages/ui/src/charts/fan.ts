import { areaY, axisX, axisY, gridY, line as lineMark, ruleY, text } from '@observablehq/plot';
import type { ShowResult } from '@benchbook/engine/results';
import { emptyFigure, figure, type ChartOptions } from './figure.js';
import { axisNumber, draw } from './plot.js';
import { figuresOf, numberAt, shapeOf, textAt } from './show-table.js';

/** Percentiles over time, the lowest first: bands that pair them from the outside in, and the middle one as a line. */
export function fan(show: ShowResult, options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const { texts, numbers } = shapeOf(show);
  const [acrossAt] = texts;
  const middleAt = numbers[Math.floor(numbers.length / 2)];
  if (acrossAt === undefined || middleAt === undefined || numbers.length % 2 === 0)
    return emptyFigure(show.title, words.emptyShow);
  const rows = show.rows.map((row) => ({ x: textAt(row, acrossAt, words.missing), row }));
  const labels = rows.map(({ x }) => x);
  const every = Math.max(1, Math.ceil(labels.length / Math.max(2, Math.floor(width / 90))));
  const bands = Array.from({ length: (numbers.length - 1) / 2 }, (_, pair) => {
    const [lowAt = 0, highAt = 0] = [numbers[pair], numbers[numbers.length - 1 - pair]];
    const points = rows.flatMap(({ x, row }) => {
      const [low, high] = [numberAt(row, lowAt), numberAt(row, highAt)];
      return low === null || high === null ? [] : [{ x, low, high }];
    });
    return areaY(points, { x: 'x', y1: 'low', y2: 'high', fill: 'var(--accent)', fillOpacity: 0.16 });
  });
  const middle = rows.flatMap(({ x, row }) => {
    const y = numberAt(row, middleAt);
    return y === null ? [] : [{ x, y }];
  });
  const ends = numbers.flatMap((place) => {
    const last = rows.at(-1);
    const y = last === undefined ? null : numberAt(last.row, place);
    return last === undefined || y === null ? [] : [{ x: last.x, y, label: show.columns[place]?.label ?? '' }];
  });
  const kind = show.columns[middleAt]?.kind;
  const picture = draw({
    width,
    height: 280,
    marginLeft: 64,
    marginRight: 48,
    marginTop: 14,
    marginBottom: 30,
    x: { type: 'point', domain: labels, label: null },
    y: { nice: true, label: null },
    marks: [
      gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 5 }),
      ruleY([0], { stroke: 'var(--ink-3)' }),
      ...bands,
      lineMark(middle, { x: 'x', y: 'y', stroke: 'var(--accent)', strokeWidth: 2 }),
      text(ends, { x: 'x', y: 'y', text: 'label', textAnchor: 'start', dx: 8, fill: 'var(--ink)' }),
      axisX({ ticks: labels.filter((_, index) => index % every === 0), tickSize: 0, label: null }),
      axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: axisNumber(kind, format) }),
    ],
  });
  const summary = words.showSummary(show.title, format.count(show.rows.length));
  return figure({ title: show.title, summary, picture, table: figuresOf(show, options) }, options);
}
