import { html, nothing, type TemplateResult } from 'lit';
import type { Notice, SourceReport } from '@benchbook/engine/results';
import { lineLink } from '../../elements/line-link.js';
import '../../elements/scroll-box.js';
import { codeLink, withCode } from '../../elements/marks.js';
import type { Words } from '../../language/language.js';
import { labelOf, type Room } from '../room.js';

/** Where the figures come from and what did not come along. */
export function dataRoom(room: Room): TemplateResult {
  const { report, words, format } = room;
  const { left_out: leftOut, cut } = report.population;
  const lost = [
    ...(leftOut.where > 0 ? [words.leftOutWhere(format.count(leftOut.where))] : []),
    ...(leftOut.unknown > 0 ? [words.leftOutUnknown(format.count(leftOut.unknown))] : []),
    ...(leftOut.below_cut > 0 ? [words.leftOutCut(format.count(leftOut.below_cut))] : []),
    ...(cut !== null && cut.tied_out > 0 ? [words.tiedOut(format.count(cut.tied_out))] : []),
  ];
  return html`<section class="room quiet-room" id="data" aria-labelledby="data-title">
    <h2 id="data-title">${words.data}</h2>
    <p>
      <b>${words.population}</b> ${labelOf(report.population)}:
      ${lost.length === 0 ? words.nothingLeftOut : lost.join(words.listComma)}
    </p>
    <bench-scroll label=${words.data}>
      <table class="figures open">
        <thead>
          <tr>
            <th scope="col">${words.source}</th>
            <th scope="col" class="number">${words.rowsRead}</th>
            <th scope="col" class="number">${words.rowsKept}</th>
            <th scope="col">${words.leftOut}</th>
          </tr>
        </thead>
        <tbody>
          ${report.sources.map((source) => sourceRow(source, room))}
        </tbody>
      </table>
    </bench-scroll>
    <h3>${words.notices}</h3>
    ${report.notices.length === 0 ? html`<p class="quiet">${words.noNotices}</p>` : noticeList(report.notices, room)}
    <p class="quiet" title=${words.fingerprintHint}>
      ${words.fingerprint} <code>${report.fingerprint.slice(0, 16)}</code>: ${words.fingerprintHint}
    </p>
  </section>`;
}

function sourceRow(source: SourceReport, room: Room): TemplateResult {
  const { words, format } = room;
  const counted = (
    counts: Readonly<Record<string, number>>,
    say: (count: string, column: string) => string,
  ): readonly string[] => Object.entries(counts).map(([column, count]) => say(format.count(count), column));
  const notes = [
    ...source.dropped.map((drop) =>
      words.dropped(
        format.count(drop.count),
        drop.reason,
        drop.rows.map((row) => format.count(row)).join(words.listComma) + (drop.count > drop.rows.length ? '…' : ''),
      ),
    ),
    ...counted(source.missing, words.missingIn),
    ...counted(source.unreadable, words.unreadableIn),
    ...counted(source.orphans, words.orphansIn),
  ];
  return html`<tr>
    <th scope="row">${labelOf(source)} <small class="quiet">${source.path ?? words.notAvailable}</small></th>
    <td class="number">${format.count(source.rows_read)}</td>
    <td class="number">${format.count(source.rows_kept)}</td>
    <td>${sourceNotes(source, notes, words)}</td>
  </tr>`;
}

function sourceNotes(source: SourceReport, notes: readonly string[], words: Words): TemplateResult {
  if (source.path === null) return html`<span class="quiet">${words.notAvailable}</span>`;
  if (notes.length === 0) return html`<span class="quiet">${words.nothingLeftOut}</span>`;
  return html`<ul class="plain">
    ${notes.map((note) => html`<li>${note}</li>`)}
  </ul>`;
}

/** Notices with their severity in words, and their place where they have one in the rulebook. */
export function noticeList(notices: readonly Notice[], room: { words: Words; format: Room['format'] }): TemplateResult {
  const { words, format } = room;
  return html`<ul class="notices">
    ${notices.map(
      (notice) =>
        html`<li class=${notice.severity}>
          <span class="tag">${words.severities[notice.severity]}</span>
          ${codeLink(notice.code)} ${withCode(notice.text)}
          ${notice.count === null ? nothing : html`<span class="quiet">(${format.count(notice.count)})</span>`}
          ${noticePlace(notice, words)}
        </li>`,
    )}
  </ul>`;
}

/** A line of the rulebook can be shown; a line of a data file is named. */
function noticePlace({ file, line }: Notice, words: Words): TemplateResult | typeof nothing {
  if (file === null || line === null) return nothing;
  const isText = file.endsWith('.bench') || file.endsWith('.md');
  return isText ? lineLink(file, line, words) : html`<span class="place">${words.lineOf(file, String(line))}</span>`;
}
