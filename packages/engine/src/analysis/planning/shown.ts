import { formatNumber, type Unit, type ValueType } from '@benchbook/dsl';
import type { FigureAt } from '../../analysis-types.js';
import { COUNT, NUMBER, PERCENT } from '../../run/report/formatting.js';
import { money } from './money-unit.js';

/** A number in base units as a reader sees it in a unit; what is none is a dash. */
export function shown(value: number, unit: Unit): FigureAt {
  if (!Number.isFinite(value)) return { value: null, display: formatNumber(NaN, unit) };
  // A sum of decimals in doubles carries its last bits: fifteen digits are what a reader can trust.
  const own = Number((value / unit.scale.toNumber()).toPrecision(15));
  return { value: own, display: formatNumber(own, unit) };
}

export const shownMoney = (value: number, currency: string): FigureAt => shown(value, money(currency));

export const shownCount = (value: number): FigureAt => shown(value, COUNT);

export const shownShare = (share: number): FigureAt => shown(share, PERCENT);

/** A fraction as a percentage. */
export const percent = (share: number): string => shownShare(share).display;

export const unitOfFigure = (type: ValueType): Unit => (type.kind === 'number' ? type.unit : NUMBER);
