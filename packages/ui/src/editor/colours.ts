import { tokens, type Token, type TokenKind } from '@benchbook/dsl';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { analysisOf, reading } from './reading.js';

/** How each kind of word is drawn: few colours, each with a meaning of its own. */
const LOOKS: Partial<Record<TokenKind, string>> = {
  comment: 'quiet',
  doc: 'doc',
  noun: 'noun',
  keyword: 'keyword',
  operator: 'quiet',
  bar: 'bar',
  number: 'number',
  text: 'text',
  value: 'text',
  label: 'label',
  header: 'header',
  function: 'keyword',
  judgement: 'keyword',
};

const marks = new Map<string, Decoration>();

/** Every other kind is a name, drawn alike; where it is declared it is bold. */
function markOf({ kind, defines }: Token): Decoration {
  const className = `cm-${LOOKS[kind] ?? 'name'}${defines ? ' cm-defines' : ''}`;
  const known = marks.get(className);
  if (known !== undefined) return known;
  const made = Decoration.mark({ class: className });
  marks.set(className, made);
  return made;
}

function coloured(view: EditorView): DecorationSet {
  const analysis = analysisOf(view.state);
  const ranges = view.visibleRanges.flatMap(({ from, to }) =>
    tokens(analysis, { start: from, end: to }).map((token) => markOf(token).range(token.start, token.end)),
  );
  return Decoration.set(ranges, true);
}

/** Colours that come from the language's own tree: there is no second grammar. */
export const colours = [
  ViewPlugin.fromClass(
    class {
      drawn: DecorationSet;

      constructor(view: EditorView) {
        this.drawn = coloured(view);
      }

      update(update: ViewUpdate): void {
        const isOther = update.startState.facet(reading) !== update.state.facet(reading);
        if (update.docChanged || update.viewportChanged || isOther) this.drawn = coloured(update.view);
      }
    },
    { decorations: (plugin) => plugin.drawn },
  ),
  EditorView.theme({
    '.cm-quiet': { color: 'var(--ink-3)' },
    '.cm-bar': { color: 'var(--rule-strong)' },
    '.cm-doc': { color: 'var(--accent)' },
    '.cm-noun': { color: 'var(--ink)', fontWeight: '700' },
    '.cm-keyword': { color: 'var(--series-2)' },
    '.cm-number': { color: 'var(--series-4)' },
    '.cm-text': { color: 'var(--series-3)' },
    '.cm-label': { color: 'var(--series-3)', fontWeight: '600' },
    '.cm-header': { color: 'var(--ink-2)', fontStyle: 'italic' },
    '.cm-name': { color: 'var(--accent)' },
    '.cm-defines': { fontWeight: '700' },
  }),
];
