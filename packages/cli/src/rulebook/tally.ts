import type { Reading } from '@benchbook/engine';

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
}

/** How many diagnostics of each kind a reading has. */
export function tally(reading: Pick<Reading, 'diagnostics'>): Tally {
  const of = (severity: string): number => reading.diagnostics.filter((each) => each.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), hints: of('hint') };
}
