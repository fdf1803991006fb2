import { hintsIn, type Hint } from '@benchbook/dsl';
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { analysisOf, reading } from './reading.js';

/** A value of the last run at the end of the line it belongs to. */
class Inlay extends WidgetType {
  constructor(private readonly text: string) {
    super();
  }

  override eq(other: Inlay): boolean {
    return other.text === this.text;
  }

  toDOM(): HTMLElement {
    const span = document.createElement('span');
    span.className = 'cm-inlay';
    span.textContent = this.text;
    return span;
  }
}

function drawn(view: EditorView): DecorationSet {
  const analysis = analysisOf(view.state);
  const widget = ({ offset, text }: Hint) => Decoration.widget({ widget: new Inlay(text), side: 1 }).range(offset);
  const last = view.state.doc.length;
  const hints = view.visibleRanges.flatMap(({ from, to }) => hintsIn(analysis, { start: from, end: to }));
  return Decoration.set(hints.filter(({ offset }) => offset <= last).map(widget), true);
}

/** What the last run found, beside the text it was found by: means, sizes, what each row of a table decides. */
export const inlays = [
  ViewPlugin.fromClass(
    class {
      hints: DecorationSet;

      constructor(view: EditorView) {
        this.hints = drawn(view);
      }

      update(update: ViewUpdate): void {
        const isOther = update.startState.facet(reading) !== update.state.facet(reading);
        if (update.docChanged || update.viewportChanged || isOther) this.hints = drawn(update.view);
      }
    },
    { decorations: (plugin) => plugin.hints },
  ),
  EditorView.theme({
    '.cm-inlay': {
      marginInlineStart: '2ch',
      padding: '0 6px',
      fontFamily: 'var(--sans)',
      fontSize: '11.5px',
      color: 'var(--ink-3)',
      backgroundColor: 'var(--sunken)',
      borderRadius: 'var(--radius)',
      userSelect: 'none',
    },
  }),
];
