/** Columns that their sources name but that could not be made out: their uses are not reported. */
export class LostColumns {
  readonly #bySource = new Map<string, Set<string>>();

  add(source: string, column: string): void {
    const known = this.#bySource.get(source) ?? new Set();
    this.#bySource.set(source, known.add(column));
  }

  /** Whether a source has lost any. */
  of(source: string): boolean {
    return this.#bySource.has(source);
  }

  isOne(source: string, column: string): boolean {
    return this.#bySource.get(source)?.has(column) === true;
  }

  /** Whether any source has lost a column of this name. */
  has(column: string): boolean {
    for (const columns of this.#bySource.values()) if (columns.has(column)) return true;
    return false;
  }
}

/** What stands in the tables of a text, whatever it means; null when it has none. */
export function tableWords(text: string): ReadonlySet<string> | null {
  const rows = text.split(/[\r\n]+/).filter((line) => /^\s*[|｜]/.test(line));
  const words = rows.flatMap((row) => row.split(/[|｜]/).map((cell) => cell.trim().replace(/^["“](.*)["”]$/, '$1')));
  return rows.length === 0 ? null : new Set(words);
}
