import type { Figure } from '@benchbook/dsl';

/** A figure as it depends on what is chosen; in base units. */
export interface Linear {
  readonly constant: number;
  /** By action: for each entity it is taken on, and once if it is taken at all. */
  readonly each: ReadonlyMap<string, number>;
  readonly once: ReadonlyMap<string, number>;
  /** By figure about the data with the actions done. */
  readonly data: ReadonlyMap<Figure, number>;
}

export const constant = (value: number): Linear => ({
  constant: value,
  each: new Map(),
  once: new Map(),
  data: new Map(),
});

export const isConstant = ({ each, once, data }: Linear): boolean => each.size + once.size + data.size === 0;

/** One, and a multiple of another. */
export function plus(one: Linear, other: Linear, times = 1): Linear {
  return {
    constant: one.constant + times * other.constant,
    each: added(one.each, other.each, times),
    once: added(one.once, other.once, times),
    data: added(one.data, other.data, times),
  };
}

export const multiple = (of: Linear, times: number): Linear => plus(constant(0), of, times);

function added<Key>(one: ReadonlyMap<Key, number>, other: ReadonlyMap<Key, number>, times: number): Map<Key, number> {
  const sum = new Map(one);
  for (const [key, value] of other) sum.set(key, (sum.get(key) ?? 0) + times * value);
  return sum;
}
