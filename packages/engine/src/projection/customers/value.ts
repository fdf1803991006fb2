import { finite, without, type Outcome } from '../finance/outcome.js';

/** What a customer brings in a lifetime, not discounted. */
export function lifetimeValue(worthAMonth: number, months: Outcome): Outcome {
  return typeof months === 'number' ? finite(worthAMonth * months) : months;
}

export function valueOverCost(value: Outcome, acquisition: number): Outcome {
  if (typeof value !== 'number') return value;
  return acquisition === 0 ? without('no cost') : finite(value / acquisition);
}
