import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { shortName } from '../elements/line-link.js';
import type * as editor from '../editor/code-editor.js';
import type { Language, Words } from '../language/language.js';
import { conflict } from './conflict.js';
import type { Store, View } from './store.js';

type OnDisk = NonNullable<View['state']>['rulebook'];

/** The rulebook: its text in an editor, how that stands to the file on disk, and what to do about it. */
export class RulebookPane extends LitElement {
  static override properties = {
    store: { attribute: false },
    view: { attribute: false },
    onDisk: { attribute: false },
    cited: { attribute: false },
    words: { attribute: false },
    language: { attribute: false },
    isLoaded: { state: true },
  };

  declare store: Store;
  declare view: View;
  declare onDisk: OnDisk;
  /** Lines the open explanation rests on. */
  declare cited: ReadonlySet<number>;
  declare words: Words;
  declare language: Language;
  declare private isLoaded: boolean;

  constructor() {
    super();
    this.isLoaded = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadEditor().then(() => (this.isLoaded = true));
  }

  protected override render(): TemplateResult {
    const { words, onDisk } = this;
    const { editing } = this.store;
    return html`<div class="rulebook-head">
        <h2 id="rulebook-title">${words.rulebook} <span class="unit">${shortName(onDisk.file)}</span></h2>
        ${onDisk.editable ? this.tools() : html`<p class="quiet">${words.readOnly}</p>`}
      </div>
      ${this.notice()}
      ${
        this.isLoaded
          ? html`<bench-editor
              .file=${onDisk.file}
              .text=${editing.text}
              .editable=${onDisk.editable}
              .cited=${this.cited}
              .line=${this.view.line}
              .language=${this.language}
              .words=${words}
              @bench-edit=${(event: editor.EditEvent) => {
                editing.edit(event.text);
              }}
              @bench-save=${() => void editing.save()}
            ></bench-editor>`
          : html`<pre class="unloaded" tabindex="0" translate="no">${editing.text}</pre>`
      }`;
  }

  private tools(): TemplateResult {
    const { words } = this;
    const { draft, isSaving, theirs } = this.view.edited;
    const status = draft === null ? words.asOnDisk : words.unsaved;
    return html`<p class="status ${draft === null ? '' : 'unsaved'}" role="status">
        ${isSaving ? words.saving : status}
      </p>
      <button
        type="button"
        class="save"
        ?disabled=${draft === null || isSaving || theirs !== null}
        title=${words.saveHint}
        @click=${() => void this.store.editing.save()}
      >
        ${words.save}
      </button>`;
  }

  /** What keeps the text from being written, with the way out. */
  private notice(): TemplateResult | typeof nothing {
    const { words, store } = this;
    const { theirs, draft, failure } = this.view.edited;
    if (theirs !== null && draft !== null) return conflict({ mine: draft.text, theirs: theirs.text, store, words });
    if (failure === null) return nothing;
    return html`<p class="failure" role="alert"><b>${words.notSaved}</b> ${failure}</p>`;
  }
}

customElements.define('bench-rulebook', RulebookPane);

let loading: Promise<typeof editor> | null = null;

/** The editor comes when it is first looked at: it is larger than all the rest of the page. */
function loadEditor(): Promise<typeof editor> {
  loading ??= import('../editor/code-editor.js');
  return loading;
}
