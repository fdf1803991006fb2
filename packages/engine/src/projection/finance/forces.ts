import { signChanges, type Flows } from './flows.js';
import { scaledWorth } from './worth.js';

/** Beyond so many sign changes zeros are looked for on a grid: finding them all takes a step for each pair. */
const MOST_CHANGES = 24;
const GRID = 4_000;
/** What is left of the flows' sum, below which it counts as nothing. */
const NOTHING = 1e-13;

/**
 * Every force of interest at which flows are worth nothing, rising.
 *
 * Between two zeros of Σ a·e^(−f·t) lies one of its derivative after it is multiplied by e^(f·k). With k between two times where the sign of the amounts
 * changes, the derivative Σ a·(k − t)·e^(−f·t) has one sign change less: so the zeros of each are shut in by those of the next, down to one without (the
 * proof of Descartes' rule by Laguerre, 1883).
 */
export function forcesOf(flows: Flows): readonly number[] {
  if (signChanges(flows.amounts) === 0) return [];
  const reach = reachOf(flows);
  const inner = between(flows, reach).filter((force) => Math.abs(force) < reach);
  const size = flows.amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
  const worthAt = (force: number): number => {
    const worth = scaledWorth(flows, force);
    return Math.abs(worth) <= NOTHING * size ? 0 : worth;
  };
  const ends = [
    { force: -reach, worth: scaledWorth(flows, -reach) },
    ...inner.map((force) => ({ force, worth: worthAt(force) })),
    { force: reach, worth: scaledWorth(flows, reach) },
  ];
  return ends.flatMap((low, place) => {
    // Where the curve only touches nothing it does so where its derivative is nothing.
    if (low.worth === 0) return [low.force];
    const high = ends[place + 1];
    return high !== undefined && low.worth * high.worth < 0 ? [crossing(flows, low.force, high.force)] : [];
  });
}

/** Forces that part the zeros from each other, rising. */
function between(flows: Flows, reach: number): readonly number[] {
  const changes = signChanges(flows.amounts);
  if (changes === 1) return [];
  if (changes <= MOST_CHANGES) return forcesOf(derived(flows));
  return Array.from({ length: GRID - 1 }, (_, place) => reach * ((2 * (place + 1)) / GRID - 1));
}

/** How far zeros can lie: where the first flow, or the last, outweighs all others (Cauchy's bound). */
function reachOf({ amounts, times }: Flows): number {
  const known = [...amounts.keys()].filter((point) => amounts[point] !== 0);
  const [first = 0, second = 0] = known;
  const [last = 0, beforeLast = 0] = [known.at(-1), known.at(-2)];
  const size = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
  const far = (end: number, next: number): number =>
    Math.log(size / Math.abs(amounts[end] ?? 1)) / Math.abs((times[next] ?? 0) - (times[end] ?? 0));
  return Math.max(far(first, second), far(last, beforeLast)) + 1;
}

function derived({ amounts, times, step }: Flows): Flows {
  let before = 0;
  let at = 0;
  for (const [point, amount] of amounts.entries()) {
    if (amount === 0) continue;
    if (before !== 0 && amount > 0 !== before > 0) {
      at = ((times[point] ?? 0) + (times[point - 1] ?? 0)) / 2;
      break;
    }
    before = amount;
  }
  return { amounts: amounts.map((amount, point) => amount * (at - (times[point] ?? 0))), times, step };
}

/** The zero between two forces at which the worth has other signs: secants kept within halves (Dowell and Jarratt 1971). */
function crossing(flows: Flows, low: number, high: number): number {
  let [left, right] = [low, high];
  let [atLeft, atRight] = [scaledWorth(flows, left), scaledWorth(flows, right)];
  for (let step = 0; step < 200 && Math.abs(right - left) > 1e-15 * Math.max(1, Math.abs(left)); step += 1) {
    const secant = right - (atRight * (right - left)) / (atRight - atLeft);
    const isInside = secant > Math.min(left, right) && secant < Math.max(left, right);
    // Every third step halves, so that no shape of the curve holds it up.
    const next = isInside && step % 3 < 2 ? secant : (left + right) / 2;
    const found = scaledWorth(flows, next);
    if (found === 0) return next;
    if (found * atRight < 0) [left, atLeft] = [right, atRight];
    else atLeft *= atRight / (atRight + found);
    [right, atRight] = [next, found];
  }
  return Math.abs(atLeft) < Math.abs(atRight) ? left : right;
}
