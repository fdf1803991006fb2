import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Code, DataOf, Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import type { Apply } from '../model/model.js';
import type { Uncertain } from '../model/planning/uncertain.js';
import { NumberIndex } from '../model/number-index.js';
import type { Declaration, Word } from '../syntax/nodes.js';
import { NAMELESS, NOUNS } from '../syntax/nouns.js';
import type { Nameless } from '../syntax/nouns.js';
import type { Program } from '../syntax/program.js';
import type { Tree } from '../syntax/tree.js';
import type { Elsewhere } from '../diagnostics/words.js';
import { fileOf, textOf } from '../text/files.js';
import { closest } from '../text/closest.js';
import type { Span } from '../text/span.js';
import { codeView } from '../syntax/punctuation.js';
import type { Checked, CheckedNoun } from './checked.js';
import { LostColumns, tableWords } from './lost-columns.js';
import type { Meaning, NameUse, Want, Wanted } from './uses.js';
import { parting } from './parting.js';
import { Wholeness } from './wholeness.js';

/** How each kind is checked; null when the declaration is not whole (which has been reported). */
export type Checkers = {
  readonly [N in CheckedNoun]: (scope: Scope, declaration: Declaration, name: Word) => Checked[N] | null;
} & {
  readonly applies: (scope: Scope) => readonly Apply[];
  readonly asOf: (scope: Scope) => string | null;
  readonly numbers: (scope: Scope) => NumberIndex;
  /** What is declared in a rulebook that was checked before, where this one only adds to it. */
  readonly known?: <N extends CheckedNoun>(noun: N, name: string) => Checked[N] | null;
};

export interface Entry {
  readonly name: string;
  readonly noun: CheckedNoun;
  readonly declaration: Declaration;
}

/** What the checker made of a declaration, and whether all of it could be read, and all that it stands on. */
interface Result {
  readonly checked: Checked[CheckedNoun] | null;
  readonly whole: boolean;
}

/** A name that stands for something that could not be read: its uses are not reported. */
type Slot = Entry | 'broken';

/**
 * The names of one rulebook, and what they turn out to be. Declarations are checked when they are first asked for, so
 * their order in the file does not matter and a circle shows itself.
 */
export class Scope {
  readonly diagnostics: Diagnostic[] = [];
  readonly uses: NameUse[] = [];
  readonly wants: Wanted[] = [];
  /** Every uncertain number by its path. */
  readonly uncertain = new Map<string, Uncertain>();
  readonly program: Program;
  readonly #checkers: Checkers;
  readonly #slots = new Map<string, Slot>();
  /** Keys by their small letters: two names that differ only in case are one to databases and spreadsheets. */
  readonly #folded = new Map<string, string>();
  readonly #results = new Map<Entry, Result>();
  readonly #busy: string[] = [];
  readonly #wholeness = new Wholeness();
  readonly lostColumns = new LostColumns();
  readonly #circles = new Set<string>();
  readonly #byNoun = new Map<Declaration['noun'], Declaration[]>();
  readonly #entries = new Map<CheckedNoun, Entry[]>();
  /** Declarations that are or may have been meant as sources. */
  readonly #sourceLike: readonly Declaration[];
  readonly #wordsShown = new Map<Declaration, ReadonlySet<string> | null>();
  #applies: readonly Apply[] | null = null;
  #asOf: { readonly day: string | null } | null = null;
  #numbers: NumberIndex | null = null;

