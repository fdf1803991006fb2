import type { Model, Projection } from '@benchbook/dsl';

/**
 * The time of a plan. Months count from 1; what flows stands in slots: 0 is before the first month, 1 to `months` are the months, the last one
 * is after them.
 */
export interface Horizon {
  readonly months: number;
  /** Months in a period: 1, or 12 when the plan counts years. */
  readonly each: 1 | 12;
  readonly periods: number;
  /** The first day of the first month; null: periods have no dates. */
  readonly from: string | null;
}

export function horizonOf({ periods, from }: Pick<Projection, 'periods' | 'from'>): Horizon {
  const each = periods.unit === 'years' ? 12 : 1;
  const number = periods.number.value.toNumber();
  return { months: number * each, each, periods: number, from: from === null ? null : `${from.slice(0, 7)}-01` };
}

/** Months from the year 0 to the month of a day. */
const counted = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

/** The month in which a day lies, counted from 1; null when the plan has no dates. It may lie outside the plan. */
export const monthOfDay = (iso: string, { from }: Horizon): number | null =>
  from === null ? null : counted(iso) - counted(from) + 1;

/** The first day of a month, counted from 1; null when the plan has no dates. */
export function dayOfMonth(month: number, { from }: Horizon): string | null {
  if (from === null) return null;
  const whole = counted(from) + month - 1;
  const [year, at] = [Math.floor(whole / 12), (whole % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(at).padStart(2, '0')}-01`;
}

/** The time of a model; of what stands outside models, that of the first one, else one year. */
export function planHorizon({ planning }: Model, projection: Projection | null = planning.models[0] ?? null): Horizon {
  return projection === null ? { months: 12, each: 1, periods: 12, from: null } : horizonOf(projection);
}
