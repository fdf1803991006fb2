import { StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** Lines that the page points at, from 1. */
export interface LineMarks {
  /** Those that the open explanation rests on. */
  readonly cited: ReadonlySet<number>;
  /** The one that was asked for. */
  readonly shown: number | null;
}

const setMarks = StateEffect.define<LineMarks>();

const cited = Decoration.line({ class: 'cm-cited' });
const shown = Decoration.line({ class: 'cm-shown', attributes: { 'aria-current': 'true' } });

const marks = StateField.define({
  create: () => Decoration.none,
  update: (before, transaction) => {
    const effect = transaction.effects.find((one) => one.is(setMarks));
    return effect === undefined ? before.map(transaction.changes) : decorations(transaction.state, effect.value);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorations(state: EditorState, { cited: lines, shown: one }: LineMarks) {
  const ranges = (numbers: Iterable<number>, mark: Decoration): Range<Decoration>[] =>
    [...numbers].filter((line) => line <= state.doc.lines).map((line) => mark.range(state.doc.line(line).from));
  return Decoration.set([...ranges(lines, cited), ...ranges(one === null ? [] : [one], shown)], true);
}

/** Marks lines of the text; the marks move with it as it is edited. */
export const lineMarks: Extension = marks;

export function markLines(view: EditorView, wanted: LineMarks): void {
  view.dispatch({ effects: setMarks.of(wanted) });
}

/** Brings a line into sight, a third from above, and puts the cursor there. */
export function revealLine(view: EditorView, number: number): void {
  if (number < 1 || number > view.state.doc.lines) return;
  const { from } = view.state.doc.line(number);
  const yMargin = view.scrollDOM.clientHeight / 3;
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'start', yMargin }) });
}
