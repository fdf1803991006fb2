/**
 * The share of its whole size that something has over the month `after` months behind its beginning, when it grows evenly from nothing to the whole in
 * `ramp` months: the mean over that month, so that the first of six months has a twelfth.
 */
export function rampedShare(after: number, ramp: number): number {
  if (ramp <= 0 || after >= ramp) return 1;
  const end = after + 1;
  if (end <= ramp) return (after + end) / 2 / ramp;
  // Part of the month it still grows: that part's mean, and the rest whole.
  const growing = ramp - after;
  return (growing * (after + ramp)) / 2 / ramp + (1 - growing);
}
