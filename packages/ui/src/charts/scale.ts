import type { Distribution } from '@benchbook/engine/results';

/**
 * Where a value stands on a distribution's axis. On a logarithmic axis zero has a place of its own, one gap left of the
 * smallest bin: a logarithm has none for it.
 */
export interface Axis {
  readonly domain: readonly [number, number];
  /** The ends of the bar that counts the zeros; null when they need none. */
  readonly zero: readonly [number, number] | null;
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

const GAP = 0.04;
const ZERO_BAR = 0.06;

/** @param values further values that must be visible, such as benchmarks and the mean */
export function axisFor(distribution: Distribution, values: readonly number[]): Axis {
  return distribution.scale === 'log' ? logarithmic(distribution, values) : linear(distribution, values);
}

function linear({ bins, zero }: Distribution, values: readonly number[]): Axis {
  const known = [...bins.flatMap((bin) => [bin.low, bin.high]), ...values];
  const low = Math.min(...known, 0);
  const high = Math.max(...known, low + Number.EPSILON);
  const reach = high > low ? high - low : 1;
  // Zeros that no bin counts get a narrow bar of their own around 0.
  const counted = bins.some((bin) => bin.low <= 0 && bin.high > 0);
  const bar: readonly [number, number] | null = zero > 0 && !counted ? [-reach * ZERO_BAR, -reach * 0.008] : null;
  return {
    domain: [bar === null ? low : Math.min(low, bar[0]), low + reach],
    zero: bar,
    place: (value) => value,
    ticks: ticksBetween(low, low + reach),
  };
}

function logarithmic({ bins, zero }: Distribution, values: readonly number[]): Axis {
  const positive = [...bins.flatMap((bin) => [bin.low, bin.high]), ...values].filter((value) => value > 0);
  const low = Math.log10(Math.min(...positive, 1e300));
  const high = Math.log10(Math.max(...positive, 1e-300));
  const reach = high > low ? high - low : 1;
  const needsZero = zero > 0 || values.some((value) => value <= 0);
  const bar: readonly [number, number] | null = needsZero ? [low - reach * (GAP + ZERO_BAR), low - reach * GAP] : null;
  const zeroPlace = bar === null ? low : (bar[0] + bar[1]) / 2;
  const first = Math.ceil(low - 1e-9);
  const last = Math.floor(high + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / 6));
  const decades = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
    (decade) => (decade - first) % every === 0,
  );
  return {
    domain: [bar === null ? low : bar[0], low + reach],
    zero: bar,
    place: (value) => (value > 0 ? Math.log10(value) : zeroPlace),
    ticks: [...(bar === null ? [] : [0]), ...decades.map((decade) => 10 ** decade)],
  };
}

/** About five round numbers. */
function ticksBetween(low: number, high: number): readonly number[] {
  const rough = (high - low) / 5;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const first = Math.ceil(low / size);
  const count = Math.floor(high / size + 1e-9) - first + 1;
  return Array.from({ length: Math.max(1, count) }, (_, i) => (first + i) * size);
}
