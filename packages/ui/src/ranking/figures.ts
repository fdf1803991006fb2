import type { Missing } from '../language/headline.js';
import { columnNamed, columnsOf, type CodeColumn, type RankedTable } from './table.js';

/** Counts who fails at least one benchmark, under each of a level's labels. */
export function missingBenchmarks(table: RankedTable, level: string, labels: readonly string[]): Missing | null {
  const failed = columnNamed(table, 'failed');
  const column = columnNamed(table, level);
  if (failed?.store !== 'numbers' || column?.store !== 'codes') return null;
  const byCode = column.labels.map(() => 0);
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    if (!((failed.values[row] ?? 0) > 0)) continue;
    count++;
    const code = column.codes[row] ?? -1;
    if (code >= 0) byCode[code] = (byCode[code] ?? 0) + 1;
  }
  return { count, byLabel: labels.map((label) => byCode[column.labels.indexOf(label)] ?? 0) };
}

export interface GroupedMean {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Mean and count of the known values, by row and column. */
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly mean: number;
    readonly count: number;
  }[];
}

/** Mean of a number column over two groupings; rows without either group are left out. */
export function groupedMean(
  table: RankedTable,
  value: string,
  rowBy: CodeColumn,
  columnBy: CodeColumn,
): GroupedMean | null {
  const column = columnNamed(table, value);
  if (column?.store !== 'numbers') return null;
  const width = columnBy.labels.length;
  const sums = new Float64Array(rowBy.labels.length * width);
  const counts = new Uint32Array(sums.length);
  for (let row = 0; row < table.rows; row++) {
    const down = rowBy.codes[row] ?? -1;
    const across = columnBy.codes[row] ?? -1;
    const number = column.values[row] ?? Number.NaN;
    if (down < 0 || across < 0 || Number.isNaN(number)) continue;
    sums[down * width + across]! += number;
    counts[down * width + across]!++;
  }
  const cells = Array.from(sums, (sum, index) => ({
    row: Math.floor(index / width),
    column: index % width,
    mean: sum / (counts[index] ?? 1),
    count: counts[index] ?? 0,
  })).filter((cell) => cell.count > 0);
  return { rows: rowBy.labels, columns: columnBy.labels, cells };
}

/** The columns that can be grouped by: few labels, more than one. */
export function groupings(table: RankedTable, most = 60): readonly CodeColumn[] {
  return columnsOf(table, 'dimension').filter(
    (column): column is CodeColumn =>
      column.store === 'codes' && column.labels.length > 1 && column.labels.length <= most,
  );
}
