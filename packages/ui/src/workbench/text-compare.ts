import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type * as mergeEditor from '../editor/merge-editor.js';
import type { Words } from '../language/language.js';

/** Two texts beside each other in a dialog; the left one, the reader's, can be edited and takes over what is on the right. */
export class TextCompare extends LitElement {
  static override properties = {
    mine: { attribute: false },
    theirs: { attribute: false },
    words: { attribute: false },
    isOpen: { state: true },
  };

  declare mine: string;
  declare theirs: string;
  declare words: Words;
  declare private isOpen: boolean;
  private merging: mergeEditor.MergeEditor | null = null;

  constructor() {
    super();
    this.isOpen = false;
  }

  open(): void {
    this.isOpen = true;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { words } = this;
    return html`<dialog class="compare" aria-label=${words.compareTexts} @close=${this.closed}>
      <div class="compare-head">
        <h2>${words.mine}</h2>
        <h2>${words.onDisk}</h2>
      </div>
      <div class="compare-body"></div>
      <div class="compare-foot">
        <button type="button" class="save" @click=${this.keep}>${words.keepMerged}</button>
        <button type="button" @click=${this.cancel}>${words.close}</button>
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    void this.fill(dialog);
  }

  private async fill(dialog: HTMLElement): Promise<void> {
    const { mergeEditor: open } = await import('../editor/merge-editor.js');
    const body = dialog.querySelector<HTMLElement>('.compare-body');
    if (body !== null) this.merging = open(body, { mine: this.mine, theirs: this.theirs });
  }

  private readonly keep = (): void => {
    const detail = this.merging?.text() ?? this.mine;
    this.dispatchEvent(new CustomEvent<string>('bench-merged', { detail }));
    this.cancel();
  };

  private readonly cancel = (): void => {
    this.querySelector('dialog')?.close();
  };

  private readonly closed = (): void => {
    this.merging?.close();
    this.merging = null;
    this.isOpen = false;
  };
}

customElements.define('bench-compare', TextCompare);
