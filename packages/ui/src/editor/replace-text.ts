import type { EditorView } from '@codemirror/view';
import { Transaction } from '@codemirror/state';

/**
 * Puts another text in the place of the one shown, changing only what differs, so that cursor, folds and scroll stay.
 *
 * @param undoable whether the reader may go back to the text before
 */
export function replaceText(view: EditorView, text: string, undoable: boolean): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const { from, to, insert } = difference(before, text);
  view.dispatch({
    changes: { from, to, insert },
    annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(undoable)],
  });
}

/** The one change that turns a text into another: what lies between the beginning and the end they share. */
export function difference(before: string, after: string): { from: number; to: number; insert: string } {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
