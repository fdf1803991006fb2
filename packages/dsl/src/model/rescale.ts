import Big from 'big.js';

/** So many further digits are taken where they make the proportions exact: 50% and 30% become 62.5% and 37.5%. */
const MORE_DIGITS = 2;

/**
 * Percents in the same proportions that sum to exactly 100, each a decimal of at least `digits` places. Where no few
 * digits hold the proportions exactly, each is rounded down and the units left over go to the largest remainders
 * (Hamilton's method), so that none is off by a whole unit and a larger one never becomes the smaller.
 *
 * @param percents none below 0; null when they cannot be rescaled: all are 0, or one would vanish in rounding
 */
export function rescaled(percents: readonly Big[], digits: number): readonly Big[] | null {
  const sum = percents.reduce((total, one) => total.plus(one), new Big(0));
  if (sum.lte(0) || percents.some((one) => one.lt(0))) return null;
  const choices = Array.from({ length: MORE_DIGITS + 1 }, (_, more) => apportioned(percents, digits + more));
  const chosen = choices.find(({ exact }) => exact) ?? choices[0];
  const found = chosen?.parts ?? [];
  return found.some((one, index) => one.eq(0) && percents[index]?.gt(0)) ? null : found;
}

function apportioned(
  percents: readonly Big[],
  digits: number,
): { readonly parts: readonly Big[]; readonly exact: boolean } {
  const weights = inUnits(percents);
  const sum = weights.reduce((total, one) => total + one, 0n);
  const whole = 100n * 10n ** BigInt(digits);
  const floors = weights.map((weight) => (weight * whole) / sum);
  const remainders = weights.map((weight) => (weight * whole) % sum);
  const left = Number(whole - floors.reduce((total, one) => total + one, 0n));
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  const unit = new Big(10).pow(-digits);
  const parts = floors.map((floor, index) => unit.times(new Big((floor + (raised.has(index) ? 1n : 0n)).toString())));
  return { parts, exact: left === 0 };
}

/** Decimals as whole multiples of the smallest digit among them. */
function inUnits(numbers: readonly Big[]): readonly bigint[] {
  const places = Math.max(0, ...numbers.map((one) => one.toFixed().split('.')[1]?.length ?? 0));
  return numbers.map((one) => BigInt(one.toFixed(places).replace('.', '')));
}
