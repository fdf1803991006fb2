import { meaningKey } from '../check/uses.js';
import type { Meaning, NameUse } from '../check/uses.js';
import type { Span } from '../text/span.js';

/** The names of a rulebook, found by place and by what they stand for. */
export class NameIndex {
  readonly all: readonly NameUse[];
  readonly #byMeaning = new Map<string, NameUse[]>();

  constructor(uses: readonly NameUse[]) {
    this.all = uses;
    for (const use of uses) {
      const key = meaningKey(use.means);
      const known = this.#byMeaning.get(key);
      if (known) known.push(use);
      else this.#byMeaning.set(key, [use]);
    }
  }

  /** The name that an offset stands in or just behind. */
  at(offset: number): NameUse | null {
    const after = this.#firstAfter(offset);
    const touching = [this.all[after - 1], this.all[after - 2]].filter(
      (use) => use !== undefined && use.span.start <= offset && offset <= use.span.end,
    );
    return touching.find((use) => use !== undefined && offset < use.span.end) ?? touching[0] ?? null;
  }

  /** Every place where the same thing is named, by place. */
  of(means: Meaning): readonly NameUse[] {
    return this.#byMeaning.get(meaningKey(means)) ?? [];
  }

  /** Where something gets its name; null for a word of the language. */
  definition(means: Meaning): NameUse | null {
    return this.of(means).find((use) => use.defines) ?? null;
  }

  within({ start, end }: Span): readonly NameUse[] {
    return this.all.slice(this.#firstAfter(start - 1), this.#firstAfter(end - 1));
  }

  /** The index of the first use that starts after the offset. */
  #firstAfter(offset: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.span.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
