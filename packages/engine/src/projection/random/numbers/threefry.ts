/** Four words of 32 bits. */
export type Key = readonly [number, number, number, number];

/** Skein's constant, which makes the fifth word of the key from the four given ones. */
const PARITY = 0x1bd11bda;
/** The least step between the chances of `uniforms`: they are the odd multiples of half of it. */
const STEP = 2 ** -52;

/**
 * Threefry-4x32-20: block `counter` of the random words that a key stands for, without the blocks before it.
 *
 * J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011);
 * checked by the known answers of their library Random123.
 *
 * @param out takes the block's four words as signed 32-bit integers
 */
export function threefry(key: Key, counter: Key, out: Int32Array): void {
  scramble(key, counter[0], counter[1], counter[2], counter[3], out);
}

function scramble(key: Key, c0: number, c1: number, c2: number, c3: number, out: Int32Array): void {
  let k0 = key[0];
  let k1 = key[1];
  let k2 = key[2];
  let k3 = key[3];
  let k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;
  let c = (c2 + k2) | 0;
  let d = (c3 + k3) | 0;
  for (let group = 1; group <= 5; group++) {
    // Four rounds; which bits they turn by alternates from group to group.
    if (group % 2 === 1) {
      a = (a + b) | 0;
      b = ((b << 10) | (b >>> 22)) ^ a;
      c = (c + d) | 0;
      d = ((d << 26) | (d >>> 6)) ^ c;
      a = (a + d) | 0;
      d = ((d << 11) | (d >>> 21)) ^ a;
      c = (c + b) | 0;
      b = ((b << 21) | (b >>> 11)) ^ c;
      a = (a + b) | 0;
      b = ((b << 13) | (b >>> 19)) ^ a;
      c = (c + d) | 0;
      d = ((d << 27) | (d >>> 5)) ^ c;
      a = (a + d) | 0;
      d = ((d << 23) | (d >>> 9)) ^ a;
      c = (c + b) | 0;
      b = ((b << 5) | (b >>> 27)) ^ c;
    } else {
      a = (a + b) | 0;
      b = ((b << 6) | (b >>> 26)) ^ a;
      c = (c + d) | 0;
      d = ((d << 20) | (d >>> 12)) ^ c;
      a = (a + d) | 0;
      d = ((d << 17) | (d >>> 15)) ^ a;
      c = (c + b) | 0;
      b = ((b << 11) | (b >>> 21)) ^ c;
      a = (a + b) | 0;
      b = ((b << 25) | (b >>> 7)) ^ a;
      c = (c + d) | 0;
      d = ((d << 10) | (d >>> 22)) ^ c;
      a = (a + d) | 0;
      d = ((d << 18) | (d >>> 14)) ^ a;
      c = (c + b) | 0;
      b = ((b << 20) | (b >>> 12)) ^ c;
    }
    const first = k0;
    k0 = k1;
    k1 = k2;
    k2 = k3;
    k3 = k4;
    k4 = first;
    a = (a + k0) | 0;
    b = (b + k1) | 0;
    c = (c + k2) | 0;
    d = (d + k3 + group) | 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/**
 * Chances strictly between 0 and 1, each as likely: `chances[i]` is the one of trial `first + i` and depends on nothing
 * but the key and that trial. The chance less from 1 is exact, too.
 */
export function uniforms(key: Key, chances: Float64Array, first = 0): void {
  const words = new Int32Array(4);
  for (let index = first % 2 === 0 ? 0 : -1; index < chances.length; index += 2) {
    scramble(key, (first + index) / 2, 0, 0, 0, words);
    if (index >= 0) chances[index] = chanceOf(words[0] ?? 0, words[1] ?? 0);
    if (index + 1 < chances.length) chances[index + 1] = chanceOf(words[2] ?? 0, words[3] ?? 0);
  }
}

const chanceOf = (high: number, low: number): number => ((high >>> 0) * 0x100000 + (low >>> 12) + 0.5) * STEP;
