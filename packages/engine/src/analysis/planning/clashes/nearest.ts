/** A number is looked for up to this many times as far away, or as near to zero. */
const FARTHEST = 1_000;
const STEPS = 60;
const HALVINGS = 60;

export interface Search {
  readonly from: number;
  /** Where it may be; both ends included. */
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  readonly holds: (value: number) => boolean;
  /** Negative on one side of where it holds and positive on the other, where it holds at one value alone. */
  readonly gap: ((value: number) => number) | null;
}

/**
 * The value nearest to `from` at which something holds, with as few digits as tell it; null where none is found within a thousandfold. What holds is
 * looked for in both directions, in steps that grow, and then closed in on by halving.
 */
export function nearest(search: Search): number | null {
  const found = [1, -1].flatMap((direction) => toward(search, direction) ?? []);
  found.sort((one, other) => Math.abs(one - search.from) - Math.abs(other - search.from));
  return found[0] ?? null;
}

function toward(search: Search, direction: number): number | null {
  const { from, low, high, holds, gap } = search;
  const unit = from === 0 ? 1 : Math.abs(from);
  let near = from;
  const before = gap?.(from) ?? 0;
  for (let step = 0; step < STEPS; step += 1) {
    // From a hundredth of the number to a thousand times the number.
    const distance = (unit / 100) * (FARTHEST * 100) ** (step / (STEPS - 1));
    const far = Math.min(high, Math.max(low, from + direction * distance));
    if (far === near) return null;
    if (holds(far)) return rounded(search, near, closest(near, far, holds));
    if (gap && gap(far) * before < 0) return crossing(near, far, gap);
    near = far;
  }
  return null;
}

/** The end of what holds, from inside: `near` does not hold and `far` does. */
function closest(near: number, far: number, holds: (value: number) => boolean): number {
  let [out, within] = [near, far];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (out + within) / 2;
    if (holds(middle)) within = middle;
    else out = middle;
  }
  return within;
}

function crossing(near: number, far: number, gap: (value: number) => number): number {
  const sign = Math.sign(gap(near));
  return closest(near, far, (value) => Math.sign(gap(value)) !== sign);
}

/** The fewest significant digits, from two on, that still hold, rounded away from where it does not. */
function rounded({ whole, holds, low, high }: Search, outside: number, value: number): number | null {
  const up = value > outside;
  const allowed = (one: number): boolean => one >= low && one <= high && holds(one);
  if (whole) {
    const one = up ? Math.ceil(value) : Math.floor(value);
    return allowed(one) ? one : null;
  }
  for (let digits = 2; digits <= 12; digits += 1) {
    const size = 10 ** (digits - 1 - Math.floor(Math.log10(Math.abs(value) || 1)));
    const one = Number(((up ? Math.ceil(value * size) : Math.floor(value * size)) / size).toPrecision(15));
    if (Math.abs(one - value) <= Math.abs(value) / 200 && allowed(one)) return one;
  }
  return value;
}
