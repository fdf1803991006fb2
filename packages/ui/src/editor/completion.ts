import { completionsAt, type Completion } from '@benchbook/dsl';
import { autocompletion, snippet, type Completion as Option, type CompletionContext } from '@codemirror/autocomplete';
import type { CompletionResult } from '@codemirror/autocomplete';
import { analysisOf } from './reading.js';

/** What may stand at the cursor, names and values seen in the data among it. */
export const completion = autocompletion({ override: [complete], icons: false, activateOnTyping: true });

function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const found = completionsAt(analysisOf(state), pos);
  // Nothing is offered before something is typed, but where it is asked for or a cell has just been begun.
  if (found === null || (!explicit && found.typed === '' && !beginsCell(state.sliceDoc(Math.max(0, pos - 3), pos))))
    return null;
  return {
    from: found.span.start,
    options: found.items.map((item, index) => option(item, -index)),
    validFor: /^[\p{L}\p{N}_-]*$/u,
  };
}

const beginsCell = (before: string): boolean => before.endsWith('| ');

/** @param boost keeps the order of the service among items that fit alike; CodeMirror takes −99 to 99 */
function option(item: Completion, boost: number): Option {
  return {
    label: item.label,
    type: item.kind,
    boost: Math.max(-99, boost),
    apply: item.snippet === null ? item.insert : snippet(item.snippet),
    ...(item.detail === null ? {} : { detail: item.detail }),
    ...(item.doc === null ? {} : { info: item.doc }),
  };
}
