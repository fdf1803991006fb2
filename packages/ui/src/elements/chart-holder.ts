import { ReactiveElement, html, type PropertyValues, type TemplateResult } from 'lit';
import './scroll-box.js';
import type * as gallery from '../charts/gallery.js';
import type { ChartOptions } from '../charts/figure.js';
import type { Format } from '../language/format.js';
import type { Words } from '../language/language.js';

type Gallery = typeof gallery;
export type ChartName = keyof Gallery;
export type ChartData<Name extends ChartName> = Parameters<Gallery[Name]>[0];

let loading: Promise<Gallery> | null = null;

function loadGallery(): Promise<Gallery> {
  loading ??= import('../charts/gallery.js');
  return loading;
}

/**
 * Holds one chart: keeps its place while the charts are loaded, draws it at the width it is given and again when the data, the
 * language or the width change. Whether its table of figures is open survives a new drawing.
 */
export class ChartHolder extends ReactiveElement {
  static override properties = {
    chart: { attribute: false },
    data: { attribute: false, hasChanged: differs },
    words: { attribute: false },
    format: { attribute: false },
    height: { type: Number },
    width: { state: true },
  };

  declare chart: (gallery: Gallery, data: object, options: ChartOptions) => Element;
  declare data: object;
  declare words: Words;
  declare format: Format;
  /** The place kept while nothing is drawn yet, in CSS pixels. */
  declare height: number;
  declare private width: number;

  private readonly watcher = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry?.contentRect.width ?? 0);
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher.observe(this);
  }

  override disconnectedCallback(): void {
    this.watcher.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    if (this.childElementCount === 0) this.style.minHeight = `${String(this.height)}px`;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.width > 0 && ['data', 'words', 'format', 'width'].some((name) => changed.has(name))) void this.redraw();
  }

  private async redraw(): Promise<void> {
    const charts = await loadGallery();
    if (!this.isConnected || !(this.width > 0)) return;
    const isOpen = this.querySelector('details')?.open ?? false;
    const drawn = this.chart(charts, this.data, { words: this.words, format: this.format, width: this.width });
    const details = drawn.querySelector('details');
    if (details !== null) details.open = isOpen;
    this.replaceChildren(drawn);
    this.style.minHeight = '';
  }
}

customElements.define('bench-chart', ChartHolder);

/** Two data objects are the same when every part is: rooms build them anew at each rendering. */
function differs(next: object, before: object | undefined): boolean {
  if (before === undefined) return true;
  const parts = Object.entries(next) as [string, unknown][];
  const old = new Map(Object.entries(before) as [string, unknown][]);
  return (
    parts.length !== old.size ||
    parts.some(([name, value]) => typeof value !== 'function' && !same(value, old.get(name)))
  );
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isPlain(a) && isPlain(b)) return !differs(a, b);
  return (
    Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((item, index) => Object.is(item, b[index]) || JSON.stringify(item) === JSON.stringify(b[index]))
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A chart in a template. */
export function chart<Name extends ChartName>(
  name: Name,
  data: ChartData<Name>,
  height: number,
  { words, format }: Pick<ChartOptions, 'words' | 'format'>,
): TemplateResult {
  // The gallery's member and the data are of one name, which the type of this function says; the holder itself need not know it.
  const draw = (gallery: Gallery, data: object, options: ChartOptions): Element =>
    (gallery[name] as (data: object, options: ChartOptions) => Element)(data, options);
  return html`<bench-chart
    .chart=${draw}
    .data=${data}
    .words=${words}
    .format=${format}
    .height=${height}
  ></bench-chart>`;
}
