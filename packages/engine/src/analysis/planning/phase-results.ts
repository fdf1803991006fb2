import { textOf, type Milestone, type Phase } from '@benchbook/dsl';
import type { PhaseResult } from '../../planning-types.js';
import { dayOfMonth } from '../../projection/time/horizon.js';
import { standings } from '../../projection/time/phases.js';
import { thresholdText } from '../../run/report/thresholds.js';
import { meets } from './meets.js';
import { shown, unitOfFigure } from './shown.js';
import type { Worked } from './worked.js';

/** When phases are, which of them may not be late, and what is to be reached in them. */
export function phaseResults(phases: readonly Phase[], worked: Worked): readonly PhaseResult[] {
  const calendar = worked.values.calendar();
  const standing = new Map(standings(phases, calendar.phaseMonths(0)).map((one) => [one.name, one]));
  return phases.map((phase) => {
    const at = standing.get(phase.name) ?? null;
    return {
      ...worked.declared(phase),
      first: at?.first ?? null,
      last: at?.last ?? null,
      from: at && dayOfMonth(at.first, calendar.horizon),
      until: at && lastDay(dayOfMonth(at.last + 1, calendar.horizon)),
      after: phase.after,
      owner: phase.owner,
      slack: at?.slack ?? null,
      milestones: phase.milestones.map((one) => milestone(one, worked)),
    };
  });
}

/** The day before the first of a month. */
function lastDay(next: string | null): string | null {
  if (next === null) return null;
  const day = new Date(`${next}T00:00:00Z`);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
}

function milestone({ name, by, measure, attain, owner }: Milestone, worked: Worked): PhaseResult['milestones'][number] {
  const months = worked.values.calendar().months(by, 0);
  const common = { name, month: months?.last ?? null, owner };
  if (measure === null || attain === null)
    return { ...common, measure: null, attain: null, today: null, planned: null, met: null };
  const unit = unitOfFigure(measure.type);
  const [today, planned] = [worked.number(measure), worked.number(measure, worked.done)];
  return {
    ...common,
    measure: textOf(worked.model.files, measure.span).trim(),
    attain: thresholdText(attain, { unit }),
    today: shown(today, unit),
    planned: shown(planned, unit),
    met: meets(planned, attain),
  };
}
