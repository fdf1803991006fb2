import type { MetricReport } from '@benchbook/engine/results';
import { languageTag, type Language } from './language.js';

export type NumberKind = MetricReport['kind'];

/** Numbers as a reader of one language expects them. Where the report brings a display text, that text is used instead. */
export interface Format {
  readonly language: Language;
  readonly count: (value: number) => string;
  /** At most `digits` digits after the point; as many as two unless told. */
  readonly number: (value: number, digits?: number) => string;
  /** A figure with exactly two digits, so that a column of scores lines up. */
  readonly score: (value: number) => string;
  /** A fraction as a percentage. */
  readonly percent: (value: number, digits?: number) => string;
  /** A share with exactly one digit, as the report writes shares. */
  readonly share: (value: number) => string;
  /** A short form for axes: 12k, 1.2万. */
  readonly short: (value: number) => string;
  readonly value: (value: number, kind: NumberKind) => string;
  /** How a whole column of such values is written, so that its decimal points line up. */
  readonly column: (values: Iterable<number | null>, kind: NumberKind) => (value: number) => string;
  readonly time: (moment: Date) => string;
}

export function formatFor(language: Language): Format {
  const tag = languageTag(language);
  const kept = new Map<string, Intl.NumberFormat>();
  const by = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const found = kept.get(key) ?? new Intl.NumberFormat(tag, options);
    kept.set(key, found);
    return found;
  };
  const number = (value: number, digits = 2): string => by({ maximumFractionDigits: digits }).format(value);
  const percent = (value: number, digits = 1): string =>
    by({ style: 'percent', maximumFractionDigits: digits }).format(value);
  const clock = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const fixed = (digits: number, style: 'decimal' | 'percent' = 'decimal'): ((value: number) => string) => {
    const write = by({ style, minimumFractionDigits: digits, maximumFractionDigits: digits });
    return (value) => write.format(value);
  };
  return {
    language,
    number,
    percent,
    share: fixed(1, 'percent'),
    count: (value) => by({ maximumFractionDigits: 0 }).format(value),
    score: (value) => by({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value),
    short: (value) => by({ notation: 'compact', maximumFractionDigits: 1 }).format(value),
    value: (value, kind) => {
      if (kind === 'percent') return percent(value, 2);
      if (kind === 'count') return number(value, 0);
      if (kind === 'money') return number(value, Math.abs(value) >= 1000 ? 0 : 2);
      return number(value);
    },
    column: (values, kind) => {
      if (kind === 'count') return fixed(0);
      if (kind === 'percent') return fixed(isEach(values, (value) => Number.isInteger(value * 100)) ? 0 : 1, 'percent');
      if (kind === 'money')
        return fixed(isEach(values, (value) => Number.isInteger(value) || Math.abs(value) >= 1000) ? 0 : 2);
      return fixed(isEach(values, Number.isInteger) ? 0 : 2);
    },
    time: (moment) => clock.format(moment),
  };
}

/** Whether something holds for every known value; a long column is left at the first for which it does not. */
function isEach(values: Iterable<number | null>, holds: (value: number) => boolean): boolean {
  for (const value of values) if (value !== null && Number.isFinite(value) && !holds(value)) return false;
  return true;
}

/** Which side of a bound passes, as its text says; null for a range or an equality. */
export function passingSide(threshold: string): 'above' | 'below' | null {
  if (/^\s*[>≥]/u.test(threshold)) return 'above';
  return /^\s*[<≤]/u.test(threshold) ? 'below' : null;
}

/** `>= 5` as a reader expects it: `≥ 5`. */
export function tidyThreshold(text: string): string {
  return text.replaceAll('>=', '≥').replaceAll('<=', '≤').replaceAll('!=', '≠');
}
