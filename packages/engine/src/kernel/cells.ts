import type { RecordBatch } from 'apache-arrow';
import { MOST_CELLS, partsOf, unpacked, type CellKey } from './cell-key.js';
import { Inexact } from './inexact.js';
import type { StatesAlong } from './states.js';

/** Entities that are the same to the rules but for the value of one metric. */
export interface Cell {
  /** The place among the values of each thing that entities are told apart by. */
  readonly groups: readonly number[];
  /** The other metrics by state: failed, passed, unknown. */
  readonly others: readonly number[];
  /** Of each benchmark asked, the row from 1; null for unknown. */
  readonly rows: readonly (number | null)[];
  /** The rows as one text: whoever shares it is asked the same. */
  readonly asked: string;
  /** The row of the first level in base, from 1; 0 for unknown. */
  readonly from: number;
  /** Where its values stand in `Cells`: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** How many have no value. */
  readonly without: number;
}

/**
 * A population by cells. Each cell's values are sorted and different; `upTo[i]` is how many of the cell have one of its first `i - start + 1`
 * values. Of a ratio of counts `above` and `below` are a pair of counts with that value, so that it is compared in integers.
 */
export interface Cells {
  readonly metric: string;
  readonly cells: readonly Cell[];
  readonly values: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly upTo: Float64Array;
}

/**
 * Reads the rows of `cellRows` into cells.
 *
 * @throws Inexact when there are too many cells, or counts too large for a double to compare exactly
 */
export async function readCells(
  metric: string,
  key: CellKey,
  isRatio: boolean,
  batches: AsyncIterable<RecordBatch>,
): Promise<Cells> {
  const found = new Map<number, Growing>();
  for await (const batch of batches) {
    const [cell, value, known, above, below, count] = COLUMNS.map((name) => doubles(batch, name)) as Six;
    for (let row = 0; row < batch.numRows; row += 1) {
      const id = cell[row] ?? 0;
      let own = found.get(id);
      if (own === undefined) {
        if (found.size === MOST_CELLS) throw new Inexact({ kind: 'cells', most: MOST_CELLS });
        found.set(id, (own = new Growing()));
      }
      const times = count[row] ?? 0;
      if (known[row] === 0) own.without += times;
      else own.add(value[row] ?? 0, above[row] ?? 0, below[row] ?? 1, times);
    }
  }
  return gathered(metric, key, isRatio, found);
}

const COLUMNS = ['cell', 'value', 'known', 'above', 'below', 'count'] as const;
type Six = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function doubles(batch: RecordBatch, name: string): Float64Array {
  const values: unknown = batch.getChild(name)?.data[0]?.values;
  if (!(values instanceof Float64Array)) throw new TypeError(`the cells have no column ${name} of doubles`);
  return values;
}

/** A cell's values while they come in, in their order: equal ones are one. */
class Growing {
  without = 0;
  size = 0;
  private values = new Float64Array(4 * 16);
  private counted = 0;

  add(value: number, above: number, below: number, times: number): void {
    this.counted += times;
    const last = (this.size - 1) * 4;
    if (this.size > 0 && this.values[last] === value) {
      this.values[last + 3] = this.counted;
      return;
    }
    if ((this.size + 1) * 4 > this.values.length) this.grow();
    this.values.set([value, above, below, this.counted], this.size * 4);
    this.size += 1;
  }

  at(index: number, part: 0 | 1 | 2 | 3): number {
    return this.values[index * 4 + part] ?? 0;
  }

  private grow(): void {
    const larger = new Float64Array(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
  }
}

/** Below this, quotients of different counts are different doubles, in the same order. */
const LARGEST_COUNT = 2 ** 26;

function gathered(metric: string, key: CellKey, isRatio: boolean, found: ReadonlyMap<number, Growing>): Cells {
  const size = [...found.values()].reduce((sum, one) => sum + one.size, 0);
  const made = {
    values: new Float64Array(size),
    above: new Float64Array(isRatio ? size : 0),
    below: new Float64Array(isRatio ? size : 0),
    upTo: new Float64Array(size),
  };
  const cells: Cell[] = [];
  let start = 0;
  for (const [id, own] of found) {
    for (let index = 0; index < own.size; index += 1) {
      made.values[start + index] = own.at(index, 0);
      made.upTo[start + index] = own.at(index, 3);
      if (!isRatio) continue;
      const [above, below] = [own.at(index, 1), own.at(index, 2)];
      if (Math.max(above, below) >= LARGEST_COUNT) throw new Inexact({ kind: 'large', metric });
      made.above[start + index] = above;
      made.below[start + index] = below;
    }
    cells.push({ ...cellOf(id, key), start, end: start + own.size, without: own.without });
    start += own.size;
  }
  return { metric, cells, ...made };
}

function cellOf(id: number, key: CellKey): Pick<Cell, 'groups' | 'others' | 'rows' | 'asked' | 'from'> {
  const codes = unpacked(id, partsOf(key));
  const groups = key.groups.length;
  const others = groups + key.others.length;
  const rows = others + key.rows.length;
  return {
    groups: codes.slice(0, groups),
    others: codes.slice(groups, others),
    rows: codes.slice(others, rows).map((row) => row || null),
    asked: codes.slice(others, rows).join(),
    from: codes[rows] ?? 0,
  };
}

/** The place of the first of a cell's values that is not below a bound. */
export function firstFrom({ values, above, below }: Cells, cell: Cell, bound: number, scale: number | null): number {
  let [low, high] = [cell.start, cell.end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const isBelow =
      scale === null ? (values[middle] ?? 0) < bound : (above[middle] ?? 0) * scale < bound * (below[middle] ?? 1);
    if (isBelow) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the value at a place is a bound. */
export function isOn({ values, above, below }: Cells, place: number, bound: number, scale: number | null): boolean {
  return scale === null ? values[place] === bound : (above[place] ?? 0) * scale === bound * (below[place] ?? 1);
}

/** Whether counts times scaled bounds stay whole in a double. */
export function fits(along: StatesAlong): boolean {
  const largest = Math.max(along.scale ?? 0, ...along.bounds.map(Math.abs));
  return along.scale === null || largest * LARGEST_COUNT <= Number.MAX_SAFE_INTEGER;
}
