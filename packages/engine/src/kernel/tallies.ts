import type { Level } from '@benchbook/dsl';
import type { Breakdown } from '../results.js';
import type { Tally } from '../what-if-types.js';
import type { Counted, Groups } from './count-cells.js';

/** A population as counted once: of everybody and of each group. */
export interface Tallies {
  readonly whole: Tally;
  readonly breakdowns: readonly Breakdown[];
}

/** Where the counts of each group stand. */
export function groupsIn({ breakdowns }: Tallies): Groups {
  const offsets: number[] = [];
  let size = 1;
  for (const { groups } of breakdowns) {
    offsets.push(size);
    size += groups.length;
  }
  return { size, offsets };
}

/** The same population with one metric and the levels counted anew. */
export function withCounts(
  before: Tallies,
  metric: string,
  levels: readonly Level[],
  counted: Counted,
  groups: Groups,
): Tallies {
  const of = <Group extends Tally>(tally: Group, group: number): Group => ({
    ...tally,
    levels: {
      ...tally.levels,
      ...Object.fromEntries(levels.map((level, index) => [level.name, labelled(level, counted.levels[index], group)])),
    },
    metrics: { ...tally.metrics, [metric]: statesAt(counted.states, group) },
  });
  return {
    whole: of(before.whole, 0),
    breakdowns: before.breakdowns.map((breakdown, told) => ({
      ...breakdown,
      groups: breakdown.groups.map((group, index) => of(group, (groups.offsets[told] ?? 0) + index)),
    })),
  };
}

function labelled({ labels, table }: Level, counts: Float64Array | undefined, group: number): Record<string, number> {
  const start = group * (table.rows.length + 1);
  const byLabel: Record<string, number> = Object.fromEntries(labels.map((label) => [label, 0]));
  let known = 0;
  table.rows.forEach(({ outcomes: [label] }, index) => {
    const count = counts?.[start + index + 1] ?? 0;
    if (label?.kind !== 'text') return;
    byLabel[label.text] = (byLabel[label.text] ?? 0) + count;
    known += count;
  });
  let all = 0;
  for (let row = 0; row <= table.rows.length; row += 1) all += counts?.[start + row] ?? 0;
  return { ...byLabel, unknown: all - known };
}

function statesAt(states: Float64Array, group: number): Tally['metrics'][string] {
  const [failed = 0, passed = 0, unknown = 0, not_judged = 0] = states.subarray(group * 4, group * 4 + 4);
  return { failed, passed, unknown, not_judged };
}
