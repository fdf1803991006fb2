import { axisX, dot, link, ruleX, text, tickX } from '@observablehq/plot';
import type { ScoreReport } from '@benchbook/engine/results';
import { html } from './dom.js';
import { figure, type ChartOptions } from './figure.js';
import { draw, fit, marginFor } from './plot.js';

/** Declared against effective weight, a dumbbell a term: what the rulebook says decides, and what decides on this data. */
export function weights(score: ScoreReport, options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const percent = (value: number | null): string => (value === null ? '–' : format.percent(value));
  const terms = score.terms.map((term) => ({ ...term, effectiveOr: term.effective ?? term.weight }));
  const ranged = terms.filter((term) => term.effective_by_range !== null);
  const values = terms.flatMap((term) => [term.weight, term.effectiveOr, term.effective_by_range ?? 0, 0]);
  const most = Math.max(...values, 0.1);
  const least = Math.min(...values, 0);
  const marginLeft = marginFor(
    terms.map((term) => term.name),
    width * 0.34,
    13,
  );
  const known = terms.filter((term) => term.effective !== null);
  const picture = draw({
    width,
    height: terms.length * 44 + 34,
    marginLeft,
    marginRight: 52,
    marginTop: 8,
    marginBottom: 26,
    x: { domain: [least, most], label: null, insetLeft: 26 },
    y: { domain: terms.map((term) => term.name), label: null, axis: null, padding: 0.5 },
    marks: [
      ruleX([0], { stroke: 'var(--rule)' }),
      axisX({
        ticks: Math.max(3, Math.round(width / 110)),
        tickFormat: (value: number) => format.percent(value, 0),
        label: null,
        tickSize: 0,
      }),
      link(known, {
        y1: 'name',
        y2: 'name',
        x1: 'weight',
        x2: 'effectiveOr',
        stroke: 'var(--rule-strong)',
        strokeWidth: 3,
      }),
      tickX(ranged, {
        y: 'name',
        x: 'effective_by_range',
        stroke: 'var(--series-1)',
        strokeWidth: 3,
        // Below the line: the figures stand above it.
        insetTop: 11,
        insetBottom: -5,
        title: (term: (typeof terms)[number]) => `${words.effectiveByRange} ${percent(term.effective_by_range)}`,
      }),
      dot(terms, { y: 'name', x: 'weight', r: 5, fill: 'var(--surface)', stroke: 'var(--ink-2)', strokeWidth: 2 }),
      dot(known, { y: 'name', x: 'effectiveOr', r: 5.5, fill: 'var(--accent)' }),
      ...terms.flatMap((term) => {
        const isRight = term.effective !== null && term.effective >= term.weight;
        return [
          text([term], {
            y: 'name',
            x: 'weight',
            text: () => percent(term.weight),
            fill: 'var(--ink-2)',
            textAnchor: isRight ? 'end' : 'start',
            dx: isRight ? -4 : 4,
            dy: -14,
          }),
          ...(term.effective === null
            ? []
            : [
                text([term], {
                  y: 'name',
                  x: 'effectiveOr',
                  text: () => percent(term.effective),
                  fill: 'var(--ink)',
                  fontWeight: 600,
                  textAnchor: isRight ? 'start' : 'end',
                  dx: isRight ? 4 : -4,
                  dy: -14,
                }),
              ]),
        ];
      }),
      text(terms, {
        y: 'name',
        frameAnchor: 'left',
        text: (term: { name: string }) => fit(term.name, marginLeft - 14, 13),
        textAnchor: 'end',
        dx: -12,
        fontSize: 13,
        fill: 'var(--ink)',
      }),
    ],
  });
  const parts = terms
    .map((term) => `${term.name} ${percent(term.weight)} → ${percent(term.effective)}`)
    .join(words.listComma);
  return figure(
    {
      title: words.weightsTitle(score.label ?? score.name),
      summary: words.weightsSummary(parts),
      picture,
      legend: html(
        'p',
        { class: 'legend' },
        html('span', { class: 'key ring' }),
        `${words.declared} `,
        html('span', { class: 'key disc' }),
        `${words.effective} `,
        ranged.length > 0 ? html('span', { class: 'key stroke' }) : null,
        ranged.length > 0 ? words.effectiveByRange : null,
      ),
      table: {
        columns: [words.term, words.declared, words.effective, words.effectiveByRange],
        rows: score.terms.map((term) => [
          term.name,
          percent(term.weight),
          percent(term.effective),
          percent(term.effective_by_range),
        ]),
      },
    },
    options,
  );
}