  constructor(program: Program, checkers: Checkers) {
    this.program = program;
    this.#checkers = checkers;
    for (const declaration of program.declarations) {
      const same = this.#byNoun.get(declaration.noun);
      if (same) same.push(declaration);
      else this.#byNoun.set(declaration.noun, [declaration]);
    }
    this.#sourceLike = program.declarations.filter(
      ({ noun, nounSpan }) =>
        noun === 'source' || (noun === null && closest(this.text(nounSpan), NOUN_WORDS) === 'source'),
    );
    for (const declaration of program.declarations) this.#declare(declaration);
  }

  #declare(declaration: Declaration): void {
    const { noun, name } = declaration;
    if (name === null || noun === 'rulebook' || isNameless(noun)) return;
    const key = keyOf(noun, name.text);
    const earlier = this.#slots.get(key) ?? this.#slots.get(this.#folded.get(key.toLowerCase()) ?? '');
    if (noun === null) {
      if (earlier === undefined) this.#slots.set(key, 'broken');
      return;
    }
    if (earlier !== undefined && earlier !== 'broken') {
      const first = earlier.declaration.name?.span ?? earlier.declaration.span;
      this.report(
        'B102',
        name.span,
        { name: name.text, what: earlier.noun, ...this.elsewhere(first, name.span) },
        { related: [first], fix: parting(this.program, name, declaration, earlier.declaration) },
      );
      return;
    }
    const entry = { name: name.text, noun, declaration };
    this.#slots.set(key, entry);
    const same = this.#entries.get(noun);
    if (same) same.push(entry);
    else this.#entries.set(noun, [entry]);
    this.define(name.span, { kind: noun, owner: null, name: name.text });
    this.#folded.set(key.toLowerCase(), key);
  }

  report<C extends Code>(
    code: C,
    span: Span,
    data: DataOf<C>,
    more: { related?: readonly Span[]; fix?: Fix } = {},
  ): null {
    const found = diagnostic(code, span, data, more);
    if (found.severity === 'error') this.spoil();
    this.diagnostics.push(found);
    return null;
  }

  /**
   * What is being looked at is not whole: a part of it, or something it stands on, could not be made out, which has been
   * reported. What is left of it is still of use to those who name it, but does not run.
   */
  spoil(): null {
    this.#wholeness.spoil();
    return null;
  }

  /** What a look gives, if all that was looked at is whole; null otherwise. */
  whole<T>(look: () => T | null): T | null {
    const { value, whole } = this.#wholeness.watch(look);
    return whole ? value : null;
  }

  /** Looks at something apart: what is wrong with it does not make what is being looked at less whole. */
  apart<T>(look: () => T): T {
    return this.#wholeness.watch(look).value;
  }

  /** Whether a declaration that is not whole writes a word into one of its tables: it may be what could not be made out. */
  mayBeIn(entry: Entry, word: string): boolean {
    return !this.isWhole(entry) && this.#wordsIn(entry.declaration)?.has(word) === true;
  }

  isWhole(entry: Entry): boolean {
    return this.#check(entry, entry.declaration.span).whole;
  }

  /** Notes that a name stands here. A name that the checker made up, at the span of another text, is not noted. */
  use(span: Span, means: Meaning, defines = false): void {
    const written = this.text(span);
    const quoted = /^(?:["“”＂]).*["“”＂]$/.test(written);
    const at = quoted ? { start: span.start + 1, end: span.end - 1 } : span;
    if (codeView(this.text(at)) === codeView(means.name)) this.uses.push({ span: at, means, defines });
  }

  define(span: Span, means: Meaning): void {
    this.use(span, means, true);
  }

  /** Notes what may stand here, whether or not what does stand here is right. */
  want(span: Span, want: Want): void {
    this.wants.push({ span, want });
  }

  /** Looks at something once more for the names in it; what is wrong with it has been said. */
  quietly(look: () => unknown): void {
    const said = this.diagnostics.length;
    try {
      look();
    } finally {
      this.diagnostics.length = said;
    }
  }

  /** The repair that takes a row or a clause out, and its lines with it where nothing else stands on them. */
  without(span: Span): { readonly fix: Fix } {
    const { text, base } = this.file(span);
    const [own, end] = [span.start - base, span.end - base];
    const start = text.lastIndexOf('\n', own - 1) + 1;
    const next = text.indexOf('\n', end);
    const behind = next < 0 ? text.length : next + 1;
    const isAlone = (text.slice(start, own) + text.slice(end, behind)).trim() === '';
    const taken = isAlone ? { start: base + start, end: base + behind } : span;
    return { fix: { span: taken, replacement: '' } };
  }

  line(span: Span): number {
    return this.file(span).lines.line(span.start);
  }

  /** What is written at a span. */
  text(span: Span): string {
    return textOf(this.program.files, span);
  }

  /** Where another place is, seen from here. */
  elsewhere(span: Span, from: Span): Elsewhere {
    const file = this.file(span);
    return { line: file.lines.line(span.start), file: file === this.file(from) ? null : file.file };
  }

  /** The file that a span lies in. */
  file(span: Span): Tree {
    return fileOf(this.program.files, span);
  }

  /** What a name stands for; `broken` when its declaration could not be read, undefined when nothing has it. */
  find(name: string): Slot | undefined {
    return this.#slots.get(name) ?? (this.#losesFiles ? 'broken' : undefined);
  }

  /** A file that is used and could not be read may declare anything. */
  get #losesFiles(): boolean {
    return this.program.lost.length > 0;
  }

  /** The declaration of this kind and name, checked; null when there is none or it is not whole. Reports nothing about the name. */
  get<N extends CheckedNoun>(noun: N, name: string, at: Span): Checked[N] | null {
    const slot = this.#slots.get(keyOf(noun, name));
    if (slot === undefined) return this.#checkers.known?.(noun, name) ?? null;
    if (slot === 'broken' || slot.noun !== noun) return null;
    const { checked, whole } = this.#check(slot, at);
    if (!whole) this.spoil();
    return checked as Checked[N] | null;
  }

  /** As `get`, but a name that means nothing, or something else, is reported. */
  demand<N extends CheckedNoun>(noun: N, word: Word): Checked[N] | null {
    const slot = this.find(word.text);
    this.want(word.span, { kind: 'declaration', noun });
    if (slot === 'broken') return this.spoil();
    if (slot) this.use(word.span, meaningOf(slot));
    if (slot === undefined) {
      const known = this.get(noun, word.text, word.span);
      if (known !== null) return known;
      const suggestion = closest(word.text, this.names(noun));
      return this.report(
        'B101',
        word.span,
        { name: word.text, wanted: noun, suggestion },
        replaceBy(word.span, suggestion),
      );
    }
    if (slot.noun !== noun) return this.report('B105', word.span, { name: word.text, is: slot.noun, wanted: noun });
    return this.get(noun, word.text, word.span);
  }

  /** All declarations of a kind that are whole, and that stand on what is whole, in the order of the file. */
  all<N extends CheckedNoun>(noun: N): Checked[N][] {
    return this.entries(noun).flatMap(
      (entry) => this.whole(() => this.get(noun, entry.name, entry.declaration.span)) ?? [],
    );
  }

  /** Named declarations that are not whole, or stand on what is not, in the order of the file. */
  partial(): Entry[] {
    return [...this.#slots.values()].flatMap((slot) => (slot === 'broken' || this.isWhole(slot) ? [] : [slot]));
  }

  /** All declarations of a kind as far as they could be made out, whole or not. */
  some<N extends CheckedNoun>(noun: N): Checked[N][] {
    return this.entries(noun).flatMap(
      (entry) => this.apart(() => this.get(noun, entry.name, entry.declaration.span)) ?? [],
    );
  }

  entries(noun: CheckedNoun): readonly Entry[] {
    return this.#entries.get(noun) ?? [];
  }

  /** All declarations of a noun, whole or not. */
  declarations(noun: Declaration['noun']): readonly Declaration[] {
    return this.#byNoun.get(noun) ?? [];
  }

  names(noun?: CheckedNoun): string[] {
    if (noun !== undefined) return this.entries(noun).map((entry) => keyOf(noun, entry.name));
    return [...this.#slots].filter(([, slot]) => slot !== 'broken').map(([name]) => name);
  }

  /** Whether some source, or what may have been meant as one, could not be made out. */
  get losesSources(): boolean {
    return this.#losesFiles || this.#lostSources().length > 0;
  }

  /** Whether a name may be a column of such a source: its column table names it, or it shows none. */
  mayBeLost(name: string): boolean {
    return (
      this.#losesFiles ||
      this.lostColumns.has(name) ||
      this.#lostSources().some((columns) => columns === null || columns.has(name))
    );
  }

  /** What stands in the tables of each source that is not whole; null: it has none. */
  #lostSources(): readonly (ReadonlySet<string> | null)[] {
    return this.#sourceLike
      .filter((declaration) => this.#isLostSource(declaration))
      .map((declaration) => this.#wordsIn(declaration));
  }

  #wordsIn(declaration: Declaration): ReadonlySet<string> | null {
    const known = this.#wordsShown.get(declaration);
    if (known !== undefined) return known;
    const words = tableWords(this.text(declaration.span));
    this.#wordsShown.set(declaration, words);
    return words;
  }

  #isLostSource(declaration: Declaration): boolean {
    const { noun, name, nounSpan } = declaration;
    if (noun === null) return true;
    const slot = name && this.#slots.get(name.text);
    if (!slot || slot === 'broken' || slot.declaration !== declaration) return true;
    // A source asks for names itself, in its derived columns: while it is looked at, it is not lost.
    return this.#busy.includes(slot.name) ? false : this.#check(slot, nounSpan).checked === null;
  }

  applies(at: Span): readonly Apply[] {
    if (this.#applies !== null) return this.#applies;
    // What is wrong with them is not the fault of whoever asks first.
    this.apart(() => this.#guarded('apply', at, () => (this.#applies = this.#checkers.applies(this))));
    return this.#applies ?? [];
  }

  /** The day from which everything looks back, in ISO form; null where nothing says it. */
  asOf(): string | null {
    this.#asOf ??= { day: this.#checkers.asOf(this) };
    return this.#asOf.day;
  }

  /** The numbers of the rulebook by their paths. */
  numbers(at: Span): NumberIndex {
    if (this.#numbers !== null) return this.#numbers;
    this.apart(() => this.#guarded('numbers', at, () => (this.#numbers = this.#checkers.numbers(this))));
    return this.#numbers ?? NO_NUMBERS;
  }

  #check(entry: Entry, at: Span): Result {
    const known = this.#results.get(entry);
    if (known !== undefined) return known;
    if (entry.declaration.broken) return NOTHING;
    const name = entry.declaration.name;
    const check = this.#checkers[entry.noun] as (
      scope: Scope,
      declaration: Declaration,
      name: Word,
    ) => Checked[CheckedNoun] | null;
    const { value: checked, whole } = this.#wholeness.watch(
      () => name && this.#guarded(keyOf(entry.noun, entry.name), at, () => check(this, entry.declaration, name)),
    );
    const result = { checked, whole: whole && checked !== null };
    if (!this.#busy.includes(keyOf(entry.noun, entry.name))) this.#results.set(entry, result);
    return result;
  }

  /** A circle is met once from each of its members, but is one mistake. */
  #circle(names: readonly string[], at: Span): null {
    const key = [...new Set(names)].sort().join(' ');
    this.spoil();
    if (this.#circles.has(key)) return null;
    this.#circles.add(key);
    return this.report('B111', at, { names });
  }

  #guarded<T>(name: string, at: Span, check: () => T): T | null {
    const since = this.#busy.indexOf(name);
    if (since >= 0) return this.#circle([...this.#busy.slice(since), name], at);
    this.#busy.push(name);
    try {
      return check();
    } finally {
      this.#busy.pop();
    }
  }
}

const NOTHING: Result = { checked: null, whole: false };
const NO_NUMBERS = new NumberIndex([]);
const NOUN_WORDS = Object.keys(NOUNS);

const isNameless = (noun: Declaration['noun']): noun is Nameless => NAMELESS.some((one) => one === noun);

export const meaningOf = ({ noun, name }: Entry): Meaning => ({ kind: noun, owner: null, name });

/** The title of a test is a sentence of its own: it takes no name from the others. */
const keyOf = (noun: Declaration['noun'], name: string): string => (noun === 'test' ? `test ${name}` : name);

/** The repair that puts the suggested word in place of the one written; none without a suggestion. */
export const replaceBy = (span: Span, replacement: string | null): { fix?: Fix } =>
  replacement === null ? {} : { fix: { span, replacement } };
