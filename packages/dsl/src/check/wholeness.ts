/** Whether what is being looked at is whole, for looks inside looks: what is wrong counts against the innermost. */
export class Wholeness {
  readonly #looks: boolean[] = [];

  spoil(): void {
    if (this.#looks.length > 0) this.#looks[this.#looks.length - 1] = false;
  }

  /** What a look gives, and whether nothing spoiled it. */
  watch<T>(look: () => T): { readonly value: T; readonly whole: boolean } {
    this.#looks.push(true);
    try {
      const value = look();
      return { value, whole: this.#looks.at(-1) === true };
    } finally {
      this.#looks.pop();
    }
  }
}
