import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Language, Words } from '../language/language.js';
import { actions } from './actions.js';
import { colours } from './colours.js';
import { completion } from './completion.js';
import { folding } from './folding.js';
import { formatting } from './formatting.js';
import { hover } from './hover.js';
import { inlays } from './inlays.js';
import { lineMarks } from './line-marks.js';
import { navigation } from './navigation.js';
import { phrases } from './phrases.js';
import { problems } from './problems.js';
import { rename } from './rename.js';
import { signature } from './signature.js';
import { speech } from './speech.js';
import { theme } from './theme.js';
import { wideSigns } from './wide-signs.js';

/** What the editor asks of whoever holds it. */
export interface Host {
  /** Writes the text to its file. */
  save(): void;
}

/** What the editor is, whatever it is told later. */
export function base(host: Host): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    dropCursor(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(2),
    colours,
    problems,
    completion,
    hover,
    signature,
    inlays,
    rename,
    actions,
    folding,
    formatting,
    navigation,
    lineMarks,
    wideSigns,
    theme,
    keymap.of([
      {
        key: 'Mod-s',
        preventDefault: true,
        run: () => {
          host.save();
          return true;
        },
      },
      // Tab moves on to the next control, as everywhere on the page; these indent.
      { key: 'Mod-]', run: indentMore },
      { key: 'Mod-[', run: indentLess },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...searchKeymap,
    ]),
  ];
}

/** The words of the editor in the reader's language. */
export function spoken(language: Language, words: Words): Extension {
  return [
    phrases(language),
    speech.of(words),
    EditorView.contentAttributes.of({ 'aria-label': words.rulebook, translate: 'no', spellcheck: 'false' }),
  ];
}
