import { html, type TemplateResult } from 'lit';
import type { State } from '@benchbook/engine/results';
import { levelStop } from '../charts/palette.js';
import type { Words } from '../language/language.js';

/** A label of a level: a square in the level's colour and the label as text. */
export function levelChip(label: string | null, order: readonly string[], words: Words): TemplateResult {
  const stop = levelStop(label === null ? -1 : order.indexOf(label), order.length);
  return html`<span class="chip level-${stop}">${label ?? words.unknown}</span>`;
}

/** A message with what it quotes between backticks as code. */
export function withCode(message: string): readonly (TemplateResult | string)[] {
  return message.split(/`([^`]+)`/u).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** The code of a message, which leads to its page in the documentation. */
export function codeLink(code: string): TemplateResult {
  return html`<a class="code-link" href="docs/diagnostics/${code}.md" target="_blank" rel="noopener"
    ><code>${code}</code></a
  >`;
}

const SHAPES: Readonly<Record<State, string>> = {
  passed: 'M3 8.5 6.5 12 13 4.5',
  failed: 'M4 4 12 12 M12 4 4 12',
  unknown: 'M8 2.5 13.5 8 8 13.5 2.5 8z',
  'not judged': 'M4 8 H12',
};

/** How a metric was judged, told by shape and by colour: a tick, a cross, a diamond, a dash. */
export function stateMark(state: State, words: Words): TemplateResult {
  return html`<svg
    class="mark ${state.replace(' ', '-')}"
    viewBox="0 0 16 16"
    width="14"
    height="14"
    role="img"
    aria-label=${words.states[state]}
  >
    <path d=${SHAPES[state]} />
  </svg>`;
}
