import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { theme } from './theme.js';

export interface MergeEditor {
  /** The reader's text, with what has been taken over. */
  text(): string;
  close(): void;
}

/** Two texts beside each other, their differences marked; the first can be edited and takes over pieces of the second. */
export function mergeEditor(
  parent: HTMLElement,
  texts: { readonly mine: string; readonly theirs: string },
): MergeEditor {
  const root = parent.attachShadow({ mode: 'open' });
  const common = [lineNumbers(), theme];
  const view = new MergeView({
    a: { doc: texts.mine, extensions: [...common, history(), keymap.of([...defaultKeymap, ...historyKeymap])] },
    b: { doc: texts.theirs, extensions: [...common, EditorState.readOnly.of(true), EditorView.editable.of(false)] },
    parent: root,
    root,
    revertControls: 'b-to-a',
    collapseUnchanged: { margin: 3, minSize: 6 },
  });
  return {
    text: () => view.a.state.doc.toString().replaceAll('\n', texts.mine.includes('\r\n') ? '\r\n' : '\n'),
    close: () => {
      view.destroy();
    },
  };
}
