import { html, nothing, type TemplateResult } from 'lit';
import type { HeatmapData } from '../../charts/heatmap.js';
import type { ScoreReport } from '@benchbook/engine/results';
import { chart } from '../../elements/chart-holder.js';
import { lineLink } from '../../elements/line-link.js';
import { groupedMean, groupings, type GroupedMean } from '../../ranking/figures.js';
import type { RankedTable } from '../../ranking/table.js';
import { labelOf, type Room } from '../room.js';

/** What decides the order: weights as declared and as they work, what the score can reach, and where it is high. */
export function scoresRoom(room: Room): TemplateResult | typeof nothing {
  const { report, words } = room;
  if (report.scores.length === 0) return nothing;
  return html`<section class="room" id="scores" aria-labelledby="scores-title">
    <h2 id="scores-title">${words.scores}</h2>
    ${report.scores.map((score) => scoreBlock(score, room))}
  </section>`;
}

function scoreBlock(score: ScoreReport, room: Room): TemplateResult {
  const { report, words, format } = room;
  const heat = report.shows.some((show) => show.form === 'heatmap') ? null : heatmapOf(score, room);
  const ranges = [
    ...(score.attainable === null
      ? []
      : [words.attainable(format.score(score.attainable[0]), format.score(score.attainable[1]))]),
    ...(score.min === null || score.max === null
      ? []
      : [words.observed(format.score(score.min), format.score(score.max))]),
    ...score.attainable_by_level.map((given) =>
      words.attainableGiven(given.label, format.score(given.range[0]), format.score(given.range[1])),
    ),
  ];
  return html`<article class="score" aria-label=${labelOf(score)}>
    <h3>${labelOf(score)} ${lineLink(score.file, score.line, room.words)}</h3>
    <p class="quiet">${ranges.join(' · ')}</p>
    ${chart('weights', score, score.terms.length * 44 + 90, room)}
    <p class="note">${words.weightsNote}</p>
    ${heat === null ? nothing : chart('heatmap', heat, 260, room)}
  </article>`;
}

const kept = new WeakMap<RankedTable, Map<string, GroupedMean | null>>();

/** Without a heatmap of the rulebook's own, the score's mean over the first two groupings, counted over all rows. */
function heatmapOf(score: ScoreReport, { view, words, format }: Room): HeatmapData | null {
  const { table } = view;
  if (table === null) return null;
  const [down, across] = groupings(table);
  if (down === undefined || across === undefined) return null;
  const means = kept.get(table) ?? new Map<string, GroupedMean | null>();
  kept.set(table, means);
  const mean = means.get(score.name) ?? groupedMean(table, score.name, down, across);
  means.set(score.name, mean);
  if (mean === null) return null;
  return {
    title: words.heatmapTitle(labelOf(score), down.label, across.label),
    corner: `${down.label} × ${across.label}`,
    rows: mean.rows,
    columns: mean.columns,
    cells: mean.cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      value: cell.mean,
      note: format.count(cell.count),
    })),
    format: (value) => format.score(value),
  };
}
