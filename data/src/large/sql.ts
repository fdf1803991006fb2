import { quoted } from '../output/database.js';
import type { Weighted } from '../random/draws.js';

/** SQL expressions of chance for the row that `row`, a whole-number expression, stands for. */
export class Chance {
  constructor(
    private readonly seed: number,
    private readonly row: string,
  ) {}

  /** In (0, 1). */
  uniform(purpose: string): string {
    return `((${this.#bits(purpose)} >> 12) + 0.5::DOUBLE) / ${2 ** 52}`;
  }

  /** Standard normal, by Box and Muller. */
  normal(purpose: string): string {
    const radius = `sqrt(-2 * ln(${this.uniform(`${purpose}, radius`)}))`;
    return `(${radius} * cos(${2 * Math.PI} * ${this.uniform(`${purpose}, angle`)}))`;
  }

  /** From 1 to `size`, an expression: a place in a list, which SQL counts from one. */
  place(purpose: string, size: number | string): string {
    return `(1 + ${this.#bits(purpose)} % (${size})::UBIGINT)::INTEGER`;
  }

  pick(purpose: string, list: readonly string[]): string {
    return `${textList(list)}[${this.place(purpose, list.length)}]`;
  }

  /**
   * Hashed twice: DuckDB combines the hashes of several values by xor, so that with a single round
   * two purposes would differ by a constant and not be independent.
   */
  #bits(purpose: string): string {
    return `hash(hash(${this.row}, ${quoted(`${this.seed} ${purpose}`)}))`;
  }
}

/** A list in which an entry is repeated by its weight, so that a place in it is a weighted choice. */
export function repeated<T extends Weighted>(list: readonly T[]): T[] {
  return list.flatMap((entry) => Array.from({ length: Math.round(entry.weight) }, () => entry));
}

export const textList = (list: readonly string[]): string => `[${list.map(quoted).join(', ')}]`;

export const numberList = (list: readonly number[]): string => `[${list.join(', ')}]`;
