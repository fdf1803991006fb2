import type { Resource } from '@benchbook/dsl';
import type { ResourceResult } from '../../planning-types.js';
import { monthsIn } from '../../projection/time/durations.js';
import { ownFigures } from './own-figures.js';
import { shownCount } from './shown.js';
import type { Worked } from './worked.js';

/** How many people there are, are needed and are busy when, and where they do not suffice. */
export function resourceResult(resource: Resource, worked: Worked): ResourceResult {
  const { values, today } = worked;
  const heads = [...values.heads(resource, today)].slice(1, -1);
  const figures = ownFigures('resource', resource.name, worked);
  const there = figures.find(({ text }) => text === 'headcount')?.figure.value ?? 0;
  const short = heads.flatMap((used, index) =>
    // Heads are sums of parts: what is over by their last bits is not short.
    used > there + 1e-9 ? [{ month: index + 1, heads: shownCount(used - there) }] : [],
  );
  const lead = [resource.hiring, resource.training].reduce(
    (sum, time) => sum + (time === null ? 0 : time.value.toNumber() * monthsIn(time.unit)),
    0,
  );
  const [first] = short;
  const decided = first === undefined ? null : Math.floor(first.month - lead + 1e-9);
  return {
    ...worked.declared(resource),
    figures,
    used: heads.some((one) => one > 0) ? heads.map((one) => shownCount(one).value ?? 0) : [],
    short,
    hireBy: decided !== null && decided >= 1 ? decided : null,
  };
}
