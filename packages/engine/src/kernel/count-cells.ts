import type { Level } from '@benchbook/dsl';
import { firstFrom, fits, isOn, type Cell, type Cells } from './cells.js';
import { Inexact } from './inexact.js';
import type { Counts, LevelRows } from './level-rows.js';
import type { MetricStates, StatesAlong } from './states.js';

/** What cells come to: plain counts, by place. */
export interface Counted {
  /** By group: how many are in each state of the metric (`group × 4 + state`). */
  readonly states: Float64Array;
  /** By level: how many of each group stand at each row (`group × (rows + 1) + row`; row 0 is unknown). */
  readonly levels: readonly Float64Array[];
  /** How many went from which row of the first level to which (`from × (rows + 1) + to`); row 0 is unknown. */
  readonly flows: Float64Array;
}

/** A place for everybody, then one for each value of each thing that entities are told apart by, as far as that is asked. */
export interface Groups {
  readonly size: number;
  /** By thing: where its values begin. */
  readonly offsets: readonly number[];
}

const STATES = 4;

/**
 * Counts everybody under other thresholds of one metric: a few binary searches a cell, whatever the number of entities.
 *
 * @param first the level that flows are counted by; null when there is none, and everybody's is unknown
 * @throws Inexact when a level reads more than counts
 */
export function countCells(
  cells: Cells,
  states: MetricStates,
  levels: LevelRows,
  groups: Groups,
  first: Level | null,
): Counted {
  const widths = levels.levels.map(({ table }) => table.rows.length + 1);
  const flow = {
    level: levels.levels.findIndex(({ name }) => name === first?.name),
    width: (first?.table.rows.length ?? 0) + 1,
  };
  const counted: Counted = {
    states: new Float64Array(groups.size * STATES),
    levels: widths.map((width) => new Float64Array(groups.size * width)),
    flows: new Float64Array(flow.width ** 2),
  };
  const along = new Map<string, StatesAlong>();
  for (const cell of cells.cells) {
    const known = along.get(cell.asked) ?? checked(states.along(cell.rows), cells.metric);
    along.set(cell.asked, known);
    const add = (state: number, count: number): void => {
      if (count === 0) return;
      const standing = levels.of(countsWith(cell.others, state));
      addToGroups(counted, cell, { state, count, standing }, groups, widths);
      // A level that judging does not decide is where it was.
      const place = cell.from * flow.width + (standing[flow.level] ?? cell.from);
      counted.flows[place] = (counted.flows[place] ?? 0) + count;
    };
    countAlong(cells, cell, known, add);
    add(known.unknown, cell.without);
  }
  return counted;
}

function checked(along: StatesAlong, metric: string): StatesAlong {
  if (!fits(along)) throw new Inexact({ kind: 'large', metric });
  return along;
}

/** Cuts a cell's sorted values at the bounds, and says how many lie below, on and between them. */
function countAlong(
  cells: Cells,
  cell: Cell,
  { bounds, states, scale }: StatesAlong,
  add: (state: number, count: number) => void,
): void {
  const before = (place: number): number => (place === cell.start ? 0 : (cells.upTo[place - 1] ?? 0));
  let counted = 0;
  const upTo = (place: number, state: number): void => {
    const here = before(place);
    add(state, here - counted);
    counted = here;
  };
  bounds.forEach((bound, index) => {
    const place = firstFrom(cells, cell, bound, scale);
    upTo(place, states[2 * index] ?? 0);
    if (place < cell.end && isOn(cells, place, bound, scale)) upTo(place + 1, states[2 * index + 1] ?? 0);
  });
  upTo(cell.end, states[2 * bounds.length] ?? 0);
}

function countsWith([failed = 0, passed = 0, unknown = 0]: readonly number[], state: number): Counts {
  return {
    failed: failed + (state === 0 ? 1 : 0),
    passed: passed + (state === 1 ? 1 : 0),
    unknown: unknown + (state === 2 ? 1 : 0),
  };
}

/** So many entities in a state of the metric, and so at these rows of the levels. */
interface Standing {
  readonly state: number;
  readonly count: number;
  readonly standing: readonly number[];
}

function addToGroups(
  { states, levels }: Counted,
  { groups: places }: Cell,
  { state, count, standing }: Standing,
  { offsets }: Groups,
  widths: readonly number[],
): void {
  for (let told = -1; told < offsets.length; told += 1) {
    const group = told < 0 ? 0 : (offsets[told] ?? 0) + (places[told] ?? 0);
    states[group * STATES + state] = (states[group * STATES + state] ?? 0) + count;
    for (let index = 0; index < widths.length; index += 1) {
      const counts = levels[index];
      const place = group * (widths[index] ?? 0) + (standing[index] ?? 0);
      if (counts !== undefined) counts[place] = (counts[place] ?? 0) + count;
    }
  }
}
