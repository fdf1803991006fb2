import { normalQuantile } from './normal.js';

/** A list entry that is drawn in proportion to its weight. */
export type Weighted = { readonly weight: number };

/** Numbers that depend on their key alone, so every use of chance can have a stream of its own. */
export class Draws {
  readonly #state: Uint32Array;

  constructor(key: string) {
    this.#state = spread(key);
    // The first outputs of sfc32 still show the state they started from.
    for (let i = 0; i < 12; i++) this.#next();
  }

  /** In (0, 1): never an end point, because a quantile function is infinite there. */
  uniform(): number {
    return (this.#next() + 0.5) / 2 ** 32;
  }

  normal(): number {
    return normalQuantile(this.uniform());
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  pick<T>(list: readonly T[]): T {
    const value = list[this.below(list.length)];
    if (value === undefined) throw new Error('nothing to draw from');
    return value;
  }

  weighted<T extends Weighted>(list: readonly T[]): T {
    let left = this.uniform() * list.reduce((sum, { weight }) => sum + weight, 0);
    for (const value of list) {
      left -= value.weight;
      if (left < 0) return value;
    }
    return this.pick(list);
  }

  /** Doty-Humphrey's sfc32: additions, shifts and a counter, the same on every machine. */
  #next(): number {
    const s = this.#state as unknown as [number, number, number, number];
    const out = (s[0] + s[1] + s[3]) >>> 0;
    s[3] = s[3] + 1;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = s[2] + (s[2] << 3);
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + out;
    return out;
  }
}

/** Draws for a purpose (a column, a decision) and the row it is for. */
export type Random = (purpose: string, row: string) => Draws;

/** One seed's source of draws. The purpose is part of the key, so a new column moves no other. */
export function random(seed: number): Random {
  return (purpose, row) => new Draws(`${seed}|${purpose}|${row}`);
}

/** The list in an order of chance's own; ids break the ties that two equal draws would leave. */
export function shuffled<T extends { readonly id: string }>(list: readonly T[], draw: Random, purpose: string): T[] {
  return list
    .map((item) => ({ item, at: draw(purpose, item.id).uniform() }))
    .sort((a, b) => a.at - b.at || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}

/** Four words from a text: FNV-1a to take it in, the murmur3 finaliser to spread it. */
function spread(text: string): Uint32Array {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const words = new Uint32Array(4);
  for (let i = 0; i < 4; i++) {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    words[i] = word ^ (word >>> 16);
  }
  return words;
}
