import Big from 'big.js';
import type { Quantity, Unit } from '@benchbook/dsl';

/** The value in base units: 90M CNY is 90000000, 5 亿元 is 500000000, 20% is 0.2. */
export function toBase(quantity: Quantity): Big {
  return isFraction(quantity.unit) ? quantity.value : quantity.value.times(quantity.unit.scale);
}

/** The value in the unit a metric is stored in: a percent as a fraction, anything else as declared. */
export function toStored(quantity: Quantity, unit: Unit): Big {
  if (isFraction(unit) || quantity.unit.scale.eq(unit.scale)) return quantity.value;
  return toBase(quantity).div(unit.scale);
}

/** What a value in base units is multiplied by to be stored in a unit: 1e8 for contacts per 亿元. */
export function storedFactor(unit: Unit): Big {
  return isFraction(unit) ? new Big(1) : new Big(1).div(unit.scale);
}

function isFraction(unit: Unit): boolean {
  return unit.kind === 'percent';
}
