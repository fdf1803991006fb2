import { actionsAt, type CodeAction } from '@benchbook/dsl';
import { StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { analysisOf } from './reading.js';
import { speech } from './speech.js';

const show = StateEffect.define<Tooltip | null>();

const menu = StateField.define<Tooltip | null>({
  create: () => null,
  update: (before, transaction) => {
    const effect = transaction.effects.find((one) => one.is(show));
    if (effect !== undefined) return effect.value;
    return transaction.docChanged || transaction.selection ? null : before;
  },
  provide: (field) => showTooltip.from(field),
});

/** Ctrl+. offers what can be done about the place at hand: repairs, a name for a number, a missing row, a test. */
export const actions = [
  menu,
  keymap.of([{ key: 'Mod-.', run: open }]),
  EditorView.theme({
    '.cm-actions': { display: 'flex', flexDirection: 'column', padding: '4px', fontFamily: 'var(--sans)' },
    '.cm-actions button': {
      font: 'inherit',
      fontSize: '13px',
      textAlign: 'start',
      padding: '4px 10px',
      border: 'none',
      background: 'none',
      color: 'var(--ink)',
      cursor: 'pointer',
    },
    '.cm-actions button:hover, .cm-actions button:focus-visible': {
      background: 'var(--accent)',
      color: 'var(--surface)',
      outline: 'none',
    },
    '.cm-actions p': { margin: '0', padding: '4px 10px', color: 'var(--ink-3)' },
  }),
];

function open(view: EditorView): boolean {
  const { from, to, head } = view.state.selection.main;
  const offered = actionsAt(analysisOf(view.state), { start: from, end: to });
  const tooltip: Tooltip = {
    pos: head,
    create: () => {
      const dom = list(view, offered);
      return { dom, mount: () => dom.querySelector('button')?.focus() };
    },
  };
  view.dispatch({ effects: show.of(tooltip) });
  return true;
}

function list(view: EditorView, offered: readonly CodeAction[]): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cm-actions';
  dom.setAttribute('role', 'menu');
  const close = (): void => {
    view.dispatch({ effects: show.of(null) });
    view.focus();
  };
  for (const action of offered) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('role', 'menuitem');
    button.textContent = action.title.replaceAll('`', '');
    button.addEventListener('click', () => {
      const changes = action.edits.map(({ span, replacement }) => ({
        from: span.start,
        to: span.end,
        insert: replacement,
      }));
      view.dispatch({ changes, userEvent: 'input.action' });
      close();
    });
    dom.append(button);
  }
  if (offered.length === 0) {
    const none = document.createElement('p');
    none.textContent = view.state.facet(speech).nothingToDo;
    dom.append(none);
  }
  dom.addEventListener('keydown', (event) => {
    const buttons = [...dom.querySelectorAll('button')];
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) buttons[(here + step + buttons.length) % buttons.length]?.focus();
    else if (event.key !== 'Escape') return;
    else close();
    event.preventDefault();
    event.stopPropagation();
  });
  return dom;
}
