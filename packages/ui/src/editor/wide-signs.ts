import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

/** Runs of signs that a Chinese font draws one em wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]+/gu;

const decorator = new MatchDecorator({ regexp: WIDE, decoration: Decoration.mark({ class: 'cm-wide' }) });

/**
 * Gives Chinese signs the width of two Latin ones, whatever fonts the machine has: the columns of a table, which count
 * them so, then stand under each other.
 */
export const wideSigns = [
  ViewPlugin.fromClass(
    class {
      signs: DecorationSet;

      constructor(view: EditorView) {
        this.signs = decorator.createDeco(view);
      }

      update(update: ViewUpdate): void {
        this.signs = decorator.updateDeco(update, this.signs);
      }
    },
    { decorations: (plugin) => plugin.signs },
  ),
  EditorView.theme({ '.cm-wide': { letterSpacing: 'calc(2ch - 1em)' } }),
];
