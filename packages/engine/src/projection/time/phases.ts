import type { Phase } from '@benchbook/dsl';
import { monthsIn } from './durations.js';
import { monthsOf, type Times } from './moments.js';

/** The first month and the last, both included, counted from 1. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

/**
 * When each phase is: from where it says, else when all it comes after have ended, else with the plan; until where it says, else as long as it
 * lasts in whole months, else with the plan's last month. Phases without a time (dates in a plan that has none) are left out.
 */
export function phaseMonths(phases: readonly Phase[], times: Omit<Times, 'phase'>): ReadonlyMap<string, Months> {
  const found = new Map<string, Months | null>();
  const of = (name: string): Months | null => {
    const known = found.get(name);
    if (known !== undefined) return known;
    // A circle is refused by the checker; one that a scenario makes has no time.
    found.set(name, null);
    const phase = phases.find((one) => one.name === name);
    const months = phase === undefined ? null : span(phase, { ...times, phase: of });
    found.set(name, months);
    return months;
  };
  return new Map(
    phases.flatMap(({ name }) => {
      const months = of(name);
      return months === null ? [] : [[name, months] as const];
    }),
  );
}

function span({ starts, ends, lasts, after }: Phase, times: Times): Months | null {
  const before = after.map((name) => times.phase(name));
  const first =
    starts === null
      ? Math.max(1, ...before.map((one) => (one?.last ?? 0) + 1))
      : (monthsOf(starts, times)?.first ?? null);
  if (first === null || (starts === null && before.includes(null))) return null;
  const last = lastMonth(first, ends, lasts, times);
  return last === null ? null : { first, last: Math.max(first, last) };
}

function lastMonth(first: number, ends: Phase['ends'], lasts: Phase['lasts'], times: Times): number | null {
  if (ends !== null) return monthsOf(ends, times)?.last ?? null;
  if (lasts === null) return times.horizon.months;
  // Thirds of a month that add up to whole ones must not cost another.
  return first + Math.max(1, Math.ceil(times.number(lasts) * monthsIn(lasts.unit) - 1e-9)) - 1;
}

/** A phase on the way to the end of all. */
export interface Standing extends Months {
  readonly name: string;
  /** Months by which it could end later without ending the whole later; 0 on the critical path. */
  readonly slack: number;
}

/** Each phase with the months it could be late: what waits for it is pushed, down to the last end of all (critical path method, Kelley and Walker 1959). */
export function standings(phases: readonly Phase[], months: ReadonlyMap<string, Months>): readonly Standing[] {
  const end = Math.max(0, ...[...months.values()].map(({ last }) => last));
  const latest = new Map<string, number>();
  const latestEnd = (name: string): number => {
    const known = latest.get(name);
    if (known !== undefined) return known;
    const waiting = phases.filter(({ after }) => after.includes(name));
    const found = Math.min(
      end,
      ...waiting.flatMap((one) => {
        const at = months.get(one.name);
        return at === undefined ? [] : [latestEnd(one.name) - (at.last - at.first + 1)];
      }),
    );
    latest.set(name, found);
    return found;
  };
  return phases.flatMap(({ name }) => {
    const at = months.get(name);
    return at === undefined ? [] : [{ name, ...at, slack: Math.max(0, latestEnd(name) - at.last) }];
  });
}
