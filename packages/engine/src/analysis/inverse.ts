import type { Inverse, Unit } from '@benchbook/dsl';
import Big from 'big.js';
import type { InverseResult, SeekPoint, ThresholdWay } from '../analysis-types.js';
import { PERCENT } from '../run/report/formatting.js';
import { effortFor } from './effort.js';
import { goalOf, outcomeOf, type Goal } from './goal.js';
import { movedTogether, scaledTogether } from './moves.js';
import { search, type Effort, type Moved, type Tried } from './search.js';
import { shownFigure, shownPoint } from './shown-figure.js';
import { metricOf, type Standing } from './standing.js';
import { StepsOf } from './steps-of.js';
import { setsOf, thresholdsAsked } from './threshold-sets.js';
import type { WhatIfs } from './what-ifs.js';

/** So many values are tried of all thresholds together, where counts tell the figure. */
const MOST_TRIED = 40_000;
/** But of each at least so many, if its steps are as many. */
const LEAST_TRIED = 100;

interface Way {
  readonly text: string;
  readonly scaled: boolean;
  readonly thresholds: readonly Standing[];
}

/**
 * Every threshold that is asked is moved alone until the goal is met, and all of a metric and of a benchmark are scaled by one factor; see `search`
 * for what is tried.
 *
 * @throws DataError for a goal about what only a plan comes to
 */
export async function inverse(asked: Inverse, whatIfs: WhatIfs, signal: AbortSignal): Promise<InverseResult> {
  const { plan } = whatIfs.run;
  const goal = goalOf(asked.goal, asked.line, plan.model);
  const thresholds = thresholdsAsked(plan, asked.place);
  const alone = thresholds.map((one): Way => ({ text: one.number.path, scaled: false, thresholds: [one] }));
  const sets = setsOf(thresholds, asked.place).map((set): Way => ({ ...set, scaled: true }));
  const steps = new StepsOf(whatIfs, signal);
  const ways: Ranked[] = [];
  // One metric after the other: what is counted of one is kept while it moves.
  for (const way of [...alone, ...sets].toSorted(byMetric)) {
    const effort = shared(effortFor(goal, way.thresholds, plan), alone.length + sets.length);
    const moved = await movedBy(way, asked, steps, effort);
    ways.push(await found(way, moved, goal, whatIfs, signal));
  }
  const now = await outcomeOf(goal, { applies: [], overrides: [] }, whatIfs, signal);
  return {
    name: asked.name,
    label: asked.label,
    file: plan.model.file,
    line: asked.line,
    place: asked.place?.text ?? null,
    goal: asked.goal.text,
    current: shownFigure(goal.left, now.left),
    met: now.met,
    ways: ways.toSorted(inOrder).map(({ way }) => way),
  };
}

const byMetric = ({ thresholds: [one] }: Way, { thresholds: [other] }: Way): number =>
  one && other ? metricOf(one.number).localeCompare(metricOf(other.number), 'en') : 0;

/** What counts tell is tried less of each, the more there are. */
function shared({ most, spread }: Effort, among: number): Effort {
  const each = Math.max(LEAST_TRIED, Math.floor(MOST_TRIED / among));
  return { most: Math.min(most, each), spread: Math.min(spread, each) };
}

async function movedBy(
  { text, scaled, thresholds }: Way,
  asked: Inverse,
  steps: StepsOf,
  effort: Effort,
): Promise<Moved> {
  const place = { text, paths: thresholds.map(({ number }) => number.path), span: asked.span };
  const common = { within: null, line: asked.line, effort };
  if (scaled) return scaledTogether(place, thresholds, { steps: await steps.ofFactor(thresholds), ...common });
  const [one] = thresholds;
  return movedTogether(place, thresholds, { steps: one ? await steps.of(one.number) : null, ...common });
}

interface Ranked {
  readonly way: ThresholdWay;
  /** How near the goal what comes nearest is; null where that cannot be told. */
  readonly gap: number | null;
}

async function found(
  { text, scaled, thresholds }: Way,
  moved: Moved,
  goal: Goal,
  whatIfs: WhatIfs,
  signal: AbortSignal,
): Promise<Ranked> {
  const [first] = thresholds;
  if (first === undefined) throw new Error(`no threshold stands at ${text}`);
  const { found: met, nearest, stretches, course, tried, by } = await search(moved, goal, whatIfs, signal);
  const unit: Unit = scaled ? PERCENT : first.number.unit;
  const current = moved.current ?? new Big(0);
  const point = ({ at, left }: Tried): SeekPoint => ({ ...shownPoint(at, unit), figure: shownFigure(goal.left, left) });
  return {
    gap: nearest?.gap ?? null,
    way: {
      path: text,
      scaled,
      thresholds: thresholds.length,
      file: whatIfs.run.plan.model.file,
      line: first.number.line,
      current: shownPoint(current, unit),
      found: met && point(met),
      change: met === null || current.eq(0) ? null : met.at.minus(current).div(current.abs()).toNumber(),
      nearest: met === null && nearest !== null ? point(nearest) : null,
      stretches: stretches.map(({ from, to }) => ({ from: shownPoint(from, unit), to: shownPoint(to, unit) })),
      course,
      tried,
      by,
    },
  };
}

/** Those that meet the goal first, the smallest change leading; then those that come nearest. */
function inOrder({ way: one, gap }: Ranked, { way: other, gap: otherGap }: Ranked): number {
  const met = Number(other.found !== null) - Number(one.found !== null);
  if (met !== 0) return met;
  const far = ({ change }: ThresholdWay): number => (change === null ? Infinity : Math.abs(change));
  const [a, b] = one.found === null ? [gap ?? Infinity, otherGap ?? Infinity] : [far(one), far(other)];
  if (a !== b) return a < b ? -1 : 1;
  return Number(one.scaled) - Number(other.scaled) || one.line - other.line;
}
