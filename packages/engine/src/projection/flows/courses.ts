import type { Moment, Phase, Quantity, Timing } from '@benchbook/dsl';
import type { Horizon } from '../time/horizon.js';
import { monthsIn } from '../time/durations.js';
import { monthsOf, type Times } from '../time/moments.js';
import { phaseMonths, type Months } from '../time/phases.js';
import { weigh, type Course } from '../time/weights.js';
import type { Numbers } from '../values/numbers.js';

/** When things are, trial by trial. */
export class Calendar {
  readonly #quantities: readonly Quantity[];
  #same: ReadonlyMap<string, Months> | null = null;

  constructor(
    readonly horizon: Horizon,
    readonly phases: readonly Phase[],
    readonly numbers: Numbers,
  ) {
    this.#quantities = phases.flatMap((phase) => [
      ...ofMoment(phase.starts),
      ...ofMoment(phase.ends),
      ...(phase.lasts ? [phase.lasts] : []),
    ]);
  }

  /** Whether phases are at other times in other trials. */
  get phasesVary(): boolean {
    return this.numbers.varies(this.#quantities);
  }

  phaseMonths(trial: number): ReadonlyMap<string, Months> {
    if (this.phasesVary) return this.#phasesIn(trial);
    return (this.#same ??= this.#phasesIn(trial));
  }

  /** The months of a moment in a trial; null where it has none. */
  months(moment: Moment, trial: number): Months | null {
    return monthsOf(moment, this.#times(trial));
  }

  /** Whether a moment is at another time in other trials. */
  varies(moment: Moment | null): boolean {
    return moment !== null && (this.numbers.varies(ofMoment(moment)) || (moment.kind === 'phase' && this.phasesVary));
  }

  #times(trial: number): Times {
    const phases = this.phaseMonths(trial);
    return { ...this.#plain(trial), phase: (name) => phases.get(name) ?? null };
  }

  #plain(trial: number): Omit<Times, 'phase'> {
    return { horizon: this.horizon, number: (quantity) => this.numbers.own(quantity, trial) };
  }

  #phasesIn(trial: number): ReadonlyMap<string, Months> {
    return phaseMonths(this.phases, this.#plain(trial));
  }
}

const ofMoment = (moment: Moment | null): readonly Quantity[] => (moment?.kind === 'period' ? [moment.number] : []);

/** Whether a flow flows at other times in other trials. */
export function timingVaries({ from, until, every, ramp, growth }: Timing, calendar: Calendar): boolean {
  return calendar.varies(from) || calendar.varies(until) || calendar.numbers.varies([every, ramp, growth]);
}

/**
 * The share of its amount that flows in each slot of one trial; nothing where its moments have no time.
 *
 * @param into of `months + 2` numbers
 */
export function weighTiming(timing: Timing, calendar: Calendar, trial: number, into: Float64Array): void {
  const course = courseOf(timing, calendar, trial);
  if (course === null) into.fill(0);
  else weigh(course, calendar.horizon.months, calendar.horizon.each, into);
}

function courseOf(
  { kind, from, until, every, ramp, growth }: Timing,
  calendar: Calendar,
  trial: number,
): Course | null {
  const { horizon, numbers } = calendar;
  const begins = from === null ? { first: 1, last: 1 } : calendar.months(from, trial);
  const ends = until === null ? { first: horizon.months, last: horizon.months } : calendar.months(until, trial);
  if (begins === null || ends === null) return null;
  const inMonths = (quantity: Quantity | null): number =>
    quantity === null ? 0 : numbers.own(quantity, trial) * monthsIn(quantity.unit);
  return {
    kind,
    first: Math.max(kind === 'once' ? 0 : 1, begins.first),
    last: ends.last,
    every: inMonths(every) || 1,
    ramp: inMonths(ramp),
    // A rate is said per year: as a fraction a year it is the number in its own unit.
    growth: growth === null ? 0 : numbers.own(growth, trial),
  };
}
