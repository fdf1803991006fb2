import { analyse, baseOf, link, parse, type Analysis, type DataFacts, type Tree } from '@benchbook/dsl';
import { Facet, type EditorState, type Text } from '@codemirror/state';
import type { Language } from '../language/language.js';

export interface UsedText {
  readonly file: string;
  readonly text: string;
}

/** What the language service has to know beside the text. */
export interface Reading {
  readonly file: string;
  /** Every file that is read as part of the rulebook, as they stand on disk. */
  readonly files: readonly UsedText[];
  /** The language the reader is spoken to in. */
  readonly language: Language;
  /** What the last run found in the data; null: nothing is known. */
  readonly facts: DataFacts | null;
}

const UNKNOWN: Reading = { file: '', files: [], language: 'en', facts: null };

/** Set from outside; whatever asks the service reads it here. */
export const reading = Facet.define<Reading, Reading>({ combine: ([last]) => last ?? UNKNOWN });

/** What was read last: after an edit, only the declarations that it touched are read again. */
const latest = new WeakMap<Reading, Tree>();

const known = new WeakMap<Text, { readonly by: Reading; readonly analysis: Analysis }>();

/** What the language service makes of the text as it stands: worked out once a text, when it is first asked for. */
export function analysisOf(state: EditorState): Analysis {
  const by = state.facet(reading);
  const found = known.get(state.doc);
  if (found?.by === by) return found.analysis;
  const before = latest.get(by);
  const tree = parse(by.file, state.doc.toString(), before && { before });
  latest.set(by, tree);
  const program = link(tree, usedTrees(by));
  const analysis = analyse(program, { facts: by.facts, language: by.language });
  known.set(state.doc, { by, analysis });
  return analysis;
}

const used = new WeakMap<Reading, ReadonlyMap<string, Tree>>();

/** The other files, read once: they do not change while this one is typed in. */
function usedTrees(by: Reading): ReadonlyMap<string, Tree> {
  const read = used.get(by);
  if (read !== undefined) return read;
  const others = by.files.filter(({ file }) => file !== by.file);
  const trees = new Map(others.map(({ file, text }, index) => [file, parse(file, text, { base: baseOf(index + 1) })]));
  used.set(by, trees);
  return trees;
}
