import type { Projection } from '../../model/planning/projection.js';
import type { Moment } from '../../model/planning/time.js';
import type { Scope } from '../scope.js';
import { firstMonth } from './moments.js';

/** Refuses a flow that begins after the plan has ended: it would never flow. */
export function reportLateFlows(
  scope: Scope,
  { periods, from, flows }: Pick<Projection, 'periods' | 'from' | 'flows'>,
): boolean {
  const months = periods.number.value.times(periods.unit === 'years' ? 12 : 1).toNumber();
  const late = flows.find(({ timing }) => timing.from && isLate(timing.from, months, from));
  if (late === undefined) return true;
  const { number, unit } = periods;
  const plan = { en: `${number.value.toFixed()} ${unit}`, zh: `${number.value.toFixed()} ${unit}` };
  scope.report('B618', late.span, { flow: late.name, plan });
  return false;
}

function isLate(moment: Moment, months: number, from: string | null): boolean {
  if (moment.kind !== 'date') return (firstMonth(moment) ?? 0) > months;
  if (from === null) return false;
  return monthsBetween(from, moment.iso) >= months || moment.iso < from;
}

/** Whole months from the month of one day to that of another. */
function monthsBetween(from: string, to: string): number {
  const count = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  return count(to) - count(from);
}
