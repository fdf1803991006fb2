import type Big from 'big.js';
import type { Threshold } from './decision-table.js';
import type { Constant } from './expression.js';
import type { Unit } from './unit.js';
import { percentPer } from './units.js';

/** Decimals of a number that a reader is shown; what was written is never longer. */
const MOST_DECIMALS = 4;

/** A number as the rulebook writes it: `40%`, `5`, `650万 CNY`, `3 months`, `15% per quarter`. */
export function writtenNumber(value: Big, unit: Unit): string {
  switch (unit.kind) {
    case 'percent':
      return `${decimal(value.times(100))}%`;
    case 'points':
      return `${decimal(value.times(100))}pp`;
    case 'money':
      return /^\p{Script=Han}/u.test(unit.text) ? `${decimal(value)}${unit.text}` : `${decimal(value)} ${unit.text}`;
    case 'duration':
      return `${decimal(value)} ${unit.text}`;
    case 'number':
    case 'count':
      return decimal(value);
    case 'ratio': {
      const time = percentPer(unit);
      return time === null ? decimal(value) : `${decimal(value.times(100))}% ${time}`;
    }
  }
}

/** `>= 15%`, `60%..80%`; `-` where nothing is asked. */
export function writtenThreshold(threshold: Threshold | null): string {
  if (threshold === null) return '-';
  if (threshold.kind === 'bound') {
    const { value, unit } = threshold.quantity;
    return `${threshold.operator} ${writtenNumber(value, unit)}`;
  }
  if (threshold.kind === 'peers') {
    const within = threshold.within.map((one) => one.name).join(', ');
    return `${threshold.operator} p${threshold.percentile.value.times(100).toFixed()} within ${within}`;
  }
  const { low, high, highIncluded } = threshold;
  return `${writtenNumber(low.value, low.unit)}..${highIncluded ? '' : '<'}${writtenNumber(high.value, high.unit)}`;
}

export const writtenList = (items: readonly Constant[]): string => `[${items.map(writtenConstant).join(', ')}]`;

function writtenConstant(constant: Constant): string {
  switch (constant.kind) {
    case 'quantity':
      return writtenNumber(constant.quantity.value, constant.quantity.unit);
    case 'text':
      return `"${constant.text.replace(/["\\]/g, '\\$&')}"`;
    case 'date':
      return constant.iso;
    case 'boolean':
      return constant.value ? 'yes' : 'no';
  }
}

const decimal = (value: Big): string => value.round(MOST_DECIMALS).toFixed();
