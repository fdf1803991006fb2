import { orderOf } from '../random/correlation/ranks.js';

/** Parts of equal size into which the trials are cut by one number, to see what it explains of another. */
const PARTS = 50;

export interface Driven {
  /** Spearman's rank correlation. */
  readonly correlation: number;
  /** The share of the variance that the number explains by itself: its first Sobol index. */
  readonly explained: number;
}

/** How a figure hangs on each of some numbers, from the trials in which it has a value. */
export function drivenBy(numbers: readonly Float64Array[], figure: Float64Array): readonly Driven[] {
  const isKnown = figure.map((value) => (Number.isFinite(value) ? 1 : 0));
  const all = isKnown.every((one) => one === 1);
  const known = (column: Float64Array): Float64Array =>
    all ? column : column.filter((_, trial) => isKnown[trial] === 1);
  const of = known(figure);
  const ranks = meanRanks(of, orderOf(of));
  return numbers.map((number) => {
    const own = known(number);
    const order = orderOf(own);
    return { correlation: correlation(meanRanks(own, order), ranks), explained: explained(order, of) };
  });
}

/** Ranks from 0; equal values share the mean of theirs. */
function meanRanks(values: Float64Array, order: Uint32Array): Float64Array {
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1] ?? 0] === values[order[first] ?? 0]) last += 1;
    for (let place = first; place <= last; place += 1) ranks[order[place] ?? 0] = (first + last) / 2;
    first = last + 1;
  }
  return ranks;
}

function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (one.length - 1) / 2;
  let [both, own, others] = [0, 0, 0];
  for (let trial = 0; trial < one.length; trial += 1) {
    const [left, right] = [(one[trial] ?? 0) - mean, (other[trial] ?? 0) - mean];
    both += left * right;
    own += left * left;
    others += right * right;
  }
  return own === 0 || others === 0 ? 0 : both / Math.sqrt(own * others);
}

/**
 * The variance of the means of parts of equal size over the whole variance, less what the means of random parts would vary: an estimate of the first Sobol index from
 * the trials there are (Plischke 2012, "How to compute variance-based sensitivity indicators with your spreadsheet software").
 *
 * @param order of the trials, by the number
 */
function explained(order: Uint32Array, figure: Float64Array): number {
  const trials = figure.length;
  const parts = Math.min(PARTS, Math.floor(Math.sqrt(trials)));
  if (parts < 2) return 0;
  let sum = 0;
  for (const value of figure) sum += value;
  const mean = sum / trials;
  let variance = 0;
  for (const value of figure) variance += (value - mean) ** 2;
  if (variance === 0) return 0;
  let between = 0;
  for (let part = 0; part < parts; part += 1) {
    const [first, end] = [Math.floor((part * trials) / parts), Math.floor(((part + 1) * trials) / parts)];
    let own = 0;
    for (let place = first; place < end; place += 1) own += figure[order[place] ?? 0] ?? 0;
    between += (end - first) * (own / (end - first) - mean) ** 2;
  }
  const share = between / variance;
  return Math.min(1, Math.max(0, share - ((1 - share) * (parts - 1)) / (trials - parts)));
}
