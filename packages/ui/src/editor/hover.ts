import { hoverAt, type Hover } from '@benchbook/dsl';
import { EditorView, hoverTooltip } from '@codemirror/view';
import { histogram } from './histogram.js';
import { analysisOf } from './reading.js';

/** What is known of the word under the pointer: its meaning, its type, its value and how the values are spread. */
export const hover = [
  hoverTooltip(
    (view, pos) => {
      const found = hoverAt(analysisOf(view.state), pos);
      if (found === null) return null;
      return { pos: found.span.start, end: found.span.end, above: true, create: () => ({ dom: card(found) }) };
    },
    { hoverTime: 250 },
  ),
  EditorView.theme({
    '.cm-hover-card': { fontFamily: 'var(--sans)', fontSize: '13px', padding: '8px 12px', maxWidth: '46ch' },
    '.cm-hover-card p': { margin: '0 0 4px' },
    '.cm-hover-card .title': { fontFamily: 'var(--mono)', fontSize: '12.5px', fontWeight: '700' },
    '.cm-hover-card .label': { color: 'var(--ink-2)' },
    '.cm-hover-card .doc': { whiteSpace: 'pre-line' },
    '.cm-hover-card dl': {
      display: 'grid',
      gridTemplateColumns: 'auto 1fr',
      gap: '1px 12px',
      margin: '6px 0 0',
      fontSize: '12.5px',
    },
    '.cm-hover-card dt': { color: 'var(--ink-3)' },
    '.cm-hover-card dd': { margin: '0', overflowWrap: 'anywhere' },
    '.cm-hover-card svg': { display: 'block', marginTop: '8px', color: 'var(--bar)' },
  }),
];

function card({ title, label, doc, details, bins }: Hover): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cm-hover-card';
  const paragraph = (className: string, text: string): void => {
    const made = document.createElement('p');
    made.className = className;
    made.textContent = text;
    element.append(made);
  };
  paragraph('title', title);
  if (label !== null) paragraph('label', label);
  if (doc !== null) paragraph('doc', doc);
  if (details.length > 0) {
    const list = document.createElement('dl');
    for (const { name, value } of details) {
      const [term, description] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = name;
      description.textContent = value;
      list.append(term, description);
    }
    element.append(list);
  }
  if (bins.length > 1) element.append(histogram(bins));
  return element;
}
