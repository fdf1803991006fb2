import type { MeaningKind } from '../check/uses.js';
import { NOUNS } from '../syntax/nouns.js';
import type { Span } from '../text/span.js';
import { rulesAround } from './analysis.js';
import type { Analysis } from './analysis.js';
import { candidatesFor, itemStart, judgedItems } from './candidates.js';
import { explained, NOUN_HELP, WORD_HELP } from './nouns.js';
import { placeAt } from './place.js';
import type { Place } from './place.js';

/** Something that may stand at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'noun' | 'keyword' | 'value' | 'unit' | 'header' | 'path' | MeaningKind;
  /** Its type, its label, how often it is seen in the data. */
  readonly detail: string | null;
  /** What it is, in a sentence. */
  readonly doc: string | null;
  /** The text to write; where `snippet` is given, an editor that can fill in `${1:name}` writes that instead. */
  readonly insert: string;
  readonly snippet: string | null;
}

export interface Completions {
  /** What a completion takes the place of: what is typed already. */
  readonly span: Span;
  /** What is typed already, by which an editor filters. */
  readonly typed: string;
  /** The likeliest first. */
  readonly items: readonly Completion[];
}

/** What may stand at an offset; null where nothing is to be completed. */
export function completionsAt(analysis: Analysis, offset: number): Completions | null {
  if (rulesAround(analysis, offset) === null) return null;
  const begun = nounBegun(analysis, offset);
  if (begun) return { ...begun, items: nounItems(analysis) };
  const place = placeAt(analysis, offset);
  if (place === null) return null;
  const hole = place.noun === 'level' && place.quoted ? /\{([\p{L}_]*)$/u.exec(place.typed)?.[1] : undefined;
  if (hole !== undefined)
    return { span: { start: offset - hole.length, end: offset }, typed: hole, items: judgedItems(analysis) };
  const span = { start: itemStart(place, offset), end: Math.max(place.word.end, offset) };
  const typed = place.quoted ? place.typed : analysis.tree.text.slice(span.start, offset);
  const items = distinct([...candidatesFor(analysis, place), ...keywords(analysis, place)]);
  return items.length === 0 ? null : { span, typed, items };
}

/** The word at the beginning of a line, where a declaration begins. */
function nounBegun({ tree }: Analysis, offset: number): { span: Span; typed: string } | null {
  const line = tree.lines.line(offset);
  const start = tree.lines.lineStart(line);
  const typed = tree.text.slice(start, offset);
  if (!/^[\p{L}_]*$/u.test(typed)) return null;
  const after = /^[\p{L}_]*/u.exec(tree.text.slice(offset, tree.lines.lineEnd(line)))?.[0] ?? '';
  return { span: { start, end: offset + after.length }, typed };
}

function nounItems({ language }: Analysis): readonly Completion[] {
  return Object.keys(NOUNS).map((noun) => ({
    label: noun,
    kind: 'noun',
    detail: null,
    doc: explained(NOUN_HELP[noun], language),
    insert: noun,
    snippet: NOUN_HELP[noun]?.snippet ?? null,
  }));
}

/** Words that the grammar itself would take here. */
function keywords({ language }: Analysis, { expected }: Place): readonly Completion[] {
  return expected
    .filter((word) => /^[a-z]{2,}$/.test(word) || word === '%')
    .map((word) => ({
      label: word,
      kind: UNITS.test(word) ? 'unit' : 'keyword',
      detail: null,
      doc: explained(WORD_HELP[word], language),
      insert: word,
      snippet: null,
    }));
}

const UNITS = /^(?:%|pp|days?|weeks?|months?|years?)$/;

function distinct(items: readonly Completion[]): readonly Completion[] {
  const seen = new Set<string>();
  return items.filter(({ label, kind }) => {
    const key = `${kind} ${label}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
