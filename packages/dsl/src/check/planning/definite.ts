/** A symmetric matrix: entry i, j at rows[i][j]. */
export type Matrix = readonly (readonly number[])[];

/** Rounding of sums of products may leave this much of a zero. */
const SLACK = 1e-12;

const at = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;

/**
 * Whether a symmetric matrix is positive semi-definite, by an LDLᵀ decomposition without pivoting: no pivot is below 0, and
 * where one is 0 the rest of its column is (Golub and Van Loan, Matrix Computations, 4.2.8).
 */
export function isSemiDefinite(matrix: Matrix): boolean {
  const rest = matrix.map((row) => [...row]);
  for (const [k, pivotRow] of rest.entries()) {
    const pivot = pivotRow[k] ?? 0;
    if (pivot < -SLACK) return false;
    const below = rest.slice(k + 1);
    if (pivot <= SLACK) {
      if (below.some((row) => Math.abs(row[k] ?? 0) > Math.sqrt(SLACK))) return false;
      continue;
    }
    for (const row of below) {
      const factor = (row[k] ?? 0) / pivot;
      for (let column = k + 1; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
    }
  }
  return true;
}

const part = (matrix: Matrix, indexes: readonly number[]): Matrix =>
  indexes.map((row) => indexes.map((column) => at(matrix, row, column)));

/**
 * A smallest set of rows and columns that cannot be by themselves: leaving any one of them out leaves a matrix that can.
 * Three that clash are looked for first, since their arithmetic can be shown. Empty for a matrix that can be.
 */
export function clashOf(matrix: Matrix): readonly number[] {
  if (isSemiDefinite(matrix)) return [];
  const all = matrix.map((_, index) => index);
  for (const i of all) {
    for (const j of all.slice(i + 1)) {
      const k = all.slice(j + 1).find((one) => !isSemiDefinite(part(matrix, [i, j, one])));
      if (k !== undefined) return [i, j, k];
    }
  }
  return all.reduce((left, index) => {
    const without = left.filter((one) => one !== index);
    return isSemiDefinite(part(matrix, without)) ? left : without;
  }, all);
}

/** What the third of three correlations can be, given the other two: ab ± √((1 − a²)(1 − b²)). */
export function thirdBetween(a: number, b: number): readonly [low: number, high: number] {
  const room = Math.sqrt(Math.max(0, (1 - a * a) * (1 - b * b)));
  return [a * b - room, a * b + room];
}
