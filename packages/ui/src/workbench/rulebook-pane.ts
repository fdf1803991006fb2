import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { WorkbenchState } from '@benchbook/engine/results';
import { shortName } from '../elements/line-link.js';
import type * as editor from '../editor/code-editor.js';
import type { Language, Words } from '../language/language.js';
import { conflict } from './conflict.js';
import { keep, kept } from './preferences.js';
import type { Store, View } from './store.js';

/** The rulebook: its text in an editor, how that stands to the file on disk, and what to do about it. */
export class RulebookPane extends LitElement {
  static override properties = {
    store: { attribute: false },
    view: { attribute: false },
    state: { attribute: false },
    cited: { attribute: false },
    words: { attribute: false },
    language: { attribute: false },
    isLoaded: { state: true },
    formats: { state: true },
  };

  declare store: Store;
  declare view: View;
  declare state: WorkbenchState;
  /** Lines of the rulebook that the open explanation rests on. */
  declare cited: ReadonlySet<number>;
  declare words: Words;
  declare language: Language;
  declare private isLoaded: boolean;
  /** Whether a save lays the text out first. */
  declare private formats: boolean;

  constructor() {
    super();
    this.isLoaded = false;
    this.formats = kept(FORMATS) !== 'no';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadEditor().then(() => {
      this.isLoaded = true;
      this.store.wantFacts();
    });
  }

  /** A file that the rulebook uses, when it is that one which is shown. */
  private get used(): WorkbenchState['files'][number] | null {
    // The first one is the rulebook itself, whatever it is called from where the server was started.
    return this.state.files.slice(1).find(({ file }) => file === this.view.shownFile) ?? null;
  }

  protected override render(): TemplateResult {
    const { words, used } = this;
    const { rulebook, files } = this.state;
    const isEditable = used === null && rulebook.editable;
    return html`<div class="rulebook-head">
        <h2 id="rulebook-title">${words.rulebook} <span class="unit">${shortName(rulebook.file)}</span></h2>
        ${isEditable ? this.tools() : html`<p class="quiet">${words.readOnly}</p>`}
      </div>
      ${files.length > 1 ? this.tabs() : nothing} ${this.notice()}
      ${this.isLoaded ? this.editor(isEditable) : html`<pre class="unloaded" tabindex="0" translate="no">${this.text}</pre>`}`;
  }

  private get text(): string {
    return this.used?.text ?? this.store.editing.text;
  }

  private editor(isEditable: boolean): TemplateResult {
    const { used, view, store } = this;
    const { files, rulebook } = this.state;
    const isElsewhere = files.slice(1).some(({ file }) => file === view.line?.file);
    return html`<bench-editor
      .file=${used?.file ?? files[0]?.file ?? rulebook.file}
      .text=${this.text}
      .files=${files}
      .facts=${view.facts}
      .editable=${isEditable}
      .formats=${this.formats}
      .cited=${used === null ? this.cited : NO_LINES}
      .line=${(used !== null) === isElsewhere ? view.line : null}
      .language=${this.language}
      .words=${this.words}
      @bench-edit=${(event: editor.EditEvent) => {
        store.editing.edit(event.text);
      }}
      @bench-save=${() => void store.editing.save()}
    ></bench-editor>`;
  }

  /** One for each file that is read as part of the rulebook. */
  private tabs(): TemplateResult {
    const shown = this.used ?? this.state.files[0];
    return html`<div class="files" role="group" aria-label=${this.words.files}>
      ${this.state.files.map(
        (each) =>
          html`<button
            type="button"
            title=${each.file}
            aria-pressed=${each === shown}
            @click=${() => {
              this.store.showFile(each.file);
            }}
          >
            ${shortName(each.file)}
          </button>`,
      )}
    </div>`;
  }

  private tools(): TemplateResult {
    const { words } = this;
    const { draft, isSaving, theirs } = this.view.edited;
    const status = draft === null ? words.asOnDisk : words.unsaved;
    return html`<p class="status ${draft === null ? '' : 'unsaved'}" role="status">
        ${isSaving ? words.saving : status}
      </p>
      <label class="formats" title=${words.formatsHint}
        ><input type="checkbox" .checked=${this.formats} @change=${this.setFormats} /> ${words.formats}</label
      >
      <button
        type="button"
        class="save"
        ?disabled=${draft === null || isSaving || theirs !== null}
        title=${words.saveHint}
        @click=${this.save}
      >
        ${words.save}
      </button>`;
  }

  /** By way of the editor, which lays the text out first; before that has come, as it is. */
  private readonly save = (): void => {
    const editor = this.querySelector<editor.CodeEditor>('bench-editor');
    if (editor === null) void this.store.editing.save();
    else editor.save();
  };

  private readonly setFormats = (event: Event): void => {
    this.formats = (event.target as HTMLInputElement).checked;
    keep(FORMATS, this.formats ? 'yes' : 'no');
  };

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

const FORMATS = 'benchbook.format';

const NO_LINES: ReadonlySet<number> = new Set();

let loading: Promise<typeof editor> | null = null;

/** The editor comes when it is first looked at: it is larger than all the rest of the page. */
function loadEditor(): Promise<typeof editor> {
  loading ??= import('../editor/code-editor.js');
  return loading;
}
