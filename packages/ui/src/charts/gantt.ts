import { axisX, axisY, barX, gridX, text } from '@observablehq/plot';
import type { ShowResult } from '@benchbook/engine/results';
import { emptyFigure, figure, type ChartOptions } from './figure.js';
import { draw, fit, marginFor } from './plot.js';
import { figuresOf, numberAt, shapeOf, textAt } from './show-table.js';

const ROW = 34;
const MOST_LABEL = 180;

/** Phases as bars from their first month to the end of their last; those that may not be late are filled, the others carry what they may be late by. */
export function gantt(show: ShowResult, options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const { texts, numbers } = shapeOf(show);
  const [[nameAt], [firstAt, lastAt, slackAt]] = [texts, numbers];
  if (nameAt === undefined || firstAt === undefined || lastAt === undefined)
    return emptyFigure(show.title, words.emptyShow);
  const bars = show.rows.flatMap((row) => {
    const [first, last] = [numberAt(row, firstAt), numberAt(row, lastAt)];
    const slack = slackAt === undefined ? null : numberAt(row, slackAt);
    const name = textAt(row, nameAt, words.missing);
    return first === null || last === null ? [] : [{ name, from: first - 1, until: last, slack: slack ?? 0 }];
  });
  const names = show.rows.map((row) => textAt(row, nameAt, words.missing));
  const left = marginFor(names, MOST_LABEL);
  const end = Math.max(1, ...bars.map(({ until, slack }) => until + slack));
  const late = bars.filter(({ slack }) => slack > 0);
  const picture = draw({
    width,
    height: names.length * ROW + 40,
    marginLeft: left,
    marginTop: 6,
    marginBottom: 28,
    x: { domain: [0, end], label: null },
    y: { domain: names, label: null },
    marks: [
      gridX({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: Math.min(end, 12) }),
      barX(late, {
        y: 'name',
        x1: 'until',
        x2: (bar: (typeof bars)[number]) => bar.until + bar.slack,
        fill: 'none',
        stroke: 'var(--ink-3)',
        strokeDasharray: '3 3',
        insetTop: 12,
        insetBottom: 12,
      }),
      barX(bars, {
        y: 'name',
        x1: 'from',
        x2: 'until',
        fill: 'var(--accent)',
        fillOpacity: (bar: (typeof bars)[number]) => (bar.slack > 0 ? 0.45 : 1),
        insetTop: 8,
        insetBottom: 8,
        rx: 2,
      }),
      text(bars, {
        y: 'name',
        x: 'from',
        text: (bar: (typeof bars)[number]) => `${format.count(bar.from + 1)}–${format.count(bar.until)}`,
        textAnchor: 'start',
        dx: 6,
        fill: (bar: (typeof bars)[number]) => (bar.slack > 0 ? 'var(--ink)' : 'var(--paper)'),
      }),
      axisX({ ticks: Math.min(end, 12), tickSize: 0, label: null }),
      axisY({ tickSize: 0, label: null, tickFormat: (name: string) => fit(name, left - 12) }),
    ],
  });
  const summary = words.showSummary(show.title, format.count(show.rows.length));
  return figure({ title: show.title, summary, picture, table: figuresOf(show, options) }, options);
}
