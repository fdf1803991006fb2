import { analyse, type Analysis, type DataFacts } from '@benchbook/dsl';
import { Facet, type EditorState, type Text } from '@codemirror/state';
import type { Language } from '../language/language.js';

/** What the language service has to know beside the text. */
export interface Reading {
  readonly file: string;
  /** The language the reader is spoken to in. */
  readonly language: Language;
  /** What the last run found in the data; null: nothing is known. */
  readonly facts: DataFacts | null;
}

const UNKNOWN: Reading = { file: '', language: 'en', facts: null };

/** Set from outside; whatever asks the service reads it here. */
export const reading = Facet.define<Reading, Reading>({ combine: ([last]) => last ?? UNKNOWN });

const known = new WeakMap<Text, { readonly by: Reading; readonly analysis: Analysis }>();

/** What the language service makes of the text as it stands: worked out once a text, when it is first asked for. */
export function analysisOf(state: EditorState): Analysis {
  const by = state.facet(reading);
  const found = known.get(state.doc);
  if (found?.by === by) return found.analysis;
  const analysis = analyse(by.file, state.doc.toString(), { facts: by.facts, language: by.language });
  known.set(state.doc, { by, analysis });
  return analysis;
}
