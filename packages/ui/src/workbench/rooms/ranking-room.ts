import { html, nothing, type TemplateResult } from 'lit';
import type { RankedTable, CodeColumn } from '../../ranking/table.js';
import { EVERYTHING } from '../../ranking/select.js';
import { gridColumns, type GridColumn } from '../grid-columns.js';
import '../ranked-grid.js';
import type { OpenRowEvent, SortEvent } from '../ranked-grid.js';
import { selection } from '../selection.js';
import type { Room } from '../room.js';

/** Every row of the population, in order. */
export function rankingRoom(room: Room): TemplateResult {
  const { view, words } = room;
  return html`<section class="room" id="ranking" aria-labelledby="ranking-title">
    <h2 id="ranking-title">${words.ranking}</h2>
    ${view.table === null ? noTable(room) : rankingTable(view.table, room)}
  </section>`;
}

function noTable({ view, words, store }: Room): TemplateResult {
  if (view.tableFailure === null)
    return html`<div class="grid-skeleton skeleton" role="status">
      <span class="visually-hidden">${words.loadingRows}</span>
    </div>`;
  return html`<div class="failure" role="alert">
    <p><b>${words.cannotReadRows}</b> ${view.tableFailure}</p>
    <button type="button" @click=${() => void store.retryTable()}>${words.retry}</button>
  </div>`;
}

function rankingTable(table: RankedTable, room: Room): TemplateResult {
  const { view, words, format, store } = room;
  const rows = selection(table, view);
  const isNarrowed = view.filter.text !== '' || Object.keys(view.filter.labels).length > 0;
  return html`<div class="filters">
      <input
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${view.filter.text}
        @input=${(event: Event) => {
          store.setFilter({ ...view.filter, text: (event.target as HTMLInputElement).value });
        }}
      />
      ${table.columns.filter(isChoice).map((column) => choice(column, room))}
      <label class="check"
        ><input
          type="checkbox"
          .checked=${view.allColumns}
          @change=${(event: Event) => {
            store.setAllColumns((event.target as HTMLInputElement).checked);
          }}
        />${words.allColumns}</label
      >
      <span class="shown" role="status">${words.shownOf(format.count(rows.length), format.count(table.rows))}</span>
      <button
        type="button"
        class="clear"
        ?disabled=${!isNarrowed}
        @click=${() => {
          store.setFilter(EVERYTHING);
        }}
      >
        ${words.clearFilters}
      </button>
    </div>
    <p id="grid-help" class="quiet">${words.gridHelp}</p>
    <bench-ranked-grid
      .table=${table}
      .rows=${rows}
      .columns=${columnsFor(table, room)}
      .sort=${view.sort}
      .selected=${view.selected}
      .words=${words}
      .format=${format}
      @bench-open-row=${(event: OpenRowEvent) => {
        store.select(event.key);
      }}
      @bench-sort=${(event: SortEvent) => {
        store.setSort(event.sort);
      }}
    ></bench-ranked-grid>`;
}

const kept = new WeakMap<
  RankedTable,
  {
    readonly all: boolean;
    readonly words: Room['words'];
    readonly report: Room['report'];
    readonly columns: readonly GridColumn[];
  }
>();

function columnsFor(table: RankedTable, { view, report, words, format }: Room): readonly GridColumn[] {
  const last = kept.get(table);
  if (last?.all === view.allColumns && last.words === words && last.report === report) return last.columns;
  const columns = gridColumns(table, report, view.allColumns, words, format);
  kept.set(table, { all: view.allColumns, words, report, columns });
  return columns;
}

function isChoice(column: RankedTable['columns'][number]): column is CodeColumn {
  return column.store === 'codes' && column.labels.length > 1 && column.labels.length <= 60;
}

const ANY = '';
const MISSING = '\u0000';

/** A select over a column's labels; levels in the rulebook's order, others in the language's. */
function choice(column: CodeColumn, { view, report, words, store }: Room): TemplateResult {
  const chosen = view.filter.labels[column.name];
  const order = report.level_details.find((level) => level.name === column.name)?.labels.map((label) => label.label);
  const labels =
    order?.filter((label) => column.labels.includes(label)) ??
    [...column.labels].sort(new Intl.Collator(view.language).compare);
  const change = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const others = Object.fromEntries(Object.entries(view.filter.labels).filter(([name]) => name !== column.name));
    const labelsNow = value === ANY ? others : { ...others, [column.name]: value === MISSING ? null : value };
    store.setFilter({ ...view.filter, labels: labelsNow });
  };
  const hasGaps = column.codes.includes(-1);
  return html`<select aria-label=${column.label} @change=${change}>
    <option value=${ANY} .selected=${chosen === undefined}>${words.anyOf(column.label)}</option>
    ${labels.map((label) => html`<option value=${label} .selected=${chosen === label}>${label}</option>`)}
    ${hasGaps ? html`<option value=${MISSING} .selected=${chosen === null}>${column.role === 'level' ? words.unknown : words.missing}</option>` : nothing}
  </select>`;
}
