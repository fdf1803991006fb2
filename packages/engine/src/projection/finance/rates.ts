import { isStill, signChanges, type Flows } from './flows.js';
import { forcesOf } from './forces.js';
import { finite, without, type Outcome } from './outcome.js';

/** The effective rate a year at which flows are worth nothing; all of them where there are several. A rate is above −100%. */
export function internalRate(flows: Flows): Outcome {
  if (isStill(flows)) return without('no flows');
  if (signChanges(flows.amounts) === 0) return without('no sign change');
  const rates = forcesOf(flows).map(Math.expm1);
  const [rate] = rates;
  // Flows that change sign an even number of times may balance at no rate at all.
  if (rate === undefined) return without('no real rate');
  return rates.length > 1 ? without('several rates', rates) : finite(rate);
}

/**
 * The modified rate: what is received grows at one rate until the last point, what is paid is discounted at another to the first, and the rate that
 * takes the one to the other is told, a year (as MIRR in spreadsheets; Lin 1976).
 *
 * @param finance effective, a year
 * @param reinvest effective, a year
 */
export function modifiedRate({ amounts, times }: Flows, finance: number, reinvest: number): Outcome {
  const last = times.at(-1) ?? 0;
  let [paid, received] = [0, 0];
  for (const [point, amount] of amounts.entries()) {
    const time = times[point] ?? 0;
    if (amount < 0) paid -= amount * (1 + finance) ** -time;
    else received += amount * (1 + reinvest) ** (last - time);
  }
  if (paid === 0 && received === 0) return without('no flows');
  if (paid === 0 || received === 0 || last === 0) return without('no sign change');
  return finite((received / paid) ** (1 / last) - 1);
}
