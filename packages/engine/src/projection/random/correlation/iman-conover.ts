import { standardNormal } from '../distribution/standard-normal.js';
import { cellOf, matrix, triangle, type Matrix } from './matrix.js';
import { nearestCorrelation } from './nearest-correlation.js';
import { orderOf, ranksOf } from './ranks.js';

/**
 * Puts columns of independent draws in other orders, so that their ranks correlate as wanted; what is drawn of each number stays what it is (Iman and Conover 1982, "A
 * distribution-free approach to inducing rank correlation among input variables"). The scores are those of the columns' own ranks, so that the first
 * column stays as it was drawn.
 *
 * @param wanted rank correlations; positive semi-definite
 */
export function correlate(columns: readonly Float64Array[], wanted: Matrix): void {
  const { size } = wanted;
  const [trials = 0] = columns.map(({ length }) => length);
  if (size < 2 || trials < 3) return;
  const scores = columns.map(scoresOf);
  const found = matrix(size, (row, column) => (row === column ? 1 : correlationOf(scores[row], scores[column])));
  const [target, sample] = [triangleOf(asNormal(wanted)), triangle(found)];
  if (sample === null || columns.some((_, place) => cellOf(sample, place, place) === 0)) return;
  const mix = timesInverse(target, sample);
  const mixed = new Float64Array(trials);
  for (let row = 1; row < size; row += 1) {
    mixed.fill(0);
    for (let column = 0; column <= row; column += 1) {
      const [weight, score] = [cellOf(mix, row, column), scores[column]];
      for (let trial = 0; trial < trials; trial += 1)
        mixed[trial] = (mixed[trial] ?? 0) + weight * (score?.[trial] ?? 0);
    }
    inOrderOf(columns[row], mixed);
  }
}

/** The correlation of normals whose ranks correlate so (Pearson 1907). */
const asNormal = (wanted: Matrix): Matrix =>
  matrix(wanted.size, (row, column) =>
    row === column ? 1 : 2 * Math.sin((Math.PI / 6) * cellOf(wanted, row, column)),
  );

/** What is no correlation matrix for normals is taken for the nearest one that is. */
function triangleOf(of: Matrix): Matrix {
  const found = triangle(of) ?? triangle(nearestCorrelation(of));
  if (found === null) throw new Error('the nearest correlation matrix has a triangle');
  return found;
}

/** Van der Waerden's: the normal's quantile of each rank. */
function scoresOf(values: Float64Array): Float64Array {
  const ranks = ranksOf(values);
  return Float64Array.from(ranks, (rank) => standardNormal((rank + 1) / (values.length + 1)));
}

function correlationOf(one: Float64Array | undefined, other: Float64Array | undefined): number {
  let [both, own, others] = [0, 0, 0];
  for (let trial = 0; trial < (one?.length ?? 0); trial += 1) {
    const [left, right] = [one?.[trial] ?? 0, other?.[trial] ?? 0];
    both += left * right;
    own += left * left;
    others += right * right;
  }
  // Scores of all ranks have a mean of 0.
  return both / Math.sqrt(own * others);
}

/** A lower triangle times the inverse of another. */
function timesInverse(one: Matrix, other: Matrix): Matrix {
  const { size } = one;
  const cells = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = row; column >= 0; column -= 1) {
      let rest = cellOf(one, row, column);
      for (let after = column + 1; after <= row; after += 1)
        rest -= (cells[row * size + after] ?? 0) * cellOf(other, after, column);
      cells[row * size + column] = rest / cellOf(other, column, column);
    }
  return { size, cells };
}

/** Sorts values into the order of others. */
function inOrderOf(values: Float64Array | undefined, others: Float64Array): void {
  const rising = values?.slice().sort();
  orderOf(others).forEach((place, rank) => {
    if (values && rising) values[place] = rising[rank] ?? 0;
  });
}
