/** Where an offset stands. All numbers are 1-based; `column` counts code points, `utf16` counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly utf16: number;
}

/** Old spreadsheets end lines with a lone `\r`: where a text has no `\n` at all, these are its line ends. */
export const withLineFeeds = (text: string): string => (text.includes('\n') ? text : text.replaceAll('\r', '\n'));

/**
 * Turns UTF-16 offsets of one text into lines and columns. Lines end with `\n`; a `\r` before it belongs to the ending.
 * The text's own offsets begin at `base`.
 */
export class LineMap {
  readonly #text: string;
  readonly #starts: readonly number[];

  readonly #base: number;

  constructor(written: string, base = 0) {
    const text = withLineFeeds(written);
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#text = text;
    this.#starts = starts;
    this.#base = base;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 1-based line that holds the offset; offsets outside the text are moved to its nearest end. */
  line(offset: number): number {
    const own = offset - this.#base;
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#startAt(middle) <= own) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  position(offset: number): Position {
    const inside = Math.max(0, Math.min(offset - this.#base, this.#text.length));
    const line = this.line(inside + this.#base);
    const start = this.#startAt(line - 1);
    return { line, column: codePoints(this.#text.slice(start, inside)) + 1, utf16: inside - start + 1 };
  }

  /** The offset of a line's first character. */
  lineStart(line: number): number {
    return this.#startAt(line - 1) + this.#base;
  }

  /** The offset just after a line's last character, before its line ending. */
  lineEnd(line: number): number {
    return this.#endOf(line) + this.#base;
  }

  lineText(line: number): string {
    return this.#text.slice(this.#startAt(line - 1), this.#endOf(line));
  }

  #endOf(line: number): number {
    const next = this.#starts[line];
    if (next === undefined) return this.#text.length;
    return this.#text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  #startAt(index: number): number {
    return this.#starts[index] ?? this.#text.length;
  }
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
