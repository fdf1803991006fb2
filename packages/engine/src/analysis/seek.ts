import {
  NO_ENTRIES,
  numberIndex,
  valueAt,
  type Figure,
  type FigureCondition,
  type Limits,
  type Model,
  type NamedNumber,
  type PlanCondition,
  type Seek,
  type Unit,
} from '@benchbook/dsl';
import Big from 'big.js';
import { inUnit } from '../plan/units.js';
import { asNumber, holds, unitOf } from '../run/figures.js';
import { setPlace } from '../scenario/set-place.js';
import type { Course, SeekPoint, SeekResult } from '../analysis-types.js';
import { figureOfData } from './figure-of-data.js';
import { roundest } from './roundest.js';
import { shownFigure, shownPoint } from './shown-figure.js';
import { stepsOf } from './steps-of.js';
import type { Value, WhatIfs } from './what-ifs.js';

/** So many values are tried one by one; of more, some evenly spread, and then those between which something changes. */
const MOST_TRIED = 2_000;
const SPREAD = 200;
/** Of a number whose steps are not known, so many even steps are tried first: each may take a run. */
const GRID = 40;
/** An edge between two values of a grid is searched for until it lies within this share of what is searched. */
const FINE = 1e-4;

/**
 * The value nearest to the present one with which a goal is met, or the value that comes nearest to it. Of a threshold every step is tried that the
 * data has; of other numbers a grid, refined at its edges. Nothing is assumed of how the figure goes.
 *
 * @throws DataError for a goal about what only a plan comes to
 */
export async function seek(asked: Seek, whatIfs: WhatIfs, signal: AbortSignal): Promise<SeekResult> {
  const { model } = whatIfs.run.plan;
  const goal = goalOf(asked.goal, asked, model);
  const number = numberOf(asked, model);
  const { unit } = number;
  const current = currentValue(asked, model);
  const steps = await stepsOf(number, whatIfs.run);
  const [low, high] = limits(asked.within ?? number.bounds, number, current, steps ?? []);
  const trial = new Trial(asked, goal, whatIfs, signal);
  await trial.all(candidates(steps, { low, high, whole: number.whole, current }));
  if (steps === null && !number.whole) await trial.refine(high.minus(low).times(FINE));
  const tried = trial.tried();
  const point = ({ at, left }: Tried): SeekPoint => ({ ...shownPoint(at, unit), figure: shownFigure(goal.left, left) });
  const away = ({ at }: Tried): Big => (current === null ? at.minus(low) : at.minus(current).abs());
  const [found] = tried.filter(({ met }) => met === true).toSorted((a, b) => away(a).cmp(away(b)));
  const [near] = tried
    .filter(({ gap }) => gap !== null)
    .toSorted((a, b) => (a.gap ?? 0) - (b.gap ?? 0) || away(a).cmp(away(b)));
  const standing = current === null ? undefined : tried.find(({ at }) => at.eq(current));
  return {
    name: asked.name,
    label: asked.label,
    file: model.file,
    line: asked.line,
    place: asked.place.text,
    goal: asked.goal.text,
    current: standing ? point(standing) : null,
    met: standing?.met ?? null,
    found: found ? point(found) : null,
    nearest: found === undefined && near !== undefined ? point(near) : null,
    stretches: stretches(tried).map(({ from, to }) => ({ from: shownPoint(from, unit), to: shownPoint(to, unit) })),
    course: courseOf(tried),
    within: { from: shownPoint(low, unit), to: shownPoint(high, unit) },
    tried: tried.length,
    by: steps !== null && steps.length <= MOST_TRIED ? 'every step' : 'grid',
  };
}

interface Goal {
  readonly left: Figure;
  readonly right: Figure;
  readonly operator: FigureCondition['operator'];
}

interface Tried {
  readonly at: Big;
  readonly left: Value;
  readonly met: boolean | null;
  /** How far the figure is from what it is compared with; null where that cannot be told. */
  readonly gap: number | null;
}

/** What was tried, by value: nothing is worked out twice. */
class Trial {
  readonly #tried = new Map<string, Tried>();

  constructor(
    private readonly asked: Seek,
    private readonly goal: Goal,
    private readonly whatIfs: WhatIfs,
    private readonly signal: AbortSignal,
  ) {}

