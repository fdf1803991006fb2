/** What is left of a line while the containers around its text are taken off one by one. */
export class RestOfLine {
  #rest: string;
  /** The column at which the rest begins; a tab goes on to the next multiple of four. */
  #column = 0;

  constructor(line: string) {
    this.#rest = line;
    this.#expand();
  }

  /** Columns of white space before the text. */
  get indent(): number {
    const text = this.#rest.search(/[^ ]/);
    return text < 0 ? this.#rest.length : text;
  }

  /** Indented that far, a line begins nothing but code. */
  get isDeep(): boolean {
    return this.indent > 3;
  }

  get text(): string {
    return this.#rest.slice(this.indent);
  }

  get isBlank(): boolean {
    return this.indent === this.#rest.length;
  }

  /** Takes off that many columns. */
  take(columns: number): void {
    this.#rest = this.#rest.slice(columns);
    this.#column += columns;
    this.#expand();
  }

  /** Leading tabs become the spaces they stand for, so that a container can take a part of one. */
  #expand(): void {
    const [white = ''] = /^[ \t]*/.exec(this.#rest) ?? [];
    if (!white.includes('\t')) return;
    let columns = this.#column;
    for (const sign of white) columns += sign === '\t' ? 4 - (columns % 4) : 1;
    this.#rest = ' '.repeat(columns - this.#column) + this.#rest.slice(white.length);
  }
}
