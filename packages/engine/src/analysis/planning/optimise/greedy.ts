import type { Program, Row } from '../../../solver/program.js';

/**
 * A choice by rule of thumb: what brings most for what it uses of the limits comes first, as much of it as there is room for. What has to be reached is gone for
 * in the same way, by what it costs, until it is. Nothing that was taken is given back.
 *
 * @param opened from this place on columns are what actions cost once: they are taken before all else
 * @returns what is taken of each column; null where what has to be reached is not
 */
export function greedy({ direction, columns, rows: stated }: Program, opened: number): Float64Array | null {
  const rows = stated.map(asNeed);
  const values = new Float64Array(columns.length);
  const by = columnsOf({ direction, columns, rows });
  const activity = new Float64Array(rows.length);
  const short = (row: number): number => Math.max(0, (rows[row]?.low ?? 0) - (activity[row] ?? 0));
  const wants = direction === 'maximise' ? 1 : -1;
  for (let place = opened; place < columns.length; place += 1) if (roomFor(place, 1) >= 1) take(place, 1);
  for (let step = 0; step < columns.length * 2; step += 1) {
    let [best, at, amount] = [0, -1, 0];
    const isShort = rows.some((_, row) => short(row) > TINY);
    for (const [place, column] of columns.entries()) {
      const room = roomFor(place, column.high - (values[place] ?? 0));
      if (room < 1) continue;
      const gain = isShort ? progress(place) : wants * column.cost;
      const worth = gain / (use(place) + (isShort ? Math.max(0, -wants * column.cost) : 0) + TINY);
      if (gain > TINY && worth > best)
        [best, at, amount] = [worth, place, isShort ? Math.min(room, needed(place)) : room];
    }
    if (at < 0) break;
    take(at, amount);
  }
  return rows.some((_, row) => short(row) > TINY) ? null : values;

  function take(place: number, amount: number): void {
    values[place] = (values[place] ?? 0) + amount;
    for (const { row, value } of by[place] ?? []) activity[row] = (activity[row] ?? 0) + value * amount;
  }

  function roomFor(place: number, most: number): number {
    let room = most;
    for (const { row, value } of by[place] ?? [])
      if (value > 0) room = Math.min(room, ((rows[row]?.high ?? Infinity) - (activity[row] ?? 0)) / value);
    return Math.floor(room + TINY);
  }

  function progress(place: number): number {
    return (by[place] ?? []).reduce((sum, { row, value }) => sum + Math.min(value, short(row)), 0);
  }

  function needed(place: number): number {
    const counts = (by[place] ?? []).flatMap(({ row, value }) =>
      value > 0 && short(row) > 0 ? [Math.ceil(short(row) / value - TINY)] : [],
    );
    return Math.max(1, ...counts);
  }

  /** The share of the limits that one of a column takes. */
  function use(place: number): number {
    return (by[place] ?? []).reduce((sum, { row, value }) => {
      const high = rows[row]?.high ?? Infinity;
      return value > 0 && Number.isFinite(high) && high > 0 ? sum + value / high : sum;
    }, 0);
  }
}

/** What nothing taken breaks has to be reached: at most −5 of what is taken off is at least 5 of it. */
function asNeed(row: Row): Row {
  if (row.high >= 0 || row.low !== -Infinity) return row;
  return { places: row.places, values: row.values.map((value) => -value), low: -row.high, high: Infinity };
}

const TINY = 1e-9;

function columnsOf({
  columns,
  rows,
}: Program): readonly (readonly { readonly row: number; readonly value: number }[])[] {
  const by = columns.map(() => [] as { row: number; value: number }[]);
  rows.forEach(({ places, values }, row) => {
    places.forEach((place, index) => by[place]?.push({ row, value: values[index] ?? 0 }));
  });
  return by;
}
