/** Stops of the level ramp in tokens.css, worst to best. */
const LEVEL_STOPS = 5;
/** Steps of the sequential ramp in tokens.css, low to high; each has an ink that reads on it. */
export const STEPS = 7;

/** The stop of a label by its place in the rulebook's order: the ends of the ramp for two labels, its middle too for three. */
export function levelStop(place: number, labels: number): number | 'unknown' {
  if (place < 0) return 'unknown';
  return labels < 2 ? 0 : Math.round((Math.min(place, labels - 1) * (LEVEL_STOPS - 1)) / (labels - 1));
}

export function levelColor(place: number, labels: number): string {
  return `var(--level-${String(levelStop(place, labels))})`;
}

/** The step of a value between low and high; one value alone stands in the middle. */
export function step(value: number, low: number, high: number): number {
  if (high <= low) return Math.floor(STEPS / 2);
  return Math.min(STEPS - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * STEPS)));
}

/** Colours of series without an order. */
export function seriesColor(index: number): string {
  return `var(--series-${String(index % 6)})`;
}
