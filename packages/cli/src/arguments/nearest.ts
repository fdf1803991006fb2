/** Steps (insert, delete, replace, swap neighbours) from one word to another. */
export function distance(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, index) => [index]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? column;
  for (let i = 0; i <= from.length; i += 1) {
    for (let j = 1; j <= to.length; j += 1) {
      if (i === 0) {
        rows[0]?.push(j);
        continue;
      }
      const same = from[i - 1] === to[j - 1];
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) best = Math.min(best, at(i - 2, j - 2) + 1);
      rows[i]?.push(best);
    }
  }
  return at(from.length, to.length);
}

/** The candidate that was probably meant, or null: one that the text begins, or one of which at most a third differs, case aside. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const all = [...candidates];
  const begun = text.length >= 3 ? all.find((each) => each.toLowerCase().startsWith(text.toLowerCase())) : undefined;
  if (begun !== undefined) return begun;
  const ranked = all
    .map((candidate) => ({ candidate, steps: distance(text.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, steps }) => steps <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((one, other) => one.steps - other.steps);
  return ranked[0]?.candidate ?? null;
}
