import type { Explanation } from '@benchbook/engine/results';
import { svg } from './dom.js';
import { figure, type ChartOptions } from './figure.js';
import { seriesColor } from './palette.js';
import { fit } from './plot.js';

export type ExplainedScore = Explanation['scores'][number];

const ROW = 26;
const NUMBERS = 54;

/** How a score adds up: each term's bar starts where the one above ends, the last bar is their sum. */
export function contributions(score: ExplainedScore, options: ChartOptions): HTMLElement {
  const { words, width } = options;
  const name = score.label ?? score.name;
  let reached = 0;
  const bars = score.terms.map((term, index) => {
    const start = reached;
    reached += term.contribution ?? 0;
    return {
      label: term.name,
      start,
      end: reached,
      display: term.contribution === null ? words.unknown : term.contribution_display,
      color: seriesColor(index),
    };
  });
  const total = {
    label: words.total,
    start: 0,
    end: score.value ?? reached,
    display: score.display,
    color: 'var(--ink-2)',
  };
  const all = [...bars, total];
  const least = Math.min(0, ...all.map((bar) => Math.min(bar.start, bar.end)));
  const most = Math.max(...all.map((bar) => Math.max(bar.start, bar.end)), least + 1e-9);
  const left = Math.min(120, width * 0.3);
  const x = (value: number): number => left + ((value - least) / (most - least)) * (width - left - NUMBERS);
  const height = all.length * ROW + 4;
  const picture = svg(
    'svg',
    { class: 'contributions', width, height, viewBox: `0 0 ${String(width)} ${String(height)}` },
    ...all.flatMap((bar, index) => {
      const y = index * ROW + (bar === total ? 4 : 0);
      const from = x(Math.min(bar.start, bar.end));
      const to = x(Math.max(bar.start, bar.end));
      return [
        bar === total ? svg('line', { x1: 0, x2: width, y1: y - 1, y2: y - 1, stroke: 'var(--rule-strong)' }) : null,
        svg('text', { x: 0, y: y + 17, fill: 'var(--ink)' }, fit(bar.label, left - 8, 12)),
        svg('rect', { x: from, y: y + 6, width: Math.max(1, to - from), height: 14, fill: bar.color }),
        index < all.length - 1
          ? svg('line', {
              x1: x(bar.end),
              x2: x(bar.end),
              y1: y + 20,
              y2: y + ROW + 6,
              stroke: 'var(--ink-3)',
              'stroke-dasharray': '2 2',
            })
          : null,
        svg(
          'text',
          { x: width, y: y + 17, 'text-anchor': 'end', fill: 'var(--ink)', class: bar === total ? 'strong' : null },
          bar.display,
        ),
      ];
    }),
  );
  const parts = bars.map((bar) => `${bar.label} ${bar.display}`).join(words.listComma);
  return figure(
    {
      title: words.contributionTitle(name),
      summary: words.contributionSummary(parts, score.display),
      picture,
      table: {
        columns: [words.term, words.weight, words.value, words.contribution],
        rows: [
          ...score.terms.map((term) => [term.name, term.weight_display, term.display, term.contribution_display]),
          [words.total, '', '', score.display],
        ],
      },
    },
    options,
  );
}
