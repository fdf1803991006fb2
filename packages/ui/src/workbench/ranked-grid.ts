import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Format } from '../language/format.js';
import type { Words } from '../language/language.js';
import type { Sort } from '../ranking/select.js';
import { columnsOf, type RankedTable } from '../ranking/table.js';
import type { GridColumn } from './grid-columns.js';

const ROW = 34;
const HEAD = 50;
/** Browsers stop placing things beyond some tens of millions of pixels: a longer list is scrolled in larger steps. */
const TALLEST = 8_000_000;

/** A grid narrower than this has narrower columns first. */
const NARROW = 560;

const ARROWS = { ascending: '▲', descending: '▼' } as const;

/** Asks to open the explanation of a row. */
export class OpenRowEvent extends Event {
  static readonly type = 'bench-open-row';
  constructor(readonly key: string) {
    super(OpenRowEvent.type, { bubbles: true });
  }
}

/** Asks for another order. */
export class SortEvent extends Event {
  static readonly type = 'bench-sort';
  constructor(readonly sort: Sort) {
    super(SortEvent.type, { bubbles: true });
  }
}

/**
 * The ranked rows as a grid that draws only what is in sight, from the table's columns. Arrow keys move, Enter opens; new data
 * keep the place, another filter or order starts at the top.
 */
export class RankedGrid extends LitElement {
  static override properties = {
    table: { attribute: false },
    rows: { attribute: false },
    columns: { attribute: false },
    sort: { attribute: false },
    selected: { attribute: false },
    words: { attribute: false },
    format: { attribute: false },
    active: { state: true },
    top: { state: true },
    sight: { state: true },
    breadth: { state: true },
    left: { state: true },
  };

  declare table: RankedTable;
  declare rows: Uint32Array;
  declare columns: readonly GridColumn[];
  declare sort: Sort | null;
  declare selected: string | null;
  declare words: Words;
  declare format: Format;
  /** The place of the active row among the rows shown. */
  declare private active: number;
  /** Pixels above the first row in sight, in a list that is as tall as its rows. */
  declare private top: number;
  /** Height of the scrolling box. */
  declare private sight: number;

  /** Width of the scrolling box, and how far it is scrolled to the right. */
  declare private breadth: number;
  declare private left: number;

  private ownScroll = -1;
  private readonly watcher = new ResizeObserver(([entry]) => {
    this.sight = Math.floor(entry?.contentRect.height ?? 0);
    this.breadth = Math.floor(entry?.contentRect.width ?? 0);
  });

