import { findings, type Finding } from '@benchbook/dsl';
import { forceLinting, linter, lintGutter, type Action, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { analysisOf } from './reading.js';
import { inlineCode } from './inline-code.js';
import { restyled, styleIn, styleWatch } from './style.js';

/** What is wrong with the text, where it is wrong, as it is typed; a mechanical repair is a button away. */
export const problems = [
  // Reading a text again takes a few milliseconds, so there is no waiting for the reader to stop typing.
  // One linter only: of several, CodeMirror waits for the slowest. What could be written better comes by itself, at a pause.
  linter(({ state }) => [...findings(analysisOf(state)), ...styleIn(state)].map((found) => shown(found, state)), {
    delay: 0,
    needsRefresh: ({ transactions }) => transactions.some(({ effects }) => effects.some((one) => one.is(restyled))),
  }),
  // At once, and not by a timer: a text and what is wrong with it are drawn in one frame, and not in two.
  EditorView.updateListener.of(({ docChanged, view }) => {
    if (docChanged) queueMicrotask(() => forceLinting(view));
  }),
  styleWatch,
  lintGutter(),
];

function shown(found: Finding, state: EditorState): Diagnostic {
  const last = state.doc.length;
  const from = Math.min(found.span.start, last);
  return {
    from,
    to: Math.min(Math.max(found.span.end, from), last),
    severity: found.severity,
    message: found.hint === null ? found.message : `${found.message} ${found.hint}`,
    renderMessage: () => {
      const said = document.createElement('div');
      said.append(inlineCode('p', found.message));
      if (found.hint !== null) said.append(inlineCode('p', found.hint));
      said.append(pageLink(found));
      return said;
    },
    actions: found.fix === null ? [] : [repair(found.fix)],
  };
}

/** The code of a finding, which leads to its page in the documentation. */
function pageLink({ code, page }: Finding): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'cm-diagnosticSource';
  link.href = page;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = code;
  return link;
}

function repair({ title, edits }: NonNullable<Finding['fix']>): Action {
  return {
    // A button has no type of its own for code.
    name: title.replaceAll('`', ''),
    apply: (view) => {
      view.dispatch({
        changes: edits.map(({ span, replacement }) => ({ from: span.start, to: span.end, insert: replacement })),
        userEvent: 'input.repair',
      });
      view.focus();
    },
  };
}
