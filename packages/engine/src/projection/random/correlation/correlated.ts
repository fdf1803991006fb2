import { correlate } from './iman-conover.js';
import { matrix, triangle, type Matrix } from './matrix.js';
import { largestDifference, nearestCorrelation } from './nearest-correlation.js';

/** Two numbers by their paths, and how their ranks correlate, from −1 to 1. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly correlation: number;
}

/**
 * Brings the draws of numbers that are said to move together into such an order; the others stay as they are.
 *
 * @param columns by path
 * @returns by how much at most a correlation was moved, where not all of them can hold at once; null: none was
 */
export function correlated(columns: ReadonlyMap<string, Float64Array>, pairs: readonly Pair[]): number | null {
  let most: number | null = null;
  for (const names of groupsOf(pairs)) {
    const own = names.map((name) => columns.get(name) ?? new Float64Array());
    const wanted = matrixOf(names, pairs);
    const can = triangle(wanted) !== null;
    const taken = can ? wanted : nearestCorrelation(wanted);
    if (!can) most = Math.max(most ?? 0, largestDifference(taken, wanted));
    correlate(own, taken);
  }
  return most;
}

/** Numbers that are joined by pairs, each group in the order in which it is first named. */
function groupsOf(pairs: readonly Pair[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const { first, second } of pairs) {
    const touched = groups.filter((group) => group.includes(first) || group.includes(second));
    const joined = [...new Set([...touched.flat(), first, second])];
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups;
}

function matrixOf(names: readonly string[], pairs: readonly Pair[]): Matrix {
  const between = (one: string, other: string): number =>
    pairs.find(({ first, second }) => (first === one && second === other) || (first === other && second === one))
      ?.correlation ?? 0;
  return matrix(names.length, (row, column) => (row === column ? 1 : between(names[row] ?? '', names[column] ?? '')));
}
