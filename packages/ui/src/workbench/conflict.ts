import { html, type TemplateResult } from 'lit';
import type { Words } from '../language/language.js';
import type { TextCompare } from './text-compare.js';
import './text-compare.js';
import type { Store } from './store.js';

interface Conflict {
  readonly mine: string;
  readonly theirs: string;
  readonly store: Store;
  readonly words: Words;
}

/** Both the reader's text and another one that has come to stand on disk, and the three ways on. */
export function conflict({ mine, theirs, store, words }: Conflict): TemplateResult {
  const compare = (event: Event): void => {
    const dialog = (event.currentTarget as HTMLElement).parentElement?.querySelector<TextCompare>('bench-compare');
    dialog?.open();
  };
  return html`<div class="conflict" role="alert">
    <p><b>${words.changedOnDisk}</b> ${words.changedOnDiskHint}</p>
    <button type="button" @click=${compare}>${words.compareTexts}</button>
    <button
      type="button"
      @click=${() => {
        store.editing.keepMine(mine);
      }}
    >
      ${words.keepMine}
    </button>
    <button
      type="button"
      @click=${() => {
        store.editing.takeTheirs();
      }}
    >
      ${words.takeTheirs}
    </button>
    <bench-compare
      .mine=${mine}
      .theirs=${theirs}
      .words=${words}
      @bench-merged=${(event: CustomEvent<string>) => {
        store.editing.keepMine(event.detail);
      }}
    ></bench-compare>
  </div>`;
}
