/** The candidate that was most likely meant, or null when none is near. Case, spaces and punctuation count for nothing. */
export function similar(wanted: string, candidates: readonly string[]): string | null {
  const plain = simplify(wanted);
  const scored = candidates
    .map((candidate) => ({ candidate, distance: distanceOf(plain, simplify(candidate)) }))
    .filter(({ candidate, distance }) => distance <= allowance(plain, simplify(candidate)))
    .sort((one, other) => one.distance - other.distance);
  return scored[0]?.candidate ?? null;
}

function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-./]+/g, '');
}

/** A third of the letters may differ; one name may also be the other's beginning or end. */
function allowance(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 3 && (long.startsWith(short) || long.endsWith(short))) return long.length;
  return Math.floor(long.length / 3);
}

/** Levenshtein's distance. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      const change = (row[j] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
