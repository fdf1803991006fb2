import type { Quantile } from './quantile.js';

/** Every value from low to high is as likely. */
export function uniform(low: number, high: number): Quantile {
  const width = high - low;
  return (chances) => {
    for (let index = 0; index < chances.length; index++)
      chances[index] = Math.min(high, low + width * (chances[index] ?? 0));
  };
}

/** Every whole number from first to last is as likely. */
export function wholeUniform(first: number, last: number): Quantile {
  const count = last - first + 1;
  return (chances) => {
    for (let index = 0; index < chances.length; index++)
      chances[index] = Math.min(last, first + Math.floor(count * (chances[index] ?? 0)));
  };
}

/** The density rises straight from low to mode and falls straight to high. */
export function triangular(low: number, mode: number, high: number): Quantile {
  const width = high - low;
  const [rising, falling] = [width * (mode - low), width * (high - mode)];
  const turn = (mode - low) / width;
  return (chances) => {
    for (let index = 0; index < chances.length; index++) {
      const chance = chances[index] ?? 0;
      chances[index] = chance < turn ? low + Math.sqrt(chance * rising) : high - Math.sqrt((1 - chance) * falling);
    }
  };
}
