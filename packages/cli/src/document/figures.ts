const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const FIXED = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const WEIGHT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 2 });

/** 1339 → `1,339`. */
export const count = (value: number): string => COUNT.format(value);
/** At most two decimals: 16.004 → `16`. */
export const number = (value: number): string => NUMBER.format(value);
/** Always two decimals, as scores are printed: 16 → `16.00`. */
export const fixed = (value: number): string => FIXED.format(value);
/** A fraction with one decimal: 0.95167 → `95.2%`. */
export const percent = (value: number): string => PERCENT.format(value);
/** A fraction with no more decimals than it needs: 0.4 → `40%`. */
export const weight = (value: number): string => WEIGHT.format(value);
/** What stands where there is no value. */
export const NONE = '–';
