/**
 * The candidate a reader most likely meant, or null when none is close: at most a third of the letters differ
 * (insertions, deletions, replacements and swaps of neighbours), one letter for names of two or three; or the
 * candidate is longer by whole parts.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const letters = [...word.toLowerCase()];
  const allowed = Math.max(1, Math.floor(letters.length / 3));
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const other = [...candidate.toLowerCase()];
    if (candidate === word || Math.abs(other.length - letters.length) >= bestDistance) continue;
    const distance = editDistance(letters, other);
    const sharesAnything = distance < Math.max(letters.length, other.length);
    if (distance < bestDistance && sharesAnything) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? containing(word, candidates);
}

/** The one candidate that has the word as one of its parts: `annual_revenue` for `revenue`. */
function containing(word: string, candidates: Iterable<string>): string | null {
  if (word.length < 3 && !/^\p{Script=Han}{2}$/u.test(word)) return null;
  const hasPart = (candidate: string): boolean =>
    candidate.split('_').includes(word) ||
    (/\p{Script=Han}/u.test(word) && candidate !== word && candidate.includes(word));
  const [only, second] = [...candidates].filter(hasPart);
  return only !== undefined && second === undefined && only !== word ? only : null;
}

/** Damerau–Levenshtein distance with swaps of neighbours (optimal string alignment). */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, at(previous, j) + 1, at(current, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(before, j - 2) + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return at(previous, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
