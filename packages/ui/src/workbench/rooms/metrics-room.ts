import { html, nothing, type TemplateResult } from 'lit';
import type { MetricReport } from '@benchbook/engine/results';
import { chart } from '../../elements/chart-holder.js';
import { lineLink } from '../../elements/line-link.js';
import { stateMark } from '../../elements/marks.js';
import { tidyThreshold } from '../../language/format.js';
import { shapeNote } from '../../language/shape-note.js';
import { unitSuffix, type Room } from '../room.js';

/** One row a metric: its figures left, how it is spread right. */
export function metricsRoom(room: Room): TemplateResult {
  const { report, words } = room;
  return html`<section class="room" id="metrics" aria-labelledby="metrics-title">
    <h2 id="metrics-title">${words.metrics}</h2>
    ${Object.entries(report.metrics).map(([name, metric]) => metricRow(name, metric, room))}
  </section>`;
}

function metricRow(name: string, metric: MetricReport, room: Room): TemplateResult {
  const label = metric.label ?? name;
  const isEmpty = metric.median === null && metric.distribution.bins.length === 0 && metric.distribution.zero === 0;
  return html`<article class="metric ${isEmpty ? 'unknown' : ''}" aria-label=${label}>
    ${isEmpty ? noValues(label, metric, room) : html`${metricFigures(label, metric, room)} ${metricPicture(label, metric, room)}`}
  </article>`;
}

/** Where nobody has a value there is nothing to draw and nothing to average: one sentence says so. */
function noValues(label: string, metric: MetricReport, room: Room): TemplateResult {
  const { words, format } = room;
  return html`<div>
    <h3>${label} <span class="unit">${metric.unit}</span></h3>
    ${metric.doc === null ? nothing : html`<p class="doc">${metric.doc}</p>`}
    <p class="quiet">${words.noValues(format.count(metric.unknown))}</p>
    ${formula(metric, room)}
  </div>`;
}

function metricFigures(label: string, metric: MetricReport, room: Room): TemplateResult {
  const { words, format } = room;
  const judged = metric.passed + metric.failed;
  const note = shapeNote(metric, words, format);
  return html`<div class="metric-figures">
    <h3>${label} <span class="unit">${metric.unit}</span></h3>
    ${metric.doc === null ? nothing : html`<p class="doc">${metric.doc}</p>`}
    <p class="pass-rate">
      <b>${metric.display.pass_rate}</b>
      <span
        >${words.passRate}<br /><small
          >${words.passedOf(format.count(metric.passed), format.count(judged))}</small
        ></span
      >
    </p>
    ${metric.unknown > 0 ? html`<p class="quiet">${stateMark('unknown', words)} ${words.unknownMetric(format.count(metric.unknown))}</p>` : nothing}
    ${metric.not_judged > 0 ? html`<p class="quiet">${stateMark('not judged', words)} ${words.notJudged(format.count(metric.not_judged))}</p>` : nothing}
    <dl class="pairs">
      <div>
        <dt>${words.median}</dt>
        <dd>${metric.display.median}</dd>
      </div>
      <div>
        <dt>${words.atZero}</dt>
        <dd>${metric.display.zero_share}</dd>
      </div>
      <div class=${note === null ? '' : 'doubtful'}>
        <dt>${words.mean}</dt>
        <dd>${metric.display.mean}</dd>
      </div>
      <div>
        <dt>${words.middle}</dt>
        <dd>${metric.display.p10} – ${metric.display.p90}</dd>
      </div>
    </dl>
    ${note === null ? nothing : html`<p class="note">${note}</p>`}
  </div>`;
}

function metricPicture(label: string, metric: MetricReport, room: Room): TemplateResult {
  const { words, format } = room;
  return html`<div class="metric-picture">
    ${chart(
      'distribution',
      {
        title: null,
        name: label,
        kind: metric.kind,
        distribution: metric.distribution,
        benchmarks: metric.benchmarks,
        marks: [
          ...(metric.median === null
            ? []
            : [{ name: 'median' as const, value: metric.median, display: metric.display.median }]),
          ...(metric.mean === null
            ? []
            : [{ name: 'mean' as const, value: metric.mean, display: metric.display.mean }]),
        ],
        zeroDisplay: metric.display.zero_share,
      },
      210,
      room,
    )}
    ${formula(metric, room)}
    <ul class="benchmarks">
      ${metric.benchmarks.map(
        (line) =>
          html`<li>
            <b>${tidyThreshold(line.text)}</b>${unitSuffix(metric)}
            <span class="quiet">${line.benchmark}, ${words.entitiesUnder(format.count(line.count))}</span>
            ${lineLink(line.file, line.line, room.words)}
          </li>`,
      )}
    </ul>
    ${metric.rows_left_out > 0 ? html`<p class="quiet">${words.rowsLeftOut(format.count(metric.rows_left_out))}</p>` : nothing}
  </div>`;
}

function formula(metric: MetricReport, { words }: Room): TemplateResult {
  return html`<p class="formula">
    <span class="quiet">${words.formula}</span>
    <code>${metric.formula}</code> ${lineLink(metric.file, metric.line, words)}
  </p>`;
}
