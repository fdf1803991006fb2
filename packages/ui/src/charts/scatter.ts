import { axisX, axisY, dot, gridX, gridY, text } from '@observablehq/plot';
import type { LevelReport, ShowResult } from '@benchbook/engine/results';
import { emptyFigure, figure, type ChartOptions } from './figure.js';
import { levelColor } from './palette.js';
import { axisNumber, draw } from './plot.js';
import { figuresOf, formatCell, numberAt, shapeOf, textAt } from './show-table.js';

/** The first number column across, the second upwards; a level among the text columns colours the dots. */
export function scatter(show: ShowResult, levels: readonly LevelReport[], options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const { texts, numbers } = shapeOf(show);
  const [acrossAt, upAt] = numbers;
  const across = show.columns[acrossAt ?? -1];
  const up = show.columns[upAt ?? -1];
  if (acrossAt === undefined || upAt === undefined || across === undefined || up === undefined)
    return emptyFigure(show.title, words.emptyShow);
  const levelAt = texts.find((place) => levels.some((level) => level.name === show.columns[place]?.name));
  const level = levels.find((candidate) => candidate.name === show.columns[levelAt ?? -1]?.name) ?? null;
  const points = show.rows.flatMap((row) => {
    const x = numberAt(row, acrossAt);
    const y = numberAt(row, upAt);
    if (x === null || y === null) return [];
    const name = texts[0] === undefined ? '' : textAt(row, texts[0], words.missing);
    const place =
      level === null || levelAt === undefined ? 0 : level.labels.findIndex((label) => label.label === row[levelAt]);
    return [
      {
        x,
        y,
        title: `${name}: ${formatCell(x, across.kind, format)}, ${formatCell(y, up.kind, format)}`,
        color: level === null ? 'var(--bar)' : levelColor(place, level.labels.length),
      },
    ];
  });
  const columns = Math.max(3, Math.round(width / 120));
  const picture = draw({
    width,
    height: Math.min(420, Math.max(260, width * 0.55)),
    marginLeft: 64,
    marginTop: 36,
    marginBottom: 44,
    x: { nice: true, label: null },
    y: { nice: true, label: null },
    marks: [
      gridX({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: columns }),
      gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 5 }),
      axisX({
        tickFormat: axisNumber(across.kind, format),
        tickSize: 0,
        label: null,
        ticks: columns,
      }),
      axisY({ tickFormat: axisNumber(up.kind, format), tickSize: 0, label: null, ticks: 5 }),
      dot(points, {
        x: 'x',
        y: 'y',
        r: points.length > 400 ? 2 : 3.5,
        stroke: 'color',
        fill: 'color',
        fillOpacity: 0.35,
        title: 'title',
      }),
      text([up.label], {
        frameAnchor: 'top-left',
        dx: -56,
        dy: -24,
        text: (label: string) => label,
        fill: 'var(--ink-2)',
        textAnchor: 'start',
      }),
      text([across.label], {
        frameAnchor: 'bottom-right',
        dy: 36,
        text: (label: string) => label,
        fill: 'var(--ink-2)',
        textAnchor: 'end',
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
