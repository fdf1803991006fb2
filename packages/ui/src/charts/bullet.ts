import type { ExplainedMetric } from '@benchbook/engine/results';
import { svg } from './dom.js';
import type { ChartOptions } from './figure.js';
import { passingSide, tidyThreshold } from '../language/format.js';

/**
 * One value against its threshold on a line from 0: the bar is the value, the tick the threshold, the tint the side that
 * passes. A value far beyond the scale ends in an arrow.
 */
export function bullet(metric: ExplainedMetric, { words, width }: ChartOptions): SVGElement {
  const height = 18;
  const threshold = metric.threshold;
  const bound = threshold === null ? 0 : Math.max(Math.abs(threshold.value), Math.abs(threshold.to ?? 0));
  const value = metric.value ?? 0;
  const usual = metric.unit === 'percent' ? 1 : bound * 2;
  const reach = usual > 0 ? usual : Math.max(Math.abs(value), 1);
  const least = Math.min(0, value, threshold?.value ?? 0);
  const x = (at: number): number =>
    2 + (Math.min(Math.max(at - least, 0), reach - least) / (reach - least)) * (width - 12);
  const label = words.bulletSummary(
    metric.label ?? metric.name,
    metric.display,
    threshold === null ? words.noThreshold : tidyThreshold(threshold.text),
    words.states[metric.state],
  );
  const isBeyond = value > reach;
  return svg(
    'svg',
    {
      class: 'bullet',
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      role: 'img',
      'aria-label': label,
    },
    svg('rect', { x: 2, y: 6, width: width - 12, height: 6, fill: 'var(--sunken)' }),
    ...passSide(threshold, least, reach).map(([from, to]) =>
      svg('rect', { x: x(from), y: 6, width: Math.max(0, x(to) - x(from)), height: 6, fill: 'var(--pass-band)' }),
    ),
    metric.value === null
      ? null
      : svg('rect', {
          x: x(Math.min(0, value)),
          y: 7,
          width: Math.max(value === 0 ? 2 : 1, x(Math.max(0, value)) - x(Math.min(0, value))),
          height: 4,
          fill: `var(--state-${metric.state.replace(' ', '-')})`,
        }),
    isBeyond
      ? svg('path', {
          d: `M${String(width - 9)} 4 l6 5 l-6 5 z`,
          fill: `var(--state-${metric.state.replace(' ', '-')})`,
        })
      : null,
    ...(threshold === null ? [] : [threshold.value, ...(threshold.to === null ? [] : [threshold.to])]).map((at) =>
      svg('rect', { x: x(at) - 1, y: 1, width: 2, height: 16, fill: 'var(--ink)' }),
    ),
  );
}

function passSide(
  threshold: ExplainedMetric['threshold'],
  least: number,
  reach: number,
): readonly (readonly [number, number])[] {
  if (threshold === null) return [];
  if (threshold.to !== null) return [[threshold.value, threshold.to]];
  const side = passingSide(threshold.text);
  if (side === null) return [];
  return side === 'above' ? [[threshold.value, reach]] : [[least, threshold.value]];
}
