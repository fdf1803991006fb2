import type { Words } from '../language/words.js';

/** What a reader calls a declaration. */
export const titleOf = ({ name, label }: { readonly name: string; readonly label: string | null }): string =>
  label ?? name;

/** The months of a plan without dates are counted; what has a date is called by it. */
export const periodLabel = (column: string, words: Words['planning']): string =>
  /^\d{1,3}$/.test(column) ? words.month(Number(column)) : column;
