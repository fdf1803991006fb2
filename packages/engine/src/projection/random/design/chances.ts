import type { Simulation } from '@benchbook/dsl';
import { streamKey } from '../numbers/stream-key.js';
import { uniforms } from '../numbers/threefry.js';
import { latinHypercube } from './latin-hypercube.js';
import { SOBOL_DIMENSIONS, sobol } from './sobol.js';

export type Sampling = Simulation['sampling'];

/**
 * Fills a column with chances between 0 and 1 for one number.
 *
 * @param place the number's place among those that are drawn: its dimension of a Sobol sequence
 */
export function fillChances(
  sampling: Sampling,
  seed: number,
  path: string,
  place: number,
  chances: Float64Array,
): void {
  if (sampling === 'random') uniforms(streamKey(seed, 'value', path), chances);
  else if (sampling === 'sobol' && place < SOBOL_DIMENSIONS) sobol(place, seed, path, chances);
  else latinHypercube(seed, path, chances);
}
