import type { Seek } from '@benchbook/dsl';
import type { SeekPoint, SeekResult } from '../analysis-types.js';
import { PERCENT } from '../run/report/formatting.js';
import { goalOf } from './goal.js';
import { movedTogether, scaledTogether } from './moves.js';
import { CHEAP, search, type Tried } from './search.js';
import { effortFor } from './effort.js';
import { shownFigure, shownPoint } from './shown-figure.js';
import { standingAt } from './standing.js';
import { StepsOf } from './steps-of.js';
import type { WhatIfs } from './what-ifs.js';

/**
 * The value of a place nearest to the present one with which a goal is met, or the value that comes nearest to it; or the factor that scales the
 * numbers of the place so.
 *
 * @throws DataError for a goal about what only a plan comes to
 */
export async function seek(asked: Seek, whatIfs: WhatIfs, signal: AbortSignal): Promise<SeekResult> {
  const { plan } = whatIfs.run;
  const { place, by, within, line } = asked;
  const goal = goalOf(asked.goal, line, plan.model);
  const standing = standingAt(plan.model, place.paths);
  const [first] = standing;
  if (first === undefined) throw new Error(`no number stands at ${place.text}`);
  const steps = new StepsOf(whatIfs, signal);
  const moved =
    by === 'factor'
      ? scaledTogether(place, standing, {
          steps: await steps.ofFactor(standing),
          effort: effortFor(goal, standing, plan),
          within,
          line,
        })
      : movedTogether(place, standing, { steps: await steps.of(first.number), effort: CHEAP, within, line });
  const {
    found,
    nearest,
    standing: now,
    stretches,
    course,
    tried,
    by: how,
  } = await search(moved, goal, whatIfs, signal);
  const unit = by === 'factor' ? PERCENT : first.number.unit;
  const point = ({ at, left }: Tried): SeekPoint => ({ ...shownPoint(at, unit), figure: shownFigure(goal.left, left) });
  return {
    name: asked.name,
    label: asked.label,
    file: plan.model.file,
    line,
    place: by === 'factor' ? `scale of ${place.text}` : place.text,
    goal: asked.goal.text,
    current: now && point(now),
    met: now?.met ?? null,
    found: found && point(found),
    nearest: found === null && nearest !== null ? point(nearest) : null,
    stretches: stretches.map(({ from, to }) => ({ from: shownPoint(from, unit), to: shownPoint(to, unit) })),
    course,
    within: { from: shownPoint(moved.low, unit), to: shownPoint(moved.high, unit) },
    tried,
    by: how,
  };
}
