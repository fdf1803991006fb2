import { definitionAt, highlightsAt, locationOf, placeOf, referencesAt, type Span } from '@benchbook/dsl';
import { EditorSelection } from '@codemirror/state';
import { Decoration, EditorView, keymap, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { ShowLineEvent } from '../elements/line-link.js';
import { analysisOf } from './reading.js';

/** Whether a place lies in the text shown, and not in another file of the rulebook. */
const isHere = (view: EditorView, { end }: Span): boolean => end <= view.state.doc.length;

/** To where the thing under the cursor is declared. */
export function goToDefinition(view: EditorView, offset = view.state.selection.main.head): boolean {
  const analysis = analysisOf(view.state);
  const found = definitionAt(analysis, offset);
  if (found === null) return false;
  const { file } = locationOf(analysis, found.name);
  if (file !== analysis.tree.file) {
    view.dom.dispatchEvent(new ShowLineEvent(file, placeOf(analysis.program.files, found.name).line));
    return true;
  }
  view.dispatch({
    selection: EditorSelection.range(found.name.start, found.name.end),
    effects: EditorView.scrollIntoView(found.name.start, { y: 'center' }),
  });
  return true;
}

/** To the next place that names what is under the cursor, round and round. */
function goToNextUse(view: EditorView, step: 1 | -1): boolean {
  const { head } = view.state.selection.main;
  const places = referencesAt(analysisOf(view.state), head).filter((span) => isHere(view, span));
  const here = places.findIndex(({ start, end }) => start <= head && head <= end);
  const next = places[(here + step + places.length) % places.length];
  if (here < 0 || next === undefined) return false;
  view.dispatch({
    selection: EditorSelection.cursor(next.start),
    effects: EditorView.scrollIntoView(next.start, { y: 'center' }),
  });
  return true;
}

const used = Decoration.mark({ class: 'cm-used' });

/** The other places that name what is under the cursor. */
function usesOf(view: EditorView): DecorationSet {
  const { main } = view.state.selection;
  if (!main.empty) return Decoration.none;
  const places = highlightsAt(analysisOf(view.state), main.head).filter(({ span }) => isHere(view, span));
  return Decoration.set(
    places.map(({ span }) => used.range(span.start, span.end)),
    true,
  );
}

export const navigation = [
  keymap.of([
    { key: 'F12', run: (view) => goToDefinition(view) },
    { key: 'Shift-F12', run: (view) => goToNextUse(view, 1) },
    { key: 'Alt-Shift-F12', run: (view) => goToNextUse(view, -1) },
  ]),
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
      return offset !== null && goToDefinition(view, offset);
    },
  }),
  ViewPlugin.fromClass(
    class {
      uses: DecorationSet;

      constructor(view: EditorView) {
        this.uses = usesOf(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.selectionSet) this.uses = usesOf(update.view);
      }
    },
    { decorations: (plugin) => plugin.uses },
  ),
  EditorView.theme({ '.cm-used': { backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)' } }),
];
