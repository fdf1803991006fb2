/** A symmetric matrix: entry i, j at rows[i][j]. */
export type Matrix = readonly (readonly number[])[];

/** Rounding of sums of products may leave this much of a zero; correlations are not written to nine digits. */
const SLACK = 1e-9;

const at = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;

/**
 * Whether a symmetric matrix is positive semi-definite, by an LDLᵀ decomposition that takes the greatest remaining pivot each
 * time, so that rounding is never divided by something small: once that pivot is 0, all that remains is (Higham, Accuracy
 * and Stability of Numerical Algorithms, 10.3).
 */
export function isSemiDefinite(matrix: Matrix): boolean {
  let rest = matrix.map((row) => [...row]);
  while (rest.length > 0) {
    const diagonal = rest.map((row, index) => row[index] ?? 0);
    const greatest = Math.max(...diagonal);
    if (Math.min(...diagonal) < -SLACK) return false;
    if (greatest <= SLACK) return rest.every((row) => row.every((entry) => Math.abs(entry) <= SLACK));
    rest = complement(rest, diagonal.indexOf(greatest));
  }
  return true;
}

/** What remains of a matrix without row and column k, once their share in the others is taken away (the Schur complement). */
function complement(matrix: Matrix, k: number): number[][] {
  const others = matrix.map((_, index) => index).filter((index) => index !== k);
  const pivot = at(matrix, k, k);
  return others.map((row) =>
    others.map((column) => at(matrix, row, column) - (at(matrix, row, k) * at(matrix, k, column)) / pivot),
  );
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
