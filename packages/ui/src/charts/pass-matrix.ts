import type { Breakdown, LevelReport } from '@benchbook/engine/results';
import { html } from './dom.js';
import { emptyFigure, type ChartOptions } from './figure.js';
import { scaleLegend } from './heatmap.js';
import { levelColor, step } from './palette.js';

export interface PassMatrixData {
  readonly breakdown: Breakdown;
  /** The metrics in column order. */
  readonly metrics: readonly { readonly name: string; readonly label: string }[];
  /** The level whose census is drawn beside each group; null without one. */
  readonly level: LevelReport | null;
}

/** Share that passes, by group and metric, with the counts behind it and each group's census as a thin bar. */
export function passMatrix({ breakdown, metrics, level }: PassMatrixData, options: ChartOptions): HTMLElement {
  const { words, format } = options;
  const by = breakdown.label ?? breakdown.by;
  const title = words.breakdownTitle(by);
  if (breakdown.groups.length === 0) return emptyFigure(title, words.emptyShow);
  const head = html(
    'tr',
    {},
    html('th', { scope: 'col' }, by),
    html('th', { scope: 'col', class: 'number' }, words.size),
    level === null ? null : html('th', { scope: 'col' }, level.label ?? level.name),
    ...metrics.map((metric) => html('th', { scope: 'col' }, metric.label)),
  );
  const groups = [...breakdown.groups].sort(
    (a, b) => Number(a.value === null) - Number(b.value === null) || b.count - a.count,
  );
  const body = groups.map((group) =>
    html(
      'tr',
      {},
      html('th', { scope: 'row' }, group.value ?? words.missing),
      html('td', { class: 'number' }, format.count(group.count)),
      level === null ? null : html('td', { class: 'census-cell' }, censusBar(group, level, options)),
      ...metrics.map((metric) => passCell(group.metrics[metric.name], options)),
    ),
  );
  return html(
    'figure',
    { class: 'chart' },
    html('figcaption', {}, title),
    scaleLegend('0%', '100%', options),
    html(
      'bench-scroll',
      { label: title },
      html('table', { class: 'heatmap wide' }, html('thead', {}, head), html('tbody', {}, ...body)),
    ),
  );
}

function passCell(
  counts: Breakdown['groups'][number]['metrics'][string] | undefined,
  { words, format }: ChartOptions,
): HTMLElement {
  const judged = (counts?.passed ?? 0) + (counts?.failed ?? 0);
  if (counts === undefined || judged === 0) return html('td', { class: 'gap' }, html('small', {}, words.nobody));
  const rate = counts.passed / judged;
  const aside = [
    ...(counts.unknown > 0 ? [words.unknownMetric(format.count(counts.unknown))] : []),
    ...(counts.not_judged > 0 ? [words.notJudged(format.count(counts.not_judged))] : []),
  ];
  return html(
    'td',
    { class: `tint-${String(step(rate, 0, 1))}`, title: aside.length > 0 ? aside.join(words.listComma) : null },
    html('b', {}, format.share(rate)),
    html(
      'small',
      {},
      `${format.count(counts.passed)}${words.of}${format.count(judged)}${aside.length > 0 ? ' *' : ''}`,
    ),
  );
}

/** A thin bar of a group's census in level colours; its counts are its title and its text for readers of the screen. */
function censusBar(
  group: Breakdown['groups'][number],
  level: LevelReport,
  { words, format }: ChartOptions,
): HTMLElement {
  const counts = group.levels[level.name] ?? {};
  const parts = level.labels.map((label, place) => ({
    label: label.label,
    count: counts[label.label] ?? 0,
    color: levelColor(place, level.labels.length),
  }));
  const known = parts.reduce((sum, part) => sum + part.count, 0);
  const all = [...parts, { label: words.unknown, count: group.count - known, color: levelColor(-1, 1) }].filter(
    (part) => part.count > 0,
  );
  const described = all.map((part) => `${part.label} ${format.count(part.count)}`).join(words.listComma);
  const segments = all.map((part) => {
    const segment = html('span');
    segment.style.flexGrow = String(part.count);
    segment.style.background = part.color;
    return segment;
  });
  return html('span', { class: 'census-bar', role: 'img', 'aria-label': described, title: described }, ...segments);
}
