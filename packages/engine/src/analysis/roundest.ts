import Big from 'big.js';

/** So many decimals tell two doubles apart. */
const MOST_DECIMALS = 18;

/** The number with the fewest digits that lies between two others, neither included; the larger digits first, the smallest such number. */
export function roundest(low: Big, high: Big): Big {
  const size = Math.max(low.abs().e, high.abs().e) + 1;
  for (let decimals = -size; decimals <= MOST_DECIMALS; decimals++) {
    const step = new Big(10).pow(-decimals);
    const steps = low.div(step).round(0, 0);
    for (const candidate of [steps.minus(1), steps, steps.plus(1)]) {
      const found = candidate.times(step);
      if (found.gt(low) && found.lt(high)) return found;
    }
  }
  return low.plus(high).div(2);
}