  constructor() {
    super();
    this.active = 0;
    this.top = 0;
    this.sight = 0;
    this.breadth = 0;
    this.left = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.watcher.disconnect();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    const box = this.box();
    if (box !== null) this.watcher.observe(box);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows') && this.hasUpdated) {
      const isNewData = changed.has('table');
      this.active = isNewData ? Math.min(this.active, Math.max(0, this.rows.length - 1)) : 0;
      this.top = isNewData ? Math.min(this.top, this.mostTop()) : 0;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('rows') && this.hasUpdated) this.placeScroll();
  }

  protected override render(): TemplateResult {
    const { rows, columns, words } = this;
    const first = Math.max(0, Math.floor(this.top / ROW));
    const inSight = Math.min(rows.length - first, Math.ceil((this.sight - HEAD) / ROW) + 1);
    const isNarrow = this.breadth < NARROW;
    const widthOf = (column: GridColumn): number => (isNarrow ? column.narrow : column.width);
    const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
    const growing = this.growing();
    const template = columns
      .map((column) =>
        column.name === growing ? `minmax(${String(widthOf(column))}px, 1fr)` : `${String(widthOf(column))}px`,
      )
      .join(' ');
    const pinned = columns.filter((column) => column.isPinned);
    const rest = width - this.breadth - this.left;
    const edges = `${this.left > 0 ? 'more-before' : ''} ${this.breadth > 0 && rest > 1 ? 'more-after' : ''}`;
    const pinnedWidth = pinned.reduce((sum, column) => sum + widthOf(column), 0);
    return html`<div
      class="grid-frame ${edges} ${isNarrow ? 'narrow' : ''}"
      .style=${`--second: ${String(pinned[0] === undefined ? 0 : widthOf(pinned[0]))}px; --pinned: ${String(pinnedWidth)}px`}
    >
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-label=${words.ranking}
        aria-describedby="grid-help"
        aria-rowcount=${rows.length + 1}
        aria-colcount=${columns.length}
        aria-activedescendant=${rows.length > 0 ? `row-${String(this.active)}` : nothing}
        @scroll=${this.onScroll}
        @keydown=${this.onKey}
      >
        <div
          class="grid-space"
          role="presentation"
          .style=${`height: ${String(this.spaceHeight())}px; min-width: ${String(width)}px`}
        >
          <div
            class="grid-sight"
            role="presentation"
            .style=${`height: ${String(this.sight)}px; --columns: ${template}`}
          >
            <div class="grid-row grid-head" role="row" aria-rowindex="1">
              ${columns.map((column) => this.head(column))}
            </div>
            <div
              class="grid-rows"
              role="presentation"
              .style=${`transform: translateY(${String(first * ROW - this.top)}px)`}
            >
              ${Array.from({ length: Math.max(0, inSight) }, (_, index) => this.row(first + index))}
            </div>
            ${rows.length === 0 ? html`<p class="grid-empty">${words.nothingMatches}</p>` : nothing}
          </div>
        </div>
      </div>
    </div>`;
  }

  private head(column: GridColumn): TemplateResult {
    const isSorted = this.sort?.column === column.name;
    const direction = isSorted ? (this.sort?.direction ?? 'none') : 'none';
    return html`<div role="columnheader" class=${classOf(column)} aria-sort=${direction}>
      <button type="button" title=${column.title} @click=${() => this.sortBy(column)}>
        <span>${column.title}${column.unit === '' ? nothing : html` <small>${column.unit}</small>`}</span
        >${direction === 'none' ? nothing : html`<i aria-hidden="true">${ARROWS[direction]}</i>`}
      </button>
    </div>`;
  }

  private row(place: number): TemplateResult {
    const row = this.rows[place] ?? 0;
    const isSelected = this.selected !== null && this.keyOf(row) === this.selected;
    return html`<div
      class="grid-row ${place === this.active ? 'active' : ''} ${isSelected ? 'selected' : ''} ${place % 2 === 1 ? 'odd' : ''}"
      role="row"
      id="row-${place}"
      aria-rowindex=${place + 2}
      aria-selected=${isSelected}
      @click=${() => {
        this.active = place;
        this.open(place);
      }}
    >
      ${this.columns.map((column) => html`<div role="gridcell" class=${classOf(column)}>${column.cell(row)}</div>`)}
    </div>`;
  }

  private readonly onScroll = (event: Event): void => {
    const box = event.currentTarget as HTMLElement;
    this.left = box.scrollLeft;
    if (Math.abs(box.scrollTop - this.ownScroll) < 1) return;
    this.ownScroll = -1;
    const reach = this.spaceHeight() - this.sight;
    this.top = reach <= 0 ? 0 : Math.min(1, box.scrollTop / reach) * this.mostTop();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((this.sight - HEAD) / ROW) - 1);
    const last = this.rows.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.moveTo(Math.max(0, Math.min(last, next)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.open(this.active);
    }
  };

  private moveTo(place: number): void {
    this.active = place;
    const body = this.sight - HEAD;
    const above = place * ROW;
    if (above < this.top) this.top = above;
    else if (above + ROW > this.top + body) this.top = above + ROW - body;
    this.placeScroll();
  }

  private open(place: number): void {
    const row = this.rows[place];
    const key = row === undefined ? null : this.keyOf(row);
    if (key !== null) this.dispatchEvent(new OpenRowEvent(key));
  }

  private sortBy(column: GridColumn): void {
    const first = column.descendsFirst ? 'descending' : 'ascending';
    const second = column.descendsFirst ? 'ascending' : 'descending';
    const isAgain = this.sort?.column === column.name && this.sort.direction === first;
    this.dispatchEvent(new SortEvent({ column: column.name, direction: isAgain ? second : first }));
  }

  private keyOf(row: number): string | null {
    const key = columnsOf(this.table, 'key')[0];
    return key?.store === 'texts' ? key.at(row) : null;
  }

  private growing(): string {
    return (
      this.columns.find((column) => column.title === this.words.roles.name || column.name === 'name')?.name ??
      this.columns[1]?.name ??
      ''
    );
  }

  private placeScroll(): void {
    const box = this.box();
    if (box === null) return;
    const most = this.mostTop();
    const scroll = most <= 0 ? 0 : (this.top / most) * (this.spaceHeight() - this.sight);
    box.scrollTop = scroll;
    this.ownScroll = box.scrollTop;
  }

  /** How far the list can be scrolled, were it as tall as its rows. */
  private mostTop(): number {
    return Math.max(0, this.rows.length * ROW + HEAD - this.sight);
  }

  private spaceHeight(): number {
    return Math.max(this.sight, Math.min(TALLEST, this.rows.length * ROW + HEAD));
  }

  private box(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.grid');
  }
}

function classOf(column: GridColumn): string {
  return column.isPinned ? `${column.align} pinned` : column.align;
}

customElements.define('bench-ranked-grid', RankedGrid);
