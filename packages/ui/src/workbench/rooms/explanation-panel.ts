import { html, nothing, type TemplateResult } from 'lit';
import type { ExplainedMetric, Explanation, Report, RuleRow } from '@benchbook/engine/results';
import { chart } from '../../elements/chart-holder.js';
import { lineLink } from '../../elements/line-link.js';
import { levelChip, stateMark } from '../../elements/marks.js';
import '../../elements/scroll-box.js';
import { cellsOf } from '../../language/table-row.js';
import { tidyThreshold, type Format } from '../../language/format.js';
import type { Language, Words } from '../../language/language.js';
import { named } from '../../language/spoken.js';
import { labelOrder } from '../../ranking/table.js';
import { labelOf } from '../room.js';

/** A rule's row as a server may give it: with its table's header and the place of the cell that applied, or without. */
type PlacedRow = Omit<RuleRow, 'header' | 'cell'> & { readonly header?: string | null; readonly cell?: number | null };

interface Panel {
  readonly report: Report;
  readonly words: Words;
  readonly format: Format;
}

/** Why one account stands where it stands: each figure beside the row of the rulebook that decided. */
export function explanationPanel(explanation: Explanation, panel: Panel): TemplateResult {
  const { words, format, report } = panel;
  const title = explanation.name ?? explanation.key;
  return html`<h2 class="account-name">${title}</h2>
    <p class="account-place">
      <b>${placeOf(explanation, words, format)}</b>
      ${explanation.name === null ? nothing : html`<code>${explanation.key}</code>`}
      ${explanation.levels.map((level) => levelChip(level.value, labelOrder(report, level.name), words))}
      ${explanation.scores.map((score) => html`<span>${words.scoreOf(labelOf(score), score.display)}</span>`)}
    </p>
    <p class="why">${whySentence(explanation, words, format.language)}</p>
    ${explanation.levels.map((level) => (level.rule === null ? nothing : ruleRow(level.rule, panel)))}
    <div class="explained-metrics">${explanation.metrics.map((metric) => explainedMetric(metric, panel))}</div>
    ${explanation.scores.map(
      (score) =>
        html`<section class="explained-score">
          ${chart('contributions', score, score.terms.length * 26 + 90, panel)}
          <ul class="plain terms">
            ${score.terms.map(
              (term) =>
                html`<li>
                  <code
                    >${score.times === 1 ? '' : `${String(score.times)} × `}${term.weight_display} × ${term.text}</code
                  >
                  = ${term.contribution === null ? words.unknown : term.contribution_display}
                  <span class="quiet">(${term.text} = ${term.display})</span>
                  ${lineLink(term.file, term.line, panel.words)}
                </li>`,
            )}
          </ul>
        </section>`,
    )}
    <h3>${words.attributes}</h3>
    <dl class="attributes">
      ${explanation.attributes.map(
        (attribute) =>
          html`<div>
            <dt>${labelOf(attribute)}</dt>
            <dd>
              ${attribute.display}
              ${attribute.line === null ? nothing : lineLink(attribute.file, attribute.line, panel.words)}
            </dd>
          </div>`,
      )}
    </dl>`;
}

/** Without a score there is no rank, whatever place the row has in the list. */
function placeOf({ rank, of, scores }: Explanation, words: Words, format: Format): string {
  const [score] = scores;
  if (score?.value === null) return words.noRank;
  return rank === null ? words.notRanked : words.rankOf(format.count(rank), format.count(of));
}

function amongPeers({ text, known, least }: NonNullable<ExplainedMetric['peers']>, { words, format }: Panel): string {
  return words.amongPeers(text, format.count(known), format.count(least), known >= least);
}

