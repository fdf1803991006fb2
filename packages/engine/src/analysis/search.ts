import type Big from 'big.js';
import { asNumber } from '../run/figures.js';
import type { Changes } from '../scenario/apply-scenario.js';
import type { Course } from '../analysis-types.js';
import { outcomeOf, type Goal, type Outcome } from './goal.js';
import { isShort, within, type Rising, type Steps } from './rising.js';
import { roundest } from './roundest.js';
import type { WhatIfs } from './what-ifs.js';

/** How much is tried of one thing. */
export interface Effort {
  /** So many steps are tried one by one. */
  readonly most: number;
  /** Of more, so many evenly spread, and then those between which something changes. */
  readonly spread: number;
}

/** Where counts tell the figure. */
export const CHEAP: Effort = { most: 2_000, spread: 200 };
/** Where every value takes a run. */
export const COSTLY: Effort = { most: 100, spread: 40 };

/** Of a number whose steps are not known, so many even steps are tried first: each may take a run. */
const GRID = 40;
/** Whole numbers are all tried up to so many. */
const MOST_WHOLE = 200;
/** An edge between two values of a grid is searched for until it lies within this share of what is searched. */
const FINE = 1e-4;

/** One thing that is moved, and what that changes. */
export interface Moved {
  readonly low: Big;
  readonly high: Big;
  readonly whole: boolean;
  /** Where it stands; null where that is no one value. */
  readonly current: Big | null;
  /** One value between any two at which it can matter; null where those are not known. */
  readonly steps: Steps | null;
  readonly effort: Effort;
  readonly changesAt: (at: Big) => Changes;
}

export interface Tried extends Outcome {
  readonly at: Big;
}

/** What was tried of one thing, and what came of it. */
export interface Search {
  /** As it stands; null where that is no one value. */
  readonly standing: Tried | null;
  /** The value nearest to the present one that meets the goal; null where none does. */
  readonly found: Tried | null;
  /** The value with which the figure comes nearest. */
  readonly nearest: Tried | null;
  /** Between which of the values tried the goal is met, both included. */
  readonly stretches: readonly { readonly from: Big; readonly to: Big }[];
  readonly course: Course;
  readonly tried: number;
  readonly by: 'every step' | 'grid';
}

/**
 * Moves one thing until a goal is met. Every step is tried that the data has, as far as they are known and few enough; else a grid, refined at its edges.
 * Nothing is assumed of how the figure goes.
 */
export async function search(moved: Moved, goal: Goal, whatIfs: WhatIfs, signal: AbortSignal): Promise<Search> {
  const { low, high, steps, whole, current } = moved;
  const trial = new Trial(moved, goal, whatIfs, signal);
  await trial.all(candidates(moved));
  if (steps !== null) await trial.steps(within(steps, low, high));
  if (steps === null && !whole) await trial.refine(high.minus(low).times(FINE));
  const away = ({ at }: Tried): Big => (current === null ? at.minus(low) : at.minus(current).abs());
  const nearestMet = (): Tried | null =>
    trial
      .tried()
      .filter(({ met }) => met === true)
      .toSorted((a, b) => away(a).cmp(away(b)))[0] ?? null;
  const between = nearestMet();
  // A goal that is met at 30% because nobody has more than 20% and less than 40% is met at 40%, too.
  if (between !== null && steps !== null)
    await trial.all(steps.beside(between.at).filter((at) => isShort(at) && at.gte(low) && at.lte(high)));
  const tried = trial.tried();
  const found = nearestMet();
  const [nearest = null] = tried
    .filter(({ gap }) => gap !== null)
    .toSorted((a, b) => (a.gap ?? 0) - (b.gap ?? 0) || away(a).cmp(away(b)));
  return {
    standing: (current && tried.find(({ at }) => at.eq(current))) ?? null,
    found,
    nearest,
    stretches: stretches(tried),
    course: courseOf(tried),
    tried: tried.length,
    by: steps !== null && steps.length <= moved.effort.most ? 'every step' : 'grid',
  };
}

