import { signatureAt, type Signature } from '@benchbook/dsl';
import { StateField, type EditorState } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import { analysisOf } from './reading.js';

/** How the function is called that is being typed, with the argument at hand marked. */
export const signature = [
  StateField.define<Tooltip | null>({
    create: () => null,
    update: (before, transaction) => {
      if (transaction.docChanged) return tooltip(transaction.state);
      // Moving about in a call that is open keeps it up to date; it is not opened by that alone.
      return before !== null && transaction.selection ? tooltip(transaction.state) : before;
    },
    provide: (field) => showTooltip.from(field),
  }),
  EditorView.theme({
    '.cm-signature': { padding: '4px 10px', fontFamily: 'var(--mono)', fontSize: '12.5px', maxWidth: '60ch' },
    '.cm-signature b': { color: 'var(--accent)' },
    '.cm-signature p': { margin: '2px 0 0', fontFamily: 'var(--sans)', color: 'var(--ink-2)' },
  }),
];

function tooltip(state: EditorState): Tooltip | null {
  const { head } = state.selection.main;
  const found = signatureAt(analysisOf(state), head);
  return found && { pos: head, above: true, create: () => ({ dom: drawn(found) }) };
}

function drawn({ name, parameters, active, doc }: Signature): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cm-signature';
  element.append(`${name}(`);
  for (const [index, parameter] of parameters.entries()) {
    const part = document.createElement(index === active ? 'b' : 'span');
    part.textContent = parameter;
    element.append(index === 0 ? '' : ', ', part);
  }
  element.append(')');
  if (doc !== null) {
    const said = document.createElement('p');
    said.textContent = doc;
    element.append(said);
  }
  return element;
}
