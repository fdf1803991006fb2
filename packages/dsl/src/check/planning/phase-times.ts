import type { Phase } from '../../model/planning/phase.js';
import type { Quantity } from '../../model/expression.js';
import type { Moment } from '../../model/planning/time.js';
import type { Scope } from '../scope.js';
import { firstMonth, lastMonth } from './moments.js';

/** Whether a phase ends after it starts, and starts after what it comes after has ended, as far as the text tells. */
export function keepsItsTime(scope: Scope, phase: Phase, after: readonly Phase[]): boolean {
  const { nameSpan } = phase;
  if (phase.ends && phase.lasts && phase.starts) {
    scope.report('B635', nameSpan, { first: 'ends', second: 'lasts' });
    return false;
  }
  if (endsEarly(phase)) {
    scope.report('B619', nameSpan, { what: { en: `The phase \`${phase.name}\``, zh: `阶段 \`${phase.name}\` ` } });
    return false;
  }
  const hasty = after.find((before) => startsWithin(phase, before));
  if (hasty === undefined) return true;
  scope.report('B620', nameSpan, { phase: phase.name, before: hasty.name }, { related: [hasty.nameSpan] });
  return false;
}

function endsEarly({ starts, ends }: Phase): boolean {
  if (starts?.kind === 'date' && ends?.kind === 'date') return ends.iso < starts.iso;
  const [first, last] = [monthOf(starts, firstMonth), monthOf(ends, lastMonth)];
  return first !== null && last !== null && last < first;
}

const monthOf = (moment: Moment | null, of: (moment: Moment) => number | null): number | null => moment && of(moment);

/** A phase that begins before the one it comes after is over. */
function startsWithin(phase: Phase, before: Phase): boolean {
  const start = monthOf(phase.starts, firstMonth);
  const last = lastMonthOf(before);
  if (start !== null && last !== null) return start <= last;
  return phase.starts?.kind === 'date' && before.ends?.kind === 'date' && phase.starts.iso < before.ends.iso;
}

/** The last month of a phase; null when it hangs on dates or on other phases. */
function lastMonthOf({ starts, ends, lasts }: Phase): number | null {
  const end = monthOf(ends, lastMonth);
  if (end !== null) return end;
  const first = monthOf(starts, firstMonth);
  const months = lasts && inMonths(lasts);
  return first === null || months === null ? null : Math.ceil(first + months - 1);
}

/** null: days and weeks are not told in months. */
function inMonths({ value, unit }: Quantity): number | null {
  return unit.dimension.months === 1 ? value.times(unit.scale).toNumber() : null;
}
