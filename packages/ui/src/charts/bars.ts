import { axisX, barX, ruleX, text } from '@observablehq/plot';
import type { LevelReport, ShowResult } from '@benchbook/engine/results';
import { html } from './dom.js';
import { figure, type ChartOptions } from './figure.js';
import { levelColor, seriesColor } from './palette.js';
import { axisNumber, draw, fit, marginFor } from './plot.js';
import { drawn, figuresOf, formatCell, numberAt, shapeOf, textAt, type ShowColumn } from './show-table.js';

interface Bar {
  readonly group: string;
  readonly series: string;
  readonly value: number;
}

/**
 * Horizontal bars, the longest first. A second text column, or several count columns, makes stacked parts; parts that are
 * labels of a level take the level's colours.
 */
export function bars(show: ShowResult, levels: readonly LevelReport[], options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const { texts, numbers } = shapeOf(show);
  const [groupAt, seriesAt] = texts;
  const values = drawn(show, numbers);
  const valueAt = values[0] ?? -1;
  const data: readonly Bar[] = show.rows.flatMap((row) => {
    const group = groupAt === undefined ? show.title : textAt(row, groupAt, words.missing);
    if (seriesAt !== undefined)
      return [{ group, series: textAt(row, seriesAt, words.unknown), value: numberAt(row, valueAt) ?? 0 }];
    return values.map((place) => ({
      group,
      series: show.columns[place]?.label ?? '',
      value: numberAt(row, place) ?? 0,
    }));
  });
  const kind: ShowColumn['kind'] = show.columns[valueAt]?.kind ?? 'number';
  const series = seriesOrder([...new Set(data.map((bar) => bar.series))], levels);
  const colors = new Map(
    series.names.map((name, index) => [
      name,
      series.level === null
        ? seriesColor(index)
        : levelColor(
            series.level.labels.findIndex((label) => label.label === name),
            series.level.labels.length,
          ),
    ]),
  );
  const write = format.column([...data.map((bar) => bar.value)], kind === 'text' ? 'number' : kind);
  const isStacked = series.names.length > 1;
  const totals = new Map<string, number>();
  for (const bar of data) totals.set(bar.group, (totals.get(bar.group) ?? 0) + bar.value);
  const isGap = (group: string): number => Number(group === words.missing);
  const groups = [...totals.keys()].sort((a, b) => isGap(a) - isGap(b) || (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  const marginLeft = marginFor(groups, width * 0.34);
  const most = Math.max(...totals.values(), 0);
  const picture = draw({
    width,
    height: groups.length * 26 + 34,
    marginLeft,
    marginRight: 64,
    marginTop: 4,
    marginBottom: 26,
    x: { domain: [Math.min(0, ...totals.values()), most > 0 ? most : 1], label: null },
    y: { domain: [...groups], label: null, axis: null, padding: 0.25 },
    marks: [
      axisX({
        ticks: Math.max(3, Math.round(width / 130)),
        tickFormat: axisNumber(kind, format),
        tickSize: 0,
        label: null,
      }),
      barX(data, {
        y: 'group',
        x: 'value',
        order: [...series.names],
        z: 'series',
        fill: (bar: Bar) => (isStacked ? (colors.get(bar.series) ?? 'var(--bar)') : 'var(--bar)'),
        insetLeft: 0.5,
        insetRight: 0.5,
        title: (bar: Bar) => `${bar.group}, ${bar.series}: ${formatCell(bar.value, kind, format)}`,
      }),
      ruleX([0], { stroke: 'var(--rule-strong)' }),
      text(groups, {
        y: (group: string) => group,
        x: (group: string) => totals.get(group) ?? 0,
        text: (group: string) => write(totals.get(group) ?? 0),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
      }),
      text(groups, {
        y: (group: string) => group,
        frameAnchor: 'left',
        text: (group: string) => fit(group, marginLeft - 12),
        textAnchor: 'end',
        dx: -8,
        fill: 'var(--ink)',
      }),
    ],
  });
  const legend = isStacked
    ? html(
        'p',
        { class: 'legend' },
        ...series.names.flatMap((name) => [swatch(colors.get(name) ?? 'var(--bar)'), `${name} `]),
      )
    : null;
  return figure(
    {
      title: show.title,
      summary: words.showSummary(show.title, format.count(show.rows.length)),
      picture,
      legend,
      table: figuresOf(show, options),
    },
    options,
  );
}

function swatch(color: string): HTMLElement {
  const mark = html('span', { class: 'key' });
  mark.style.background = color;
  return mark;
}

/** Series that are a level's labels stand in the rulebook's order; others as they come. */
function seriesOrder(
  names: readonly string[],
  levels: readonly LevelReport[],
): { names: readonly string[]; level: LevelReport | null } {
  const level =
    levels.find((candidate) => names.some((name) => candidate.labels.some((label) => label.label === name))) ?? null;
  if (level === null) return { names, level };
  const known = level.labels.map((label) => label.label).filter((label) => names.includes(label));
  return { names: [...known, ...names.filter((name) => !known.includes(name))], level };
}
