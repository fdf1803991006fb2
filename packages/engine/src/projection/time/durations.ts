import type { Unit } from '@benchbook/dsl';

/** Days in a month, over the 400 years of the calendar: 146097 / 4800. */
export const DAYS_A_MONTH = 30.436875;

/** What a time in this unit is multiplied by to be months. Days and weeks are parts of the average month. */
export function monthsIn({ dimension, scale }: Unit): number {
  return dimension.days === 1 ? scale.toNumber() / DAYS_A_MONTH : scale.toNumber();
}

/** What an amount per such a time, in its base unit, is multiplied by to be per month; 1 for what is not said per time. */
export const perMonth = ({ dimension }: Unit): number => (dimension.days === -1 ? DAYS_A_MONTH : 1);
