import { html, nothing, type TemplateResult } from 'lit';
import { chart } from '../../elements/chart-holder.js';
import { lineLink } from '../../elements/line-link.js';
import { showTitle } from '../../language/show-title.js';
import type { Room } from '../room.js';

/** The pictures the rulebook asks for, in its order. */
export function showsRoom(room: Room): TemplateResult | typeof nothing {
  const { report, words } = room;
  if (report.shows.length === 0) return nothing;
  return html`<section class="room" id="shows" aria-labelledby="shows-title">
    <h2 id="shows-title">${words.shows}</h2>
    <div class="shows">
      ${report.shows.map((show) => {
        const title = showTitle(show, report, words, room.format);
        const data = { show: { ...show, title: title.text }, rule: title.rule, levels: report.level_details };
        return html`<article class="show ${show.form}" aria-label=${title.text}>
          ${chart('show', data, 280, room)}
          <p class="show-line">${lineLink(show.file, show.line, room.words)}</p>
        </article>`;
      })}
    </div>
  </section>`;
}
