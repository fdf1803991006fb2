import { LitElement, css, type PropertyValues } from 'lit';
import type { DataFacts } from '@benchbook/dsl';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Language, Words } from '../language/language.js';
import { formatText } from './formatting.js';
import { markLines, revealLine } from './line-marks.js';
import { reading, type UsedText } from './reading.js';
import { replaceText } from './replace-text.js';
import { base, spoken } from './set-up.js';

/** The reader has changed the text. */
export class EditEvent extends Event {
  static readonly type = 'bench-edit';

  constructor(readonly text: string) {
    super(EditEvent.type, { bubbles: true, composed: true });
  }
}

/** The reader asks for the text to be written to its file. */
export class SaveEvent extends Event {
  static readonly type = 'bench-save';

  constructor() {
    super(SaveEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * A rulebook in an editor. What it says of the text while it is typed comes from the language's own service, in the page.
 * It lives in a shadow root, so that its styles need no exception in the page's content policy.
 */
export class CodeEditor extends LitElement {
  static override properties = {
    file: { attribute: false },
    text: { attribute: false },
    files: { attribute: false },
    facts: { attribute: false },
    editable: { attribute: false },
    formats: { attribute: false },
    cited: { attribute: false },
    line: { attribute: false },
    language: { attribute: false },
    words: { attribute: false },
  };
  static override styles = css`
    :host {
      display: block;
      min-height: 0;
      height: 100%;
      overflow: hidden;
    }
  `;

  declare file: string;
  declare text: string;
  /** Every file that is read as part of the rulebook. */
  declare files: readonly UsedText[];
  /** What the last run found in the data; null: nothing is known. */
  declare facts: DataFacts | null;
  declare editable: boolean;
  /** Whether a save lays the text out first. */
  declare formats: boolean;
  /** Lines the open explanation rests on. */
  declare cited: ReadonlySet<number>;
  declare line: { readonly number: number; readonly asked: number } | null;
  declare language: Language;
  declare words: Words;

  private view: EditorView | null = null;
  private readonly speech = new Compartment();
  private readonly writing = new Compartment();
  private readonly known = new Compartment();
  /** The line ends of the file; the editor itself knows `\n` alone. */
  private newline = '\n';

  override disconnectedCallback(): void {
    this.view?.destroy();
    this.view = null;
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const view = (this.view ??= this.open());
    if (changed.has('text')) this.show(view);
    if (READ_WITH.some((name) => changed.has(name))) view.dispatch({ effects: this.known.reconfigure(this.reading()) });
    if (changed.has('language') || changed.has('words'))
      view.dispatch({ effects: this.speech.reconfigure(spoken(this.language, this.words)) });
    if (changed.has('editable')) view.dispatch({ effects: this.writing.reconfigure(writable(this.editable)) });
    if (changed.has('cited') || changed.has('line'))
      markLines(view, { cited: this.cited, shown: this.line?.number ?? null });
    if (changed.has('line') && this.line !== null) revealLine(view, this.line.number);
    else if (changed.has('cited') && this.cited.size > 0) revealLine(view, Math.min(...this.cited));
  }

  private open(): EditorView {
    const edits = EditorView.updateListener.of((update) => {
      const byReader = update.transactions.some((one) => one.annotation(Transaction.remote) !== true);
      if (update.docChanged && byReader)
        this.dispatchEvent(new EditEvent(update.state.sliceDoc().replaceAll('\n', this.newline)));
    });
    const state = EditorState.create({
      doc: this.text,
      extensions: [
        base({
          save: () => {
            this.save();
          },
        }),
        this.speech.of(spoken(this.language, this.words)),
        this.writing.of(writable(this.editable)),
        this.known.of(this.reading()),
        edits,
      ],
    });
    return new EditorView({ state, parent: this.renderRoot, root: this.renderRoot as ShadowRoot });
  }

  /** Asks for the text to be written to its file, in its canonical form if that is wanted. */
  save(): void {
    if (this.formats && this.view !== null) formatText(this.view);
    this.dispatchEvent(new SaveEvent());
  }

  private reading(): Extension {
    const { file, files, facts, language } = this;
    return reading.of({ file, files, facts, language });
  }

  private show(view: EditorView): void {
    this.newline = this.text.includes('\r\n') ? '\r\n' : '\n';
    replaceText(view, this.text.replaceAll('\r\n', '\n'), true);
  }
}

customElements.define('bench-editor', CodeEditor);

/** What the language service reads the text with. */
const READ_WITH = ['file', 'files', 'facts', 'language'] as const;

const writable = (editable: boolean) => [EditorState.readOnly.of(!editable), EditorView.editable.of(editable)];