  tried(): readonly Tried[] {
    return [...this.#tried.values()].sort((a, b) => a.at.cmp(b.at));
  }

  /** Tries values; of very many some, and then, between those that differ, ever nearer to where they do. */
  async all(values: readonly Big[]): Promise<void> {
    if (values.length <= MOST_TRIED) {
      for (const value of values) await this.#at(value);
      return;
    }
    const places = Array.from({ length: SPREAD + 1 }, (_, step) => Math.round((step * (values.length - 1)) / SPREAD));
    for (const [step, place] of places.entries()) {
      const here = await this.#atPlace(values, place);
      const before = places[step - 1];
      if (before !== undefined) await this.#between(values, before, place, here);
    }
  }

  async #between(values: readonly Big[], before: number, place: number, here: Tried): Promise<void> {
    let [low, high] = [before, place];
    const first = await this.#atPlace(values, low);
    if (first.met === here.met) return;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((await this.#atPlace(values, middle)).met === first.met) low = middle;
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

  #atPlace(values: readonly Big[], place: number): Promise<Tried> {
    return this.#at(values[place] ?? new Big(0));
  }

  async #at(at: Big): Promise<Tried> {
    const key = at.toFixed();
    const known = this.#tried.get(key);
    if (known) return known;
    this.signal.throwIfAborted();
    const { left: one, right: other, operator } = this.goal;
    const changes = setPlace(this.asked.place, at, this.asked.line);
    const [left = null, right = null] = await this.whatIfs.figures(
      other.kind === 'constant' ? [one] : [one, other],
      changes,
      this.signal,
    );
    const compared = other.kind === 'constant' ? constantIn(other, unitOf(one)) : right;
    const met = left === null || compared === null ? null : holds(operator, left, compared);
    const gap = left === null || compared === null ? null : Math.abs(asNumber(left) - asNumber(compared));
    const found = { at, left, met, gap };
    this.#tried.set(key, found);
    return found;
  }
}

/** The goal with a figure on the left, and a number or another figure on the right. */
function goalOf(condition: FigureCondition | PlanCondition, asked: Seek, model: Model): Goal {
  const { left, operator, right } = condition;
  const [one, other] = [left, right ?? left].map((figure) => figureOfData(figure, asked, model));
  if (one === undefined || other === undefined) throw new Error('a goal without a figure');
  if (one.kind !== 'constant') return { left: one, operator, right: other };
  return { left: other, operator: FLIPPED[operator], right: one };
}

const FLIPPED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=', holds: 'holds' } as const;

function constantIn(figure: Extract<Figure, { kind: 'constant' }>, unit: Unit | null): Value {
  const { constant } = figure;
  if (constant.kind !== 'quantity') return null;
  return { numerator: inUnit(constant.quantity, unit ?? constant.quantity.unit), denominator: new Big(1) };
}

/** The first number of the place: all of one place are alike in unit and bounds. */
function numberOf({ place }: Seek, model: Model): NamedNumber {
  const index = numberIndex(model.scenario?.base ?? model);
  const found = place.paths.flatMap((path) => index.get(path) ?? []).find(({ is }) => is === 'number');
  if (found?.is !== 'number') throw new Error(`no number stands at ${place.text}`);
  return found.at;
}

/** Where all numbers of the place stand; null where they differ. */
function currentValue({ place }: Seek, model: Model): Big | null {
  const index = numberIndex(model.scenario?.base ?? model);
  const values = place.paths.map((path) => valueAt(index, model.scenario?.entries ?? NO_ENTRIES, path));
  const [first = null] = values;
  return first !== null && values.every((value) => value?.eq(first) === true) ? first : null;
}

/** From where to where is searched: a number without a natural end over all its steps, else up to some times what it is. */
function limits(
  { low, high }: Limits,
  { value }: NamedNumber,
  current: Big | null,
  steps: readonly Big[],
): readonly [Big, Big] {
  const about = (current ?? value).abs().plus(1);
  const [first = about.times(-FAR), last = about.times(FAR)] = [steps[0], steps.at(-1)];
  const [from, to] = [low ?? first, high ?? last];
  return from.gt(to) ? [from, from] : [from, to];
}

const FAR = 10;

function candidates(
  steps: readonly Big[] | null,
  { low, high, whole, current }: { low: Big; high: Big; whole: boolean; current: Big | null },
): readonly Big[] {
  const inside = (value: Big): boolean => value.gte(low) && value.lte(high);
  const span = high.minus(low);
  const parts = whole && span.lte(SPREAD) ? span.toNumber() : GRID;
  const grid = Array.from({ length: Math.max(1, parts) + 1 }, (_, step) => {
    const value = low.plus(span.times(step).div(Math.max(1, parts)));
    return whole ? value.round(0) : value;
  });
  const all = [low, high, ...(current === null ? [] : [current]), ...(steps ?? grid)].filter(inside);
  const unique = new Map(all.map((value) => [value.toFixed(), value]));
  return [...unique.values()].sort((a, b) => a.cmp(b));
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
