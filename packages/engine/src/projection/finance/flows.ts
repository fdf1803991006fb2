/**
 * Money at points in time: benefits less costs.
 *
 * `times` rise and begin at 0, in years; the points of an even plan are `step` years apart.
 */
export interface Flows {
  readonly amounts: Float64Array;
  readonly times: Float64Array;
  /** null: the points are not evenly spaced. */
  readonly step: number | null;
}

export function evenFlows(amounts: Float64Array, step: number): Flows {
  return { amounts, step, times: Float64Array.from(amounts, (_, point) => point * step) };
}

/** Whether anything flows at all. */
export const isStill = ({ amounts }: Flows): boolean => amounts.every((amount) => amount === 0);

/** How often the sign changes from one flow to the next that is not 0: no equation of worth has more rates than that (Descartes). */
export function signChanges(amounts: Float64Array): number {
  let [changes, before] = [0, 0];
  for (const amount of amounts) {
    if (amount === 0) continue;
    if (before !== 0 && amount > 0 !== before > 0) changes += 1;
    before = amount;
  }
  return changes;
}
