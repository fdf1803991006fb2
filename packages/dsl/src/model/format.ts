import type { Unit, UnitKind } from './unit.js';
import { percentPer } from './units.js';

/** Decimals shown when none are asked for; a ratio below 0.01 shows two digits, however far behind the point. */
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
  const time = typeof unit === 'string' ? null : percentPer(unit);
  if (time !== null) return `${formatNumber(value, 'percent', digits)} ${time}`;
  const kind = typeof unit === 'string' ? unit : unit.kind;
  const decimals = digits ?? (kind === 'count' && !Number.isInteger(value) ? 2 : DIGITS[kind]);
  const shown = kind === 'percent' || kind === 'points' ? value * 100 : value;
  const text = grouped(
    rounded(shown, digits === undefined ? Math.max(decimals, decimalsOfSmall(shown, kind)) : decimals),
  );
  if (kind === 'percent') return `${text}%`;
  if (kind === 'points') return `${text}pp`;
  const named = (kind === 'money' || kind === 'duration') && typeof unit !== 'string';
  return named ? `${text} ${unit.text}` : text;
}

/** Decimals that show two digits of a small ratio: 0.0049 rather than 0.00, which would read as nothing. */
function decimalsOfSmall(value: number, kind: UnitKind): number {
  if (value === 0 || Math.abs(value) >= 0.01 || (kind !== 'ratio' && kind !== 'number')) return 0;
  return Math.min(12, 1 - Math.floor(Math.log10(Math.abs(value))));
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
