import type { ShowResult } from '@benchbook/engine';
import { count, fixed, percent } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

type Value = ShowResult['rows'][number][number];

/** How the values of one column are written: a column of numbers has decimals in all of its rows or in none. */
export function columnDisplay(show: ShowResult, index: number, words: Words['report']): (value: Value) => string {
  const kind = show.columns[index]?.kind;
  const whole = show.rows.every((row) => typeof row[index] !== 'number' || Number.isInteger(row[index]));
  return (value) => {
    if (value === null) return words.none;
    if (typeof value === 'string') return value;
    if (kind === 'percent') return percent(value);
    return whole || kind === 'count' ? count(value) : fixed(value);
  };
}
