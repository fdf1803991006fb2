import Big from 'big.js';
import type { Quantity, Unit, ValueType } from '@benchbook/dsl';

/** How many of something that has no name. */
export const COUNT: Unit = { kind: 'count', dimension: {}, scale: new Big(1), text: 'count' };

/** The value in base units: 90M CNY is 90000000, 5 亿元 is 500000000; a percent is a fraction, 20% is 0.2. */
export function toBase(quantity: Quantity): Big {
  return quantity.value.times(quantity.unit.scale);
}

/** The value in another unit of the same dimension: 5 亿元 in 万元 is 50000. */
export function inUnit(quantity: Quantity, unit: Unit): Big {
  return quantity.unit.scale.eq(unit.scale) ? quantity.value : toBase(quantity).div(unit.scale);
}

/** What a value in one unit is multiplied by to be in another of the same dimension. */
export function factor(from: Unit, to: Unit): Big {
  return from.scale.eq(to.scale) ? new Big(1) : from.scale.div(to.scale);
}

/** The unit of a number type; null for anything else. */
export function unitOfType(type: ValueType): Unit | null {
  return type.kind === 'number' ? type.unit : null;
}

/** The unit's base: the same dimension, scale 1. */
export function base(unit: Unit): Unit {
  return unit.scale.eq(1) ? unit : { ...unit, scale: new Big(1) };
}

/** Digits behind the point. Big keeps a number as digits `c` times a power `e`. */
export function decimals(value: Big): number {
  return Math.max(0, value.c.length - value.e - 1);
}
