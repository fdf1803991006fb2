import type { Unit } from '../model/unit.js';
import { formatNumber } from '../model/format.js';
import type { Language } from '../diagnostics/kind.js';
import type { Ordered } from './data-facts.js';
import { words } from './words.js';

interface Reader {
  readonly language: Language;
}

/** `1,339 (95.2%)`; without a whole only the count. */
export function shareText(reader: Reader, count: number, whole: number): string {
  const counted = count.toLocaleString('en-US');
  return whole > 0 ? words(reader).accounts(counted, `${((100 * count) / whole).toFixed(1)}%`) : counted;
}

/** A value of a metric or a column as reports show it; days stay as they are. */
export const valueText = (value: Ordered, unit: Unit): string =>
  typeof value === 'string' ? value : formatNumber(value, unit);
