/** A figure that was drawn: those trials in which it has a value, and how many have none. */
export interface Sample {
  readonly values: Float64Array;
  readonly rising: Float64Array;
  readonly without: number;
}

/** An estimate, and its standard error; NaN where there is none. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

export function sampleOf(trials: Float64Array): Sample {
  const isWhole = trials.every((value) => Number.isFinite(value));
  const values = isWhole ? trials : trials.filter((value) => Number.isFinite(value));
  return { values, rising: values.slice().sort(), without: trials.length - values.length };
}

/** The error is the deviation over the root of the trials. */
export function meanOf({ values }: Sample): Estimate {
  const { mean, second } = moments(values);
  return { value: mean, error: values.length > 1 ? Math.sqrt(second / (values.length - 1)) : NaN };
}

/** The deviation with n − 1; its error by the fourth moment (Kendall and Stuart, The Advanced Theory of Statistics, 10.9). */
export function deviationOf({ values }: Sample): Estimate {
  const number = values.length;
  if (number < 2) return { value: NaN, error: NaN };
  const { second, fourth } = moments(values);
  const value = Math.sqrt((second * number) / (number - 1));
  return { value, error: second === 0 ? 0 : Math.sqrt((fourth - second ** 2) / (4 * second * number)) };
}

/**
 * The value below which a share of the trials lies, interpolated between neighbours (Hyndman and Fan 1996, definition 7). The error is half the
 * distance between the values one binomial deviation of the rank below and above.
 */
export function percentileOf({ rising }: Sample, share: number): Estimate {
  const number = rising.length;
  if (number === 0) return { value: NaN, error: NaN };
  const away = Math.sqrt(number * share * (1 - share));
  const at = (rank: number): number => interpolated(rising, Math.min(number - 1, Math.max(0, rank)));
  const rank = share * (number - 1);
  return { value: at(rank), error: number > 1 ? (at(rank + away) - at(rank - away)) / 2 : NaN };
}

function interpolated(rising: Float64Array, rank: number): number {
  const [below, above] = [rising[Math.floor(rank)] ?? NaN, rising[Math.ceil(rank)] ?? NaN];
  return below + (above - below) * (rank - Math.floor(rank));
}

/** How often something held, and the binomial error of that share. */
export function shareOf(held: number, trials: number): Estimate {
  const value = trials === 0 ? NaN : held / trials;
  return { value, error: Math.sqrt((value * (1 - value)) / trials) };
}

function moments(values: Float64Array): { readonly mean: number; readonly second: number; readonly fourth: number } {
  const number = values.length;
  if (number === 0) return { mean: NaN, second: NaN, fourth: NaN };
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / number;
  let second = 0;
  let fourth = 0;
  for (const value of values) {
    const square = (value - mean) ** 2;
    second += square;
    fourth += square * square;
  }
  return { mean, second: second / number, fourth: fourth / number };
}
