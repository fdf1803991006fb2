/** Puts in the place of each chance, strictly between 0 and 1, the value below which a number turns out with it. */
export type Quantile = (chances: Float64Array) => void;

/** For distributions that know only one value. */
export const always =
  (value: number): Quantile =>
  (chances) => {
    chances.fill(value);
  };
