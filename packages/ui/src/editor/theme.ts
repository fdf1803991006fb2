import { EditorView } from '@codemirror/view';

/** The editor in the page's own colours, which follow light and dark by themselves. */
export const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '12.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overscrollBehavior: 'contain' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 16px 0 6px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 24%, var(--surface))',
  },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px 0 14px', minWidth: '3.2em' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 5%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-matchingBracket': { outline: '1px solid var(--rule-strong)', backgroundColor: 'transparent' },
  '.cm-foldPlaceholder': {
    background: 'var(--sunken)',
    border: '1px solid var(--rule)',
    color: 'var(--ink-3)',
    padding: '0 6px',
  },
  '.cm-cited': { backgroundColor: 'var(--accent-soft)' },
  '.cm-shown': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, var(--surface))',
    boxShadow: 'inset 4px 0 var(--accent)',
  },

  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--danger) 1px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--level-2) 1px' },
  '.cm-lintRange-info, .cm-lintRange-hint': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--ink-3) 1px',
  },
  // Drawn here: the pictures CodeMirror brings are data: addresses, which the page's policy does not load.
  '.cm-lint-marker': { width: '0.7em', height: '0.7em', margin: '0.45em auto 0' },
  '.cm-lint-marker-error': { content: 'normal', background: 'var(--danger)', borderRadius: '50%' },
  '.cm-lint-marker-warning': {
    content: 'normal',
    background: 'var(--level-2)',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
  },
  '.cm-lint-marker-info, .cm-lint-marker-hint': {
    content: 'normal',
    background: 'var(--rule-strong)',
    borderRadius: '1px',
  },
  '.cm-diagnostic': { fontFamily: 'var(--sans)', fontSize: '13px', padding: '6px 10px', maxWidth: '56ch' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--danger)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--level-2)' },
  '.cm-diagnostic-info, .cm-diagnostic-hint': { borderLeft: '3px solid var(--rule-strong)' },
  '.cm-diagnostic p': { margin: '0 0 6px' },
  '.cm-diagnosticSource': { marginRight: '8px', color: 'var(--ink-3)', fontSize: '12px', opacity: '1' },
  '.cm-diagnosticAction': {
    font: 'inherit',
    backgroundColor: 'var(--accent)',
    color: 'var(--surface)',
    borderRadius: 'var(--radius)',
    padding: '2px 8px',
    margin: '4px 6px 0 0',
  },

  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
    borderRadius: 'var(--radius)',
    boxShadow: '0 4px 16px var(--edge)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '12.5px', maxHeight: '16em' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent)', color: 'var(--surface)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--ink-3)', marginLeft: '1em' },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { fontFamily: 'var(--sans)', padding: '6px 10px', maxWidth: '40ch' },

  '.cm-collapsedLines': { background: 'var(--sunken)', color: 'var(--ink-2)', padding: '2px 10px' },
  // The sign CodeMirror would draw there is in few fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },

  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)', fontFamily: 'var(--sans)', fontSize: '13px' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--rule)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel input, .cm-panel button': { font: 'inherit', color: 'var(--ink)' },
  '.cm-textfield': { backgroundColor: 'var(--surface)', border: '1px solid var(--rule-strong)' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--surface)', border: '1px solid var(--rule-strong)' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--level-2) 30%, transparent)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--level-2) 60%, transparent)' },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--accent) 12%, transparent)' },
});
