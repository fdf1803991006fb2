import type { Level } from '@benchbook/dsl';
import type { RunDiff, Standing } from '../workbook-types.js';

/** How many went from which standing to which, as a comparison of the two runs tells it: only rules can have moved anybody. */
export function flowsOf(flows: Float64Array, before: Level | null, after: Level | null): RunDiff['flows'] {
  const width = (after?.table.rows.length ?? 0) + 1;
  const found = new Map<string, { from: Standing; to: Standing; count: number }>();
  flows.forEach((count, place) => {
    if (count === 0) return;
    const from = standing(before, Math.floor(place / width));
    const to = standing(after, place % width);
    const key = JSON.stringify([from, to]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { from, to, count });
    else known.count += count;
  });
  return [...found.values()]
    .map((flow) => ({ ...flow, cause: same(flow.from, flow.to) ? null : ('rule' as const) }))
    .sort((one, other) => byStanding(one.from, other.from) || byStanding(one.to, other.to));
}

function standing(level: Level | null, row: number): Standing {
  const label = level?.table.rows[row - 1]?.outcomes[0];
  return label?.kind === 'text' ? { kind: 'level', label: label.text } : { kind: 'unknown', label: null };
}

const same = (one: Standing, other: Standing): boolean => one.kind === other.kind && one.label === other.label;

/** Levels first, by their labels; unknown last. */
function byStanding(one: Standing, other: Standing): number {
  if (one.label === null || other.label === null) return Number(one.label === null) - Number(other.label === null);
  return one.label < other.label ? -1 : Number(one.label > other.label);
}
