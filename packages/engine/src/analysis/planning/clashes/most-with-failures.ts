/**
 * The largest share of entities that can fail at least so many of several measures, when no more than a given share fails each. The shares add up to
 * the mean number of failures, and whoever fails `least` takes that many of it; leaving out the measures that fail most, of which everybody may fail each,
 * gives the other bounds, and the smallest of them can be reached (Rüger 1978, "Das maximale Signifikanzniveau").
 *
 * @param shares fractions, one a measure
 * @returns the bound, and the terms that give it
 */
export function mostWithFailures(
  shares: readonly number[],
  least: number,
): { readonly share: number; readonly terms: readonly number[]; readonly over: number } {
  const rising = [...shares].sort((one, other) => one - other);
  const bounds = Array.from({ length: least }, (_, leftOut) => {
    const terms = rising.slice(0, rising.length - leftOut);
    const over = least - leftOut;
    return { share: terms.reduce((sum, term) => sum + term, 0) / over, terms, over };
  });
  bounds.sort((one, other) => one.share - other.share);
  const [best] = bounds;
  return best === undefined || best.share > 1 ? { share: 1, terms: [], over: 1 } : best;
}
