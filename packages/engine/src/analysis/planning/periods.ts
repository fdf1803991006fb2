import type { Projection } from '@benchbook/dsl';
import { slotsOf } from '../../projection/flows/series.js';
import { dayOfMonth, type Horizon } from '../../projection/time/horizon.js';

/** The columns in which a model's money is shown: its periods, and what lies before and after them where something flows there. */
export interface Columns {
  readonly names: readonly string[];
  /** The slots that each column adds up. */
  readonly slots: readonly (readonly number[])[];
}

export function columnsOf(horizon: Horizon, used: readonly Float64Array[]): Columns {
  const flows = (slot: number): boolean => used.some((slots) => slots[slot] !== 0);
  const periods = Array.from({ length: horizon.periods }, (_, index) => ({
    name: nameOf(index + 1, horizon),
    slots: Array.from({ length: horizon.each }, (__, month) => index * horizon.each + month + 1),
  }));
  const all = [
    ...(flows(0) ? [{ name: 'start', slots: [0] }] : []),
    ...periods,
    ...(flows(horizon.months + 1) ? [{ name: 'end', slots: [horizon.months + 1] }] : []),
  ];
  return { names: all.map(({ name }) => name), slots: all.map(({ slots }) => slots) };
}

export const periodNames = (horizon: Horizon): readonly string[] =>
  Array.from({ length: horizon.periods }, (_, index) => nameOf(index + 1, horizon));

/** `2025-03`, `2025`, or the number of a period that has no date. */
function nameOf(period: number, horizon: Horizon): string {
  const day = dayOfMonth((period - 1) * horizon.each + 1, horizon);
  if (day === null) return String(period);
  // A year of a plan that begins in July is not the calendar's.
  if (horizon.each === 12) return day.slice(5, 7) === '01' ? day.slice(0, 4) : day.slice(0, 7);
  return day.slice(0, 7);
}

export const inColumns = (slots: Float64Array, { slots: of }: Columns): readonly number[] =>
  of.map((each) => each.reduce((sum, slot) => sum + (slots[slot] ?? 0), 0));

/** Nothing in any slot. */
export const nothing = (horizon: Horizon): Float64Array => new Float64Array(slotsOf(horizon));

export const unitOfPeriods = ({ periods }: Projection): 'months' | 'years' => periods.unit;
