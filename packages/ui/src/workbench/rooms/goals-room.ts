import { html, nothing, type TemplateResult } from 'lit';
import type { CheckReport, TargetReport } from '@benchbook/engine/results';
import { lineLink } from '../../elements/line-link.js';
import '../../elements/scroll-box.js';
import { tidyThreshold } from '../../language/format.js';
import type { Words } from '../../language/language.js';
import { labelOf, type Room } from '../room.js';

/** What is to be reached and how far it is, and what was expected of the data. */
export function goalsRoom(room: Room): TemplateResult | typeof nothing {
  const { report, words } = room;
  if (report.targets.length === 0 && report.checks.length === 0) return nothing;
  return html`<section class="room" id="goals" aria-labelledby="goals-title">
    <h2 id="goals-title">${words.goals}</h2>
    ${report.targets.map((target) => targetBlock(target, room))}
    ${report.checks.length === 0 ? nothing : checksBlock(report.checks, room)}
  </section>`;
}

function targetBlock(target: TargetReport, room: Room): TemplateResult {
  const { words, format } = room;
  return html`<h3>
      ${labelOf(target)} ${target.by === null ? nothing : html`<span class="unit">${words.targetBy(target.by)}</span>`}
    </h3>
    <bench-scroll label=${labelOf(target)}>
      <table class="figures open targets">
        <thead>
          <tr>
            <th scope="col">${words.measure}</th>
            <th scope="col" class="number">${words.now}</th>
            <th scope="col" class="number">${words.attain}</th>
            <th scope="col"></th>
            <th scope="col" class="number">${words.gap}</th>
            <th scope="col" class="number">${words.toMove}</th>
          </tr>
        </thead>
        <tbody>
          ${target.rows.map(
            (row) =>
              html`<tr>
                <th scope="row"><code>${row.text}</code> ${lineLink(row.file, row.line, room.words)}</th>
                <td class="number" data-head=${words.now}>${row.display}</td>
                <td class="number" data-head=${words.attain}>${tidyThreshold(row.attain_display)}</td>
                <td>
                  ${verdict(row.met, words.met, words.unmet, words.cannotTell)}
                  ${row.because === null ? nothing : html`<small class="quiet">${row.because}</small>`}
                </td>
                <td class="number" data-head=${words.gap}>${row.gap_display || '–'}</td>
                <td class="number" data-head=${words.toMove}>
                  ${row.entities_short === null ? '–' : format.count(row.entities_short)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </bench-scroll>`;
}

function checksBlock(checks: readonly CheckReport[], room: Room): TemplateResult {
  const { words } = room;
  return html`<h3>${words.checks}</h3>
    <ul class="checks">
      ${checks.map(
        (check) =>
          html`<li>
            ${verdict(check.holds, words.holds, words.fails, words.cannotTell)} <code>${check.text}</code>
            ${foundText(check, words)} ${lineLink(check.file, check.line, room.words)}
          </li>`,
      )}
    </ul>`;
}

/** What was found, unless it only repeats the verdict. */
function foundText({ found }: CheckReport, words: Words): TemplateResult | typeof nothing {
  return found === '' || found === 'true' || found === 'false'
    ? nothing
    : html`<span class="quiet">${words.found} ${found}</span>`;
}

/** A verdict by shape, colour and word. */
function verdict(holds: boolean | null, yes: string, no: string, unknown: string): TemplateResult {
  if (holds === null) return html`<span class="verdict unknown">◇ ${unknown}</span>`;
  return holds ? html`<span class="verdict passed">✓ ${yes}</span>` : html`<span class="verdict failed">✕ ${no}</span>`;
}
