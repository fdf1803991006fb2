import { LitElement, css, html, nothing, type TemplateResult } from 'lit';

/**
 * A box whose content may be wider than it: an edge shadow says on which side there is more, and the keyboard can scroll it.
 * As long as everything fits it is as if it were not there.
 */
export class ScrollBox extends LitElement {
  static override properties = {
    label: { type: String },
    moreBefore: { state: true },
    moreAfter: { state: true },
  };

  static override styles = css`
    :host {
      position: relative;
      display: block;
      min-width: 0;
    }
    .box {
      overflow-x: auto;
    }
    .box:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    .edge {
      position: absolute;
      inset-block: 0;
      z-index: 2;
      width: 26px;
      pointer-events: none;
    }
    .before {
      inset-inline-start: 0;
      border-inline-start: 1px solid var(--rule-strong);
      background: linear-gradient(to right, var(--edge), transparent);
    }
    .after {
      inset-inline-end: 0;
      border-inline-end: 1px solid var(--rule-strong);
      background: linear-gradient(to left, var(--edge), transparent);
    }
  `;

  /** What the box holds, for those who hear it. */
  declare label: string;
  declare private moreBefore: boolean;
  declare private moreAfter: boolean;

  private readonly watcher = new ResizeObserver(() => {
    this.measure();
  });

  constructor() {
    super();
    this.label = '';
    this.moreBefore = false;
    this.moreAfter = false;
  }

  override disconnectedCallback(): void {
    this.watcher.disconnect();
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch();
  }

  protected override firstUpdated(): void {
    this.watch();
  }

  protected override render(): TemplateResult {
    const isWider = this.moreBefore || this.moreAfter;
    return html`<div
        class="box"
        tabindex=${isWider ? 0 : nothing}
        role=${isWider ? 'region' : nothing}
        aria-label=${isWider && this.label !== '' ? this.label : nothing}
        @scroll=${this.measure}
      >
        <slot @slotchange=${this.watch}></slot>
      </div>
      ${this.moreBefore ? html`<span class="edge before"></span>` : nothing}
      ${this.moreAfter ? html`<span class="edge after"></span>` : nothing}`;
  }

  private readonly watch = (): void => {
    this.watcher.disconnect();
    const box = this.box();
    if (box === null) return;
    this.watcher.observe(box);
    for (const child of this.children) this.watcher.observe(child);
    this.aim(box);
  };

  private readonly measure = (): void => {
    const box = this.box();
    if (box === null) return;
    this.moreBefore = box.scrollLeft > 1;
    this.moreAfter = box.scrollLeft + box.clientWidth < box.scrollWidth - 1;
  };

  /** What a box is there to show, marked by `data-aim`, is in sight from the start. */
  private aim(box: HTMLElement): void {
    const aim = this.querySelector('[data-aim]')?.getBoundingClientRect();
    if (aim === undefined) return;
    const beyond = aim.right - box.getBoundingClientRect().right;
    if (beyond > 0) box.scrollLeft += beyond + 1;
  }

  private box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.box');
  }
}

customElements.define('bench-scroll', ScrollBox);

declare global {
  interface HTMLElementTagNameMap {
    'bench-scroll': ScrollBox;
  }
}