function explainedMetric(metric: ExplainedMetric, panel: Panel): TemplateResult {
  const { words } = panel;
  const threshold = metric.threshold === null ? words.noThreshold : tidyThreshold(metric.threshold.text);
  return html`<article class="explained-metric">
    <h3>
      ${stateMark(metric.state, words)} ${labelOf(metric)}
      <span class="state ${metric.state.replace(' ', '-')}">${words.states[metric.state]}</span>
    </h3>
    <p class="against">
      <b>${metric.display}</b> <span class="quiet">${metric.unit === 'percent' ? '' : metric.unit}</span>
      <span class="threshold">${threshold}</span>
      ${metric.peers === null ? nothing : html`<span class="quiet">${amongPeers(metric.peers, panel)}</span>`}
      ${metric.waived === null ? nothing : html`<span class="quiet">${words.waived}: ${metric.waived}</span>`}
      ${(metric.shortfall ?? 0) === 0 ? nothing : html`<span class="quiet">${words.shortfall} ${metric.shortfall_display}</span>`}
    </p>
    ${chart('bullet', metric, 18, panel)} ${metric.rules.map((rule) => ruleRow(rule, panel))}
    <p class="inputs">
      <code>= ${metric.formula}</code> ${lineLink(metric.file, metric.line, panel.words)}
      ${metric.answered_by === null || metric.answered_by === 'formula' ? nothing : html`<span class="tag">${words.answeredBy(metric.answered_by)}</span>`}
    </p>
    ${
      metric.inputs.length === 0
        ? nothing
        : html`<dl class="inputs-list" aria-label=${words.inputs}>
            ${metric.inputs.map(
              (input) =>
                html`<div>
                  <dt><code>${input.text}</code></dt>
                  <dd>${input.display}</dd>
                </div>`,
            )}
          </dl>`
    }
  </article>`;
}

/** The row as it stands in the rulebook, with its place. */
function ruleRow(rule: PlacedRow, panel: Panel): TemplateResult {
  return html`<div class="rule-row">
    ${ruleTable(rule)} <span class="quiet">${rule.declaration}</span>
    ${lineLink(rule.file, rule.line, panel.words)}
  </div>`;
}

/** With the header of its table, each cell under what it is about and the one that applied marked; the text alone otherwise. */
function ruleTable({ text, header, cell }: PlacedRow): TemplateResult {
  const heads = header == null ? [] : cellsOf(header);
  const cells = cellsOf(text);
  if (heads.length === 0 || heads.length !== cells.length) return html`<code class="row-text">${text}</code>`;
  const classOf = (place: number): string => (place === cell ? 'applies' : '');
  return html`<bench-scroll label=${text}
    ><table translate="no">
      <thead>
        <tr>
          ${heads.map((head, place) => html`<th scope="col" class=${classOf(place)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          ${cells.map((written, place) => html`<td class=${classOf(place)} ?data-aim=${place === cell}>${written}</td>`)}
        </tr>
      </tbody>
    </table></bench-scroll
  >`;
}

/** The level and what made it, the metrics that fall short, the term that counts most. */
export function whySentence({ levels, metrics, scores }: Explanation, words: Words, language: Language): string {
  const [level] = levels;
  const failed = metrics.filter((metric) => metric.state === 'failed').map((metric) => labelOf(metric));
  const [score] = scores;
  const largest = score?.terms.reduce<(typeof score.terms)[number] | null>(
    (most, term) => ((term.contribution ?? -Infinity) > (most?.contribution ?? -Infinity) ? term : most),
    null,
  );
  return [
    level === undefined
      ? ''
      : words.why(named(level, language), level.value ?? words.unknown, level.because ?? because(level, words)),
    failed.length === 0 ? '' : words.whyMetrics(failed.join(words.listComma)),
    largest?.contribution == null || score?.value == null
      ? ''
      : words.whyTerm(largest.name, largest.contribution_display, score.display),
  ]
    .filter((part) => part !== '')
    .join(words.sentenceGap);
}

function because(level: Explanation['levels'][number], words: Words): string {
  if (level.failed + level.passed === 0 && level.unknown > 0) return words.whyUnknown(String(level.unknown));
  const judged = words.whyFailed(String(level.failed), String(level.failed + level.passed));
  return level.unknown > 0 ? judged + words.listComma + words.whyUnknown(String(level.unknown)) : judged;
}
