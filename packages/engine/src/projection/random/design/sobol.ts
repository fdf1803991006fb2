import { streamKey } from '../numbers/stream-key.js';
import { threefry } from '../numbers/threefry.js';

/**
 * The primitive polynomials and first direction numbers of Joe and Kuo (2008, "Constructing Sobol sequences with better two-dimensional projections"; their
 * table new-joe-kuo-6): degree, the polynomial's inner coefficients as bits, and the numbers. The first dimension needs none.
 */
const TABLE: readonly (readonly [degree: number, inner: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
];

const BITS = 32;

/** Numbers that have a dimension of their own; more are drawn as a Latin hypercube. */
export const SOBOL_DIMENSIONS = TABLE.length + 1;

/**
 * Fills chances with the points of one dimension of a Sobol sequence, moved by a digital shift that hangs on the seed and the path alone.
 *
 * @param dimension from 0, below `SOBOL_DIMENSIONS`
 */
export function sobol(dimension: number, seed: number, path: string, chances: Float64Array): void {
  const directions = directionsOf(dimension);
  const shift = new Int32Array(4);
  threefry(streamKey(seed, 'scramble', path), [0, 0, 0, 0], shift);
  let point = shift[0] ?? 0;
  for (let trial = 0; trial < chances.length; trial += 1) {
    chances[trial] = ((point >>> 0) + 0.5) * 2 ** -BITS;
    // The place of the lowest 0 of the trial's number tells which direction is next (Antonov and Saleev 1979).
    point ^= directions[trailingOnes(trial)] ?? 0;
  }
}

function directionsOf(dimension: number): Int32Array {
  const found = new Int32Array(BITS);
  const [degree, inner, first] = TABLE[dimension - 1] ?? [0, 0, []];
  for (let bit = 0; bit < BITS; bit += 1) {
    if (bit < degree || dimension === 0) {
      found[bit] = (first[bit] ?? 1) << (BITS - 1 - bit);
      continue;
    }
    let next = (found[bit - degree] ?? 0) ^ ((found[bit - degree] ?? 0) >>> degree);
    for (let back = 1; back < degree; back += 1)
      if ((inner >>> (degree - 1 - back)) & 1) next ^= found[bit - back] ?? 0;
    found[bit] = next;
  }
  return found;
}

const trailingOnes = (number: number): number => 31 - Math.clz32(~number & (number + 1));
