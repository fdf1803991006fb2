import { styleFindings, type Finding } from '@benchbook/dsl';
import { StateEffect, StateField, type ChangeDesc, type EditorState, type Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import { analysisOf, reading } from './reading.js';

/** A pause in typing after which the rules of style look at the text: a keystroke does not wait for them. */
const PAUSE_MS = 400;

export const restyled = StateEffect.define<readonly Finding[]>();

const given = StateField.define<readonly Finding[]>({
  create: () => [],
  update: (before, transaction) => {
    const effect = transaction.effects.find((one) => one.is(restyled));
    if (effect !== undefined) return effect.value;
    return transaction.docChanged ? before.flatMap((one) => moved(one, transaction.changes)) : before;
  },
});

/** What was found in a text that has changed since: it stays with its place, but its repair was made for what stood there. */
function moved(found: Finding, changes: ChangeDesc): Finding[] {
  if (changes.touchesRange(found.span.start, found.span.end) !== false) return [];
  const span = { start: changes.mapPos(found.span.start, 1), end: changes.mapPos(found.span.end, -1) };
  return [{ ...found, span, fix: null }];
}

class StyleWatch {
  private waiting: ReturnType<typeof setTimeout>;

  constructor(private readonly view: EditorView) {
    this.waiting = this.later();
  }

  update({ docChanged, startState, state }: ViewUpdate): void {
    if (!docChanged && startState.facet(reading) === state.facet(reading)) return;
    clearTimeout(this.waiting);
    this.waiting = this.later();
  }

  destroy(): void {
    clearTimeout(this.waiting);
  }

  private later(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const found = styleFindings(analysisOf(this.view.state));
      if (found.length + styleIn(this.view.state).length > 0) this.view.dispatch({ effects: restyled.of(found) });
    }, PAUSE_MS);
  }
}

/** What the rules of style say of the text, as of the last pause. */
export const styleIn = (state: EditorState): readonly Finding[] => state.field(given);

export const styleWatch: Extension = [given, ViewPlugin.fromClass(StyleWatch)];