/** What was tried, by value: nothing is worked out twice. */
class Trial {
  readonly #tried = new Map<string, Tried>();

  constructor(
    private readonly moved: Moved,
    private readonly goal: Goal,
    private readonly whatIfs: WhatIfs,
    private readonly signal: AbortSignal,
  ) {}

  tried(): readonly Tried[] {
    return [...this.#tried.values()].sort((a, b) => a.at.cmp(b.at));
  }

  async all(values: readonly Big[]): Promise<void> {
    for (const value of values) await this.#at(value);
  }

  /** Tries steps; of very many some, and then, between those that differ, ever nearer to where they do. */
  async steps(steps: Rising): Promise<void> {
    const { most, spread } = this.moved.effort;
    const last = steps.length - 1;
    const places =
      steps.length <= most
        ? Array.from({ length: steps.length }, (_, place) => place)
        : Array.from({ length: spread + 1 }, (_, step) => Math.round((step * last) / spread));
    for (const [step, place] of places.entries()) {
      const here = await this.#at(steps.at(place));
      const before = places[step - 1];
      if (before !== undefined) await this.#between(steps, before, place, here);
    }
  }

  async #between(steps: Rising, before: number, place: number, here: Tried): Promise<void> {
    let [low, high] = [before, place];
    const first = await this.#at(steps.at(low));
    if (first.met === here.met) return;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((await this.#at(steps.at(middle))).met === first.met) low = middle;
      else high = middle;
    }
  }

  /** Between any two neighbours that differ, tries rounder and rounder numbers until they lie close. */
  async refine(fine: Big): Promise<void> {
    const tried = this.tried();
    for (const [index, after] of tried.entries()) {
      const before = tried[index - 1];
      if (before === undefined || before.met === after.met) continue;
      let [low, high] = [before.at, after.at];
      while (high.minus(low).gt(fine)) {
        const middle = roundest(low.plus(high.minus(low).div(4)), high.minus(high.minus(low).div(4)));
        if ((await this.#at(middle)).met === before.met) low = middle;
        else high = middle;
      }
    }
  }

  async #at(at: Big): Promise<Tried> {
    const key = at.toFixed();
    const known = this.#tried.get(key);
    if (known) return known;
    this.signal.throwIfAborted();
    const found = { at, ...(await outcomeOf(this.goal, this.moved.changesAt(at), this.whatIfs, this.signal)) };
    this.#tried.set(key, found);
    return found;
  }
}

/** The ends and where it stands; a grid where no steps are known. */
function candidates({ steps, low, high, whole, current }: Moved): readonly Big[] {
  const span = high.minus(low);
  const parts = whole && span.lte(MOST_WHOLE) ? span.toNumber() : GRID;
  const grid = Array.from({ length: Math.max(1, parts) + 1 }, (_, step) => {
    const value = low.plus(span.times(step).div(Math.max(1, parts)));
    return whole ? value.round(0) : value;
  });
  const all = [low, high, ...(current === null ? [] : [current]), ...(steps === null ? grid : [])];
  return all.filter((value) => value.gte(low) && value.lte(high));
}

/** Runs of neighbours among what was tried that meet the goal. */
function stretches(tried: readonly Tried[]): readonly { readonly from: Big; readonly to: Big }[] {
  const found: { from: Big; to: Big }[] = [];
  let open: { from: Big; to: Big } | null = null;
  for (const { at, met } of tried) {
    if (met !== true) open = null;
    else if (open) open.to = at;
    else found.push((open = { from: at, to: at }));
  }
  return found;
}

function courseOf(tried: readonly Tried[]): Course {
  const values = tried.flatMap(({ left }) => (left === null ? [] : [asNumber(left)]));
  const [rises, falls] = [1, -1].map((sign) =>
    values.some((value, index) => index > 0 && (value - (values[index - 1] ?? 0)) * sign > 0),
  );
  if (rises) return falls ? 'turns' : 'rises';
  return falls ? 'falls' : 'level';
}
