import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { closest } from '../text/closest.js';
import { named } from './named-numbers.js';
import type { Named, NamedNumber, Rules } from './named-number.js';
import { printPath } from './path.js';
import type { Path } from './path.js';

/** What a path names, in the order of the rulebook; or what it was probably meant to name. */
export type Resolution =
  | { readonly found: readonly Named[] }
  | {
      readonly found: null;
      /** A path that does name something; null when none is close. */
      readonly suggestion: string | null;
      /** Some paths of the declaration named; empty when there is none of that name, or it holds no number. */
      readonly known: readonly string[];
    };

const INDEXES = new WeakMap<Rules, NumberIndex>();

/** The numbers of a rulebook by their paths; made once a model. */
export function numberIndex(rules: Rules): NumberIndex {
  const known = INDEXES.get(rules) ?? new NumberIndex(named(rules));
  INDEXES.set(rules, known);
  return known;
}

/**
 * What a path names: a cell (`by_industry[零售业].decision_share`), a column (`by_industry.decision_share`), a row
 * (`by_industry[零售业]`), or all that match where a key says `*`. White space and full-width signs do not matter.
 */
export function resolvePath(rules: Rules, text: string): Resolution {
  const node = readCell('PathCell', codeView(text), { start: 0, end: text.length });
  if (node === null) return { found: null, suggestion: closest(text, numberIndex(rules).paths), known: [] };
  return numberIndex(rules).resolve(pathOfNode(node));
}

/** The path that the grammar has read. */
export const pathOfNode = (node: {
  readonly name: { readonly text: string };
  readonly key: { readonly texts: readonly { readonly text: string }[] } | null;
  readonly members: readonly { readonly text: string }[];
}): Path => ({
  name: node.name.text,
  key: node.key?.texts.map((one) => one.text) ?? null,
  members: node.members.map((member) => member.text),
});

export class NumberIndex {
  readonly all: readonly Named[];
  readonly #byPath = new Map<string, Named>();
  readonly #byOwner = new Map<string, Named[]>();

  constructor(all: readonly Named[]) {
    this.all = all;
    for (const one of all) {
      this.#byPath.set(plain(one.at.path), one);
      const own = this.#byOwner.get(one.at.owner);
      if (own === undefined) this.#byOwner.set(one.at.owner, [one]);
      else own.push(one);
    }
  }

  get paths(): readonly string[] {
    return this.all.map((one) => one.at.path);
  }

  /** What has exactly this path. */
  get(path: string): Named | undefined {
    return this.#byPath.get(plain(path));
  }

  number(path: string): NamedNumber | undefined {
    const found = this.get(path);
    return found?.is === 'number' ? found.at : undefined;
  }

  of(owner: string): readonly Named[] {
    return this.#byOwner.get(owner) ?? [];
  }

  /** Whether a number is in the row of this key. */
  inRow(key: readonly string[], one: Named): boolean {
    return isRow(key, one.at.row);
  }

  resolve(path: Path): Resolution {
    const found = this.#find(path);
    if (found.length > 0) return { found };
    const known = this.of(path.name).map((one) => one.at.path);
    return { found: null, suggestion: this.#suggest(path), known: known.slice(0, MOST_KNOWN) };
  }

  #find(path: Path): readonly Named[] {
    const exact = this.get(printPath(path));
    return exact ? [exact] : this.of(path.name).filter((one) => matches(path, one));
  }

  /** The path with one part, or two, put right. */
  #suggest(path: Path): string | null {
    const name = this.#byOwner.has(path.name) ? path.name : closest(path.name, this.#byOwner.keys());
    if (name === null) return null;
    const own = this.of(name);
    const column = path.members.join('.');
    const columns = unique(own.flatMap(({ at }) => at.column ?? []));
    const members =
      path.members.length === 0 || columns.includes(column) ? column : (closest(column, columns) ?? column);
    const rows = own
      .filter(({ at }) => members === '' || isColumn(members, at.column))
      .flatMap(({ at }) => at.row ?? []);
    const key = path.key && [closest(path.key.join(', '), unique(rows)) ?? path.key.join(', ')];
    const candidates = [
      { name, key: path.key, members: path.members },
      { name, key: path.key, members: split(members) },
      { name, key, members: path.members },
      { name, key, members: split(members) },
    ];
    const right = candidates.find((candidate) => this.#find(candidate).length > 0);
    if (right) return printPath(right);
    return own.length === 1
      ? (own[0]?.at.path ?? null)
      : closest(
          printPath({ ...path, name }),
          own.map(({ at }) => at.path),
        );
  }
}

const MOST_KNOWN = 4;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
const split = (column: string): string[] => (column === '' ? [] : column.split('.'));

/** As paths are compared: full-width signs as their twins, no white space. */
const plain = (path: string): string => codeView(path).replace(/\s+/g, '');

/** Whether a path that names no single number takes in this one. */
function matches({ key, members }: Path, one: Named): boolean {
  const { row, column } = one.at;
  const many = key === null || key.includes('*') || members.length === 0;
  if (many && one.is !== 'number') return false;
  if (key !== null && !isRow(key, row)) return false;
  if (members.length > 0) return isColumn(members.join('.'), column);
  // A benchmark without conditions is one row that needs no key.
  return one.is === 'number' && one.at.kind !== 'edge' && (row !== null || one.at.kind === 'threshold');
}

function isRow(key: readonly string[], row: readonly string[] | null): boolean {
  if (row === null) return false;
  if (plain(key.join(',')) === plain(row.join(','))) return true;
  return (
    key.length === row.length && key.every((text, index) => text === '*' || plain(text) === plain(row[index] ?? ''))
  );
}

/** `rank` takes in both ends of a range, `rank.low` and `rank.high`. */
const isColumn = (wanted: string, column: string | null): boolean =>
  column !== null && (plain(column) === plain(wanted) || plain(column).startsWith(`${plain(wanted)}.`));
