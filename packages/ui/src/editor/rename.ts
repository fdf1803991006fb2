import { renameableAt, renameAt } from '@benchbook/dsl';
import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { keymap, showPanel, type EditorView, type Panel } from '@codemirror/view';
import type { Words } from '../language/language.js';
import { analysisOf } from './reading.js';
import { speech } from './speech.js';

/** The offset of the name that is to be renamed; null closes the panel. */
const ask = StateEffect.define<number | null>();

const asked = StateField.define<number | null>({
  create: () => null,
  update: (before, { effects, changes }) => {
    const effect = effects.find((one) => one.is(ask));
    if (effect !== undefined) return effect.value;
    return before === null ? null : changes.mapPos(before);
  },
  provide: (field) => showPanel.from(field, (offset) => (offset === null ? null : panel)),
});

/** F2 gives the thing under the cursor another name, wherever it is named. */
export const rename = [asked, keymap.of([{ key: 'F2', run: open }])];

function open(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  if (view.state.readOnly || renameableAt(analysisOf(view.state), head) === null) return false;
  view.dispatch({ effects: ask.of(head) });
  return true;
}

function panel(view: EditorView): Panel {
  const words = view.state.facet(speech);
  const form = document.createElement('form');
  form.className = 'cm-rename';
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.className = 'cm-textfield';
  input.value = nameIn(view.state);
  label.append(`${words.renameTo} `, input);
  const button = document.createElement('button');
  button.className = 'cm-button';
  button.textContent = words.rename;
  const refused = document.createElement('span');
  refused.setAttribute('role', 'alert');
  form.append(label, button, refused);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const why = carryOut(view, input.value.trim(), words);
    if (why === null) close(view);
    else refused.textContent = why;
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(view);
  });
  return {
    dom: form,
    top: true,
    mount: () => {
      input.select();
    },
  };
}

function nameIn(state: EditorState): string {
  const span = renameableAt(analysisOf(state), state.field(asked) ?? 0);
  return span === null ? '' : state.sliceDoc(span.start, span.end);
}

/** Why the name cannot be had; null when it has been given. */
function carryOut(view: EditorView, name: string, words: Words): string | null {
  const analysis = analysisOf(view.state);
  const { edits, refused } = renameAt(analysis, view.state.field(asked) ?? 0, name);
  if (edits === null) return refused;
  // Half a rename would break the rulebook: a file that is only read here has to be changed where it is edited.
  const elsewhere = edits.find(({ file }) => file !== analysis.tree.file);
  if (elsewhere !== undefined) return words.namedElsewhere(elsewhere.file);
  view.dispatch({
    changes: edits.map(({ start, end, replacement }) => ({ from: start, to: end, insert: replacement })),
    userEvent: 'input.rename',
  });
  return null;
}

function close(view: EditorView): void {
  view.dispatch({ effects: ask.of(null) });
  view.focus();
}
