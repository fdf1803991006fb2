import { html, type TemplateResult } from 'lit';
import type { Words } from '../language/language.js';

/** Asks the page to show a line of the rulebook; the workbench listens. */
export class ShowLineEvent extends Event {
  static readonly type = 'bench-show-line';
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super(ShowLineEvent.type, { bubbles: true, composed: true });
  }
}

/** A place in the rulebook as a link: `coverage.bench:71`. */
export function lineLink(file: string, line: number, words: Words): TemplateResult {
  const show = (event: Event): void => {
    event.target?.dispatchEvent(new ShowLineEvent(file, line));
  };
  return html`<button type="button" class="line-link" title=${words.goToLine(String(line))} @click=${show}>
    ${words.lineOf(shortName(file), String(line))}
  </button>`;
}

/** The last part of a path: the rest is known from the rulebook pane. */
export function shortName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
