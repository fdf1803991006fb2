import { namedNumbers, percentPer, type Model, type NamedNumber } from '@benchbook/dsl';
import type { Clash } from '../../../planning-types.js';
import { DAYS_A_MONTH } from '../../../projection/time/durations.js';
import { percent } from '../shown.js';
import { numberStatement } from './stated.js';

/** Below this a year's growth is the same either way, to a tenth of a percentage point. */
const LEAST = 0.001;

/** Numbers that grow by a percentage in less than a year: compounded they come to more in a year than added up. */
export function compounding(model: Model): readonly Clash[] {
  return namedNumbers(model).flatMap((number) => clashOf(model, number) ?? []);
}

function clashOf(model: Model, number: NamedNumber): Clash | null {
  const times = timesAYear(number);
  if (times === null || times <= 1) return null;
  const rate = number.value.toNumber();
  const [compounded, added] = [(1 + rate) ** times - 1, rate * times];
  if (Math.abs(compounded - added) < LEAST) return null;
  const each = percent(rate);
  return {
    kind: 'ambiguous',
    reason: 'compounds or not',
    statements: [numberStatement(model, number)],
    arithmetic: [`(100% + ${each})^${times} − 100% = ${percent(compounded)}`, `${times} × ${each} = ${percent(added)}`],
    ways: [],
  };
}

/** How often a percentage falls due in a year; null for what is no percentage per time. */
function timesAYear({ unit }: NamedNumber): number | null {
  if (percentPer(unit) === null) return null;
  const times = 12 * unit.scale.toNumber() * (unit.dimension.days === -1 ? DAYS_A_MONTH : 1);
  return Number(times.toPrecision(12));
}
