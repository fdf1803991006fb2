import type { NameUse } from '../check/uses.js';
import { RESERVED } from '../syntax/nouns.js';
import { fileOf, placeOf, sliceOf } from '../text/files.js';
import type { Span } from '../text/span.js';
import { isOwn, locationOf } from './analysis.js';
import type { Analysis, Location } from './analysis.js';
import { JUDGEMENT_HELP } from './functions.js';
import { words } from './words.js';

/** What a rename changes, in every file of the program, or a sentence that says why it is refused. */
export type Renaming =
  | { readonly edits: readonly (Location & { readonly replacement: string })[]; readonly refused: null }
  | { readonly edits: null; readonly refused: string };

const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}][\p{L}\p{N}_]*)*$/u;

/** The name that can be renamed at an offset; null where none stands, and on a word of the language. */
export function renameableAt(analysis: Analysis, offset: number): Span | null {
  const use = analysis.names.at(offset);
  return use && analysis.names.definition(use.means) ? use.span : null;
}

/** Gives the thing under the cursor another name wherever it is named. */
export function renameAt(analysis: Analysis, offset: number, name: string): Renaming {
  const refuse = (refused: string): Renaming => ({ edits: null, refused });
  const told = words(analysis);
  const use = analysis.names.at(offset);
  if (use === null) return refuse(told.nothingHere);
  if (analysis.names.definition(use.means) === null) return refuse(told.notYours(use.means.name));
  const wrong = unfit(analysis, use, name) ?? clash(analysis, use, name);
  if (wrong !== null) return refuse(wrong);
  const edits = analysis.names.of(use.means).map(({ span, means }) => ({
    ...locationOf(analysis, span),
    replacement: means.kind === 'label' && !NAME.test(name) && !standsAlone(analysis, span) ? `"${name}"` : name,
  }));
  return { edits, refused: null };
}

/** What is wrong with a word as a name. Labels, terms and titles are texts, and may hold more than a name. */
function unfit(analysis: Analysis, { means: { kind } }: NameUse, name: string): string | null {
  const told = words(analysis);
  const isText = kind === 'label' || kind === 'term' || kind === 'test';
  if (isText) return /^\s|\s$|["“”＂|｜\n{}\\]|^$/.test(name) ? told.notAName(name) : null;
  if (!NAME.test(name)) return told.notAName(name);
  return RESERVED.has(name) || Object.hasOwn(JUDGEMENT_HELP, name) ? told.reserved(name) : null;
}

/** Something else that has the name already. */
function clash(analysis: Analysis, { means }: NameUse, name: string): string | null {
  const folded = name.toLowerCase();
  const taken = analysis.names.all.find(
    (use) =>
      use.defines &&
      use.means.name.toLowerCase() === folded &&
      analysis.names.definition(means)?.span.start !== use.span.start &&
      sameRoom(use.means, means),
  );
  if (taken === undefined) return null;
  const { file, line } = placeOf(analysis.program.files, taken.span);
  const noun = words(analysis).noun(taken.means.kind);
  return words(analysis).taken(name, noun, isOwn(analysis, taken.span) ? String(line) : `${file}:${line}`);
}

/** Whether two things may not share a name: declarations among each other and with columns; parts of one owner. */
function sameRoom(a: NameUse['means'], b: NameUse['means']): boolean {
  if (a.kind === 'test' || b.kind === 'test') return a.kind === b.kind;
  const inner = (kind: string): boolean => kind === 'label' || kind === 'term';
  if (inner(a.kind) || inner(b.kind)) return a.kind === b.kind && a.owner === b.owner;
  return a.owner === null || b.owner === null || a.owner === b.owner;
}

/** In quotes, or alone in a cell: there a label needs no quotes of its own. */
function standsAlone({ program }: Analysis, { start, end }: Span): boolean {
  const file = fileOf(program.files, { start });
  const before = sliceOf(file, { start: Math.max(file.base, start - 80), end: start }).trimEnd();
  const after = sliceOf(file, { start: end, end: end + 80 }).trimStart();
  return /["“”＂]$/.test(before) || (/[|｜]$/.test(before) && /^(?:[|｜]|$)/.test(after));
}
