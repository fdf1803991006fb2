import { formatEdits } from '@benchbook/dsl';
import { keymap, type EditorView } from '@codemirror/view';
import { analysisOf } from './reading.js';

/** Lays the text out in its one canonical form, by the smallest changes; what cannot be read stays as it is. */
export function formatText(view: EditorView): boolean {
  if (view.state.readOnly) return false;
  const edits = formatEdits(analysisOf(view.state).tree);
  if (edits.length > 0)
    view.dispatch({
      changes: edits.map(({ span, replacement }) => ({ from: span.start, to: span.end, insert: replacement })),
      userEvent: 'input.format',
    });
  return true;
}

export const formatting = keymap.of([{ key: 'Shift-Alt-f', run: formatText }]);
