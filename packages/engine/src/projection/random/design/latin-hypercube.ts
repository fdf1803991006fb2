import { streamKey } from '../numbers/stream-key.js';
import { uniforms } from '../numbers/threefry.js';

/** One chance in each of as many equal steps as there are trials, in an order of its own (McKay, Beckman and Conover 1979). */
export function latinHypercube(seed: number, path: string, chances: Float64Array): void {
  const trials = chances.length;
  uniforms(streamKey(seed, 'order', path), chances);
  const order = shuffled(chances);
  uniforms(streamKey(seed, 'value', path), chances);
  for (let trial = 0; trial < trials; trial += 1)
    chances[trial] = ((order[trial] ?? 0) + (chances[trial] ?? 0)) / trials;
}

/** The numbers from 0 on in the order that chances give them (Fisher and Yates). */
function shuffled(chances: Float64Array): Uint32Array {
  const order = Uint32Array.from(chances, (_, place) => place);
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = Math.floor((chances[place] ?? 0) * (place + 1));
    const moved = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
