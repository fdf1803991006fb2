import { cellOf, eigen, matrix, type Matrix } from './matrix.js';

/**
 * The correlation matrix nearest to a symmetric one: projections on what has no eigenvalue below 0 and on what has ones on its diagonal in turn, with
 * Dykstra's correction (Higham 2002, "Computing the nearest correlation matrix", algorithm 3.3).
 */
export function nearestCorrelation(of: Matrix): Matrix {
  const { size } = of;
  let unit = of;
  let correction = matrix(size, () => 0);
  for (let step = 0; step < 500; step += 1) {
    const corrected = matrix(size, (row, column) => cellOf(unit, row, column) - cellOf(correction, row, column));
    const definite = semidefinite(corrected);
    correction = matrix(size, (row, column) => cellOf(definite, row, column) - cellOf(corrected, row, column));
    const next = matrix(size, (row, column) => (row === column ? 1 : cellOf(definite, row, column)));
    const moved = largestDifference(next, unit);
    unit = next;
    if (moved < 1e-10) break;
  }
  // What is left of an eigenvalue below 0 is taken off, and the diagonal brought back to ones.
  const last = semidefinite(unit);
  const scale = (place: number): number => Math.sqrt(cellOf(last, place, place));
  return matrix(size, (row, column) => (row === column ? 1 : cellOf(last, row, column) / (scale(row) * scale(column))));
}

export function largestDifference(one: Matrix, other: Matrix): number {
  return one.cells.reduce((most, cell, place) => Math.max(most, Math.abs(cell - (other.cells[place] ?? 0))), 0);
}

function semidefinite(of: Matrix): Matrix {
  const { values, vectors } = eigen(of);
  return matrix(of.size, (row, column) =>
    values.reduce(
      (sum, value, k) => sum + Math.max(0, value) * cellOf(vectors, row, k) * cellOf(vectors, column, k),
      0,
    ),
  );
}
