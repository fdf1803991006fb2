/** Timing for the benchmarks: medians of interleaved runs, printed as a table. The machine is noisy; ratios are what counts. */
import { performance } from 'node:perf_hooks';

/** Milliseconds that one run of an async function takes. */
export async function time(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/**
 * Runs two things in turn, A B A B ..., after one warm-up of each.
 *
 * @returns medians in ms, and the median, smallest and largest of the ratio A/B, pair by pair
 */
export async function pairs(a, b, count) {
  await a();
  await b();
  const times = [];
  for (let index = 0; index < count; index += 1) {
    // Who goes first changes each time: a cache that the first one fills is worth the same to both.
    const first = index % 2 === 0 ? [a, b] : [b, a];
    const [one, other] = [await time(first[0]), await time(first[1])];
    times.push(index % 2 === 0 ? [one, other] : [other, one]);
  }
  const ratios = times.map(([mine, theirs]) => mine / theirs);
  return {
    a: median(times.map(([mine]) => mine)),
    b: median(times.map(([, theirs]) => theirs)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')} ms`;
export const times = (value) => `${value.toFixed(2)}×`;
export const perSecond = (rows, milliseconds) =>
  `${Math.round((rows / milliseconds) * 1000).toLocaleString('en-US')} rows/s`;

/** Prints rows of cells, columns aligned. */
export function print(header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  for (const [index, row] of all.entries()) {
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('   ')}`,
    );
    if (index === 0) console.log(`  ${widths.map((width) => '-'.repeat(width)).join('   ')}`);
  }
}
