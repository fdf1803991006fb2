import { html, nothing, type TemplateResult } from 'lit';
import type { LevelReport } from '@benchbook/engine/results';
import { chart } from '../../elements/chart-holder.js';
import { lineLink } from '../../elements/line-link.js';
import '../../elements/scroll-box.js';
import { levelChip } from '../../elements/marks.js';
import { headline } from '../../language/headline.js';
import { spoken } from '../../language/spoken.js';
import { missingBenchmarks } from '../../ranking/figures.js';
import { type Room } from '../room.js';

/** How many stand under each label: the sentence, the cascade, and the rows that decide. */
export function censusRoom(room: Room): TemplateResult {
  const { report, words } = room;
  return html`<section class="room" id="census" aria-labelledby="census-title">
    <h2 id="census-title">${words.census}</h2>
    ${
      report.level_details.length === 0
        ? html`<p>${words.noLevels}</p>`
        : report.level_details.map((level) => levelCensus(level, room))
    }
  </section>`;
}

function levelCensus(level: LevelReport, room: Room): TemplateResult {
  const { view, words, format } = room;
  const total = level.labels.reduce((sum, label) => sum + label.count, level.unknown);
  const order = level.labels.map((label) => label.label);
  const missing = view.table === null ? null : missingBenchmarks(view.table, level.name, order);
  const sentence = headline(level, total, missing, words, format);
  return html`<div class="census">
    <p class="headline">${emphasised(sentence)}</p>
    <div class="census-body">
      <div>
        <h3>${words.censusTitle(spoken(level, format.language))}</h3>
        ${chart('census', level, level.labels.length * 34 + 50, room)}
      </div>
      <bench-scroll label=${words.censusTitle(spoken(level, format.language))}>
        <table class="figures open">
          <thead>
            <tr>
              <th scope="col">${words.label}</th>
              <th scope="col" class="number">${words.count}</th>
              <th scope="col" class="number">${words.share}</th>
              <th scope="col" class="number">${words.cumulative}</th>
              <th scope="col">${words.ruleRow}</th>
            </tr>
          </thead>
          <tbody>
            ${level.labels.map(
              (label) =>
                html`<tr>
                  <th scope="row">${levelChip(label.label, order, words)}</th>
                  <td class="number">${format.count(label.count)}</td>
                  <td class="number">${label.share_display}</td>
                  <td class="number">${label.cumulative_display}</td>
                  <td>${lineLink(label.file, label.line, room.words)} <code>${label.rule}</code></td>
                </tr>`,
            )}
            ${
              level.unknown > 0
                ? html`<tr>
                    <th scope="row">${levelChip(null, order, words)}</th>
                    <td class="number">${format.count(level.unknown)}</td>
                    <td class="number">${format.share(level.unknown / total)}</td>
                    <td></td>
                    <td></td>
                  </tr>`
                : nothing
            }
          </tbody>
        </table>
      </bench-scroll>
    </div>
  </div>`;
}

/** The figures of a sentence stand out: numbers and percentages in heavier type. */
function emphasised(sentence: string): readonly (TemplateResult | string)[] {
  return sentence.split(/(\d[\d,.]*%?)/u).map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : part));
}
