import type { Unit, UnitKind } from './unit.js';

/** Decimals shown when none are asked for. */
const DIGITS: Readonly<Record<UnitKind, number>> = {
  number: 2,
  count: 0,
  percent: 2,
  points: 2,
  money: 2,
  duration: 1,
  ratio: 2,
};

/**
 * A number as terminal, JSON and page show it: `1.73%`, `186.41`, `1,339`, `56,310,000.00 CNY`.
 *
 * @param value in the unit; percents and points are fractions (0.0173)
 * @param unit the unit, or only its kind; a currency is shown when the unit is given
 * @param digits decimals, as shown (after the fraction became a percent)
 */
export function formatNumber(value: number, unit: Unit | UnitKind, digits?: number): string {
  if (!Number.isFinite(value)) return '–';
  const kind = typeof unit === 'string' ? unit : unit.kind;
  const decimals = digits ?? (kind === 'count' && !Number.isInteger(value) ? 2 : DIGITS[kind]);
  const shown = kind === 'percent' || kind === 'points' ? value * 100 : value;
  const text = grouped(rounded(shown, decimals));
  if (kind === 'percent') return `${text}%`;
  if (kind === 'points') return `${text}pp`;
  const named = (kind === 'money' || kind === 'duration') && typeof unit !== 'string';
  return named ? `${text} ${unit.text}` : text;
}

/** Half away from zero, on the decimal a reader sees: 1.005 is shown as 1.01 with two digits. */
function rounded(value: number, digits: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toPrecision(15).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const text = Number.isSafeInteger(shifted)
    ? Number(`${shifted}e-${digits}`).toFixed(digits)
    : Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `-${text}` : text;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
