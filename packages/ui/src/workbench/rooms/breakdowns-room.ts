import { html, nothing, type TemplateResult } from 'lit';
import { chart } from '../../elements/chart-holder.js';
import { mainLevel, metricLabel, type Room } from '../room.js';

/** Who passes, by each grouping the rulebook judges by. */
export function breakdownsRoom(room: Room): TemplateResult | typeof nothing {
  const { report, words } = room;
  if (report.breakdowns.length === 0) return nothing;
  const metrics = Object.keys(report.metrics).map((name) => ({ name, label: metricLabel(report, name) }));
  const level = mainLevel(report);
  const isUnknown = Object.values(report.metrics).every((metric) => metric.passed + metric.failed === 0);
  return html`<section class="room" id="breakdowns" aria-labelledby="breakdowns-title">
    <h2 id="breakdowns-title">${words.breakdowns}</h2>
    ${isUnknown ? html`<p class="quiet">${words.noRates}</p>` : report.breakdowns.map((breakdown) => chart('passMatrix', { breakdown, metrics, level }, breakdown.groups.length * 46 + 90, room))}
  </section>`;
}
