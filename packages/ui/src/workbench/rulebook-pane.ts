import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DiagnosticReport } from '@benchbook/engine/results';
import { shortName } from '../elements/line-link.js';
import { withCode } from '../elements/marks.js';
import { kindOf } from './line-kind.js';
import type { Words } from '../language/language.js';

/**
 * The rulebook as text with numbered lines. Lines are told apart by their first characters alone (comment, documentation, table
 * row, declaration): what they mean is the language's business.
 */
export class RulebookPane extends LitElement {
  static override properties = {
    file: { attribute: false },
    text: { attribute: false },
    diagnostics: { attribute: false },
    cited: { attribute: false },
    line: { attribute: false },
    words: { attribute: false },
  };

  declare file: string;
  declare text: string;
  declare diagnostics: readonly DiagnosticReport[];
  /** Lines the open explanation rests on. */
  declare cited: ReadonlySet<number>;
  declare line: { readonly number: number; readonly asked: number } | null;
  declare words: Words;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const marked = new Map<number, DiagnosticReport[]>();
    for (const diagnostic of this.diagnostics)
      marked.set(diagnostic.line, [...(marked.get(diagnostic.line) ?? []), diagnostic]);
    return html`<h2 id="rulebook-title">${this.words.rulebook} <span class="unit">${shortName(this.file)}</span></h2>
      <p class="quiet">${this.words.readOnly}</p>
      <div class="code" tabindex="0" role="region" aria-labelledby="rulebook-title" translate="no">
        <ol>
          ${this.text.split('\n').map((text, index) => this.textLine(text, index + 1, marked.get(index + 1) ?? []))}
        </ol>
      </div>`;
  }

  private textLine(text: string, number: number, diagnostics: readonly DiagnosticReport[]): TemplateResult {
    const isShown = this.line?.number === number;
    return html`<li
      class="line ${kindOf(text)} ${worstOf(diagnostics)} ${this.cited.has(number) ? 'cited' : ''} ${isShown ? 'shown' : ''}"
      data-line=${number}
      aria-current=${isShown ? 'true' : nothing}
    >
      <span class="number" aria-hidden="true">${number}</span
      ><span class="text">${kindOf(text) === 'declaration' ? declaration(text) : text || ' '}</span
      >${diagnostics.map((diagnostic) => html`<span class="message ${diagnostic.severity}">${withCode(diagnostic.message)}</span>`)}
    </li>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const bad = firstBad(this.diagnostics);
    const wasBad = changed.has('diagnostics') ? firstBad(changed.get('diagnostics') ?? []) : bad;
    if (changed.has('line') && this.line !== null) this.reveal(this.line.number);
    else if (bad !== null && bad !== wasBad) this.reveal(bad);
    else if (changed.has('cited') && this.cited.size > 0) this.reveal(Math.min(...this.cited));
  }

  private reveal(number: number): void {
    const box = this.querySelector<HTMLElement>('.code');
    const line = this.querySelector<HTMLElement>(`[data-line="${String(number)}"]`);
    if (box === null || line === null) return;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    box.scrollTo({ top: line.offsetTop - box.clientHeight / 3, behavior });
  }
}

customElements.define('bench-rulebook', RulebookPane);

/** The line of the first error; null without one. */
function firstBad(diagnostics: readonly DiagnosticReport[]): number | null {
  const lines = diagnostics.filter(({ severity }) => severity === 'error').map(({ line }) => line);
  return lines.length === 0 ? null : Math.min(...lines);
}

function worstOf(diagnostics: readonly DiagnosticReport[]): string {
  if (diagnostics.length === 0) return '';
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? 'has-error' : 'has-warning';
}

/** The noun a declaration starts with stands out. */
function declaration(text: string): TemplateResult {
  const end = text.search(/\s|$/u);
  return html`<b>${text.slice(0, end)}</b>${text.slice(end)}`;
}
