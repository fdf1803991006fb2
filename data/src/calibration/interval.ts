/** Where a figure has to lie; both ends belong to it. */
export type Interval = { readonly from: number; readonly to: number };

export const exactly = (value: number): Interval => ({ from: value, to: value });

export const between = (from: number, to: number): Interval => ({ from, to });

/** All that prints as this value with so many decimals, less a margin that keeps off the rounding edge. */
export function printed(value: number, decimals: number): Interval {
  const reach = 0.45 * 10 ** -decimals;
  return { from: value - reach, to: value + reach };
}

export const holds = ({ from, to }: Interval, value: number): boolean => from <= value && value <= to;

export const middle = ({ from, to }: Interval): number => (from + to) / 2;

/** What has to be added to reach the interval: 0 inside, negative when the value is too large. */
export function missing({ from, to }: Interval, value: number): number {
  if (value < from) return from - value;
  return value > to ? to - value : 0;
}
