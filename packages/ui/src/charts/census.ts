import { axisX, barX, ruleX, text, tickX } from '@observablehq/plot';
import type { LevelReport } from '@benchbook/engine/results';
import { figure, type ChartOptions } from './figure.js';
import { levelColor } from './palette.js';
import { draw, fit, marginFor } from './plot.js';

/** The census as a cascade: each label's bar starts where the one before ends, so the cumulative share can be read too. */
export function census(level: LevelReport, options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const total = level.labels.reduce((sum, label) => sum + label.count, level.unknown);
  const labels = [
    ...level.labels.map((label, place) => ({ ...label, color: levelColor(place, level.labels.length) })),
    ...(level.unknown > 0 ? [unknownLabel(level.unknown, total, words.unknown, format)] : []),
  ];
  let reached = 0;
  const bars = labels.map((label) => {
    const start = reached;
    reached += label.count;
    return { ...label, start, end: reached };
  });
  const marginLeft = marginFor(
    labels.map((label) => label.label),
    width * 0.35,
    13,
  );
  const labelOf = (bar: (typeof bars)[number]): string => `${format.count(bar.count)} · ${bar.share_display}`;
  const isLate = (bar: (typeof bars)[number]): boolean => total > 0 && bar.end / total > 0.7;
  const fitsInside = (bar: (typeof bars)[number]): boolean =>
    total > 0 && ((bar.end - bar.start) / total) * (width - marginLeft) > 120;
  const picture = draw({
    width,
    height: bars.length * 34 + 26,
    marginLeft,
    marginRight: 20,
    marginTop: 2,
    marginBottom: 22,
    x: { domain: [0, Math.max(total, 1)], label: null },
    y: { domain: bars.map((bar) => bar.label), label: null, padding: 0.28, axis: null },
    marks: [
      ruleX(
        [0, 0.25, 0.5, 0.75, 1].map((share) => share * total),
        { stroke: 'var(--rule)' },
      ),
      barX(bars, { y: 'label', x1: 'start', x2: 'end', fill: 'color' }),
      // A count of one in a thousand would have no width.
      tickX(
        bars.filter((bar) => bar.count > 0),
        { y: 'label', x: 'end', stroke: 'color', strokeWidth: 2 },
      ),
      text(bars.filter(fitsInside), {
        y: 'label',
        x: 'end',
        text: labelOf,
        textAnchor: 'end',
        dx: -10,
        fill: 'var(--on-level)',
        fontWeight: 600,
      }),
      text(
        bars.filter((bar) => !fitsInside(bar) && isLate(bar)),
        {
          y: 'label',
          x: 'start',
          text: labelOf,
          textAnchor: 'end',
          dx: -8,
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 4,
        },
      ),
      text(
        bars.filter((bar) => !fitsInside(bar) && !isLate(bar)),
        {
          y: 'label',
          x: 'end',
          text: labelOf,
          textAnchor: 'start',
          dx: 8,
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 4,
        },
      ),
      text(bars, {
        y: 'label',
        frameAnchor: 'left',
        text: (bar: { label: string }) => fit(bar.label, marginLeft - 12, 13),
        textAnchor: 'end',
        dx: -10,
        fontSize: 13,
        fill: 'var(--ink)',
      }),
      axisX({
        ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => share * total),
        tickFormat: (count: number) => format.percent(total === 0 ? 0 : count / total, 0),
        tickSize: 0,
        label: null,
      }),
    ],
  });
  const parts = labels
    .map((label) => `${label.label} ${format.count(label.count)} (${label.share_display})`)
    .join(words.listComma);
  return figure(
    {
      title: null,
      summary: words.censusSummary(parts),
      picture,
      table: {
        columns: [words.label, words.count, words.share, words.cumulative],
        rows: labels.map((label) => [
          label.label,
          format.count(label.count),
          label.share_display,
          label.cumulative_display,
        ]),
      },
    },
    options,
  );
}

function unknownLabel(count: number, total: number, label: string, format: ChartOptions['format']) {
  const share = total === 0 ? 0 : count / total;
  return {
    label,
    count,
    share,
    share_display: format.share(share),
    cumulative: 1,
    cumulative_display: format.share(1),
    color: 'var(--level-unknown)',
  };
}
