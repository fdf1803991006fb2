/** A square matrix, row by row. */
export interface Matrix {
  readonly size: number;
  readonly cells: Float64Array;
}

export const matrix = (size: number, of: (row: number, column: number) => number): Matrix => ({
  size,
  cells: Float64Array.from({ length: size * size }, (_, place) => of(Math.floor(place / size), place % size)),
});

export const cellOf = ({ size, cells }: Matrix, row: number, column: number): number => cells[row * size + column] ?? 0;

/**
 * The lower triangle whose product with its transpose is a matrix (Cholesky); null for one that is not positive semi-definite. A pivot that is nothing
 * leaves its column empty.
 */
export function triangle(of: Matrix): Matrix | null {
  const { size } = of;
  const cells = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let rest = cellOf(of, row, column);
      for (let before = 0; before < column; before += 1)
        rest -= (cells[row * size + before] ?? 0) * (cells[column * size + before] ?? 0);
      if (row === column) {
        if (rest < -NOTHING) return null;
        cells[row * size + row] = rest <= NOTHING ? 0 : Math.sqrt(rest);
        continue;
      }
      const pivot = cells[column * size + column] ?? 0;
      if (pivot === 0 && Math.abs(rest) > 1e-6) return null;
      cells[row * size + column] = pivot === 0 ? 0 : rest / pivot;
    }
  }
  return { size, cells };
}

/** Correlations have no finer digits than this. */
const NOTHING = 1e-12;

/** Eigenvalues and, column by column, their vectors, of a symmetric matrix (Jacobi's rotations; Golub and Van Loan, Matrix Computations, 8.5). */
export function eigen(of: Matrix): { readonly values: Float64Array; readonly vectors: Matrix } {
  const { size } = of;
  const cells = Float64Array.from(of.cells);
  const vectors = Float64Array.from(matrix(size, (row, column) => (row === column ? 1 : 0)).cells);
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    for (let row = 0; row < size; row += 1)
      for (let column = row + 1; column < size; column += 1) {
        off += Math.abs(cells[row * size + column] ?? 0);
        rotate(cells, vectors, size, row, column);
      }
    if (off < 1e-15 * size) break;
  }
  return {
    values: Float64Array.from({ length: size }, (_, place) => cells[place * size + place] ?? 0),
    vectors: { size, cells: vectors },
  };
}

function rotate(cells: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const between = cells[p * size + q] ?? 0;
  if (between === 0) return;
  const theta = ((cells[q * size + q] ?? 0) - (cells[p * size + p] ?? 0)) / (2 * between);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (one: number, other: number, of: Float64Array): void => {
    const [left, right] = [of[one] ?? 0, of[other] ?? 0];
    of[one] = cosine * left - sine * right;
    of[other] = sine * left + cosine * right;
  };
  for (let k = 0; k < size; k += 1) turn(k * size + p, k * size + q, cells);
  for (let k = 0; k < size; k += 1) turn(p * size + k, q * size + k, cells);
  for (let k = 0; k < size; k += 1) turn(k * size + p, k * size + q, vectors);
}
