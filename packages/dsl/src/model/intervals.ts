import type { Condition } from './decision-table.js';
import type { Constant } from './expression.js';

const DAY = 24 * 60 * 60 * 1000;

/** Ends are compared as numbers (a date by its day); an excluded end lies just inside. */
export interface Interval {
  readonly low: number;
  readonly lowIncluded: boolean;
  readonly high: number;
  readonly highIncluded: boolean;
}

export type Ordered = Extract<Condition, { kind: 'compare' | 'range' }>;

export const measure = (constant: Constant): number => {
  if (constant.kind === 'quantity') return constant.quantity.value.toNumber();
  return constant.kind === 'date' ? Date.parse(constant.iso) / DAY : NaN;
};

export const point = (constant: Constant): Interval => ({
  low: measure(constant),
  lowIncluded: true,
  high: measure(constant),
  highIncluded: true,
});

/** null stands for "all but one". */
export function intervalOf(condition: Ordered): Interval | null {
  if (condition.kind === 'range') {
    const { low, high, lowIncluded, highIncluded } = condition.range;
    return { low: low ? measure(low) : -Infinity, lowIncluded, high: high ? measure(high) : Infinity, highIncluded };
  }
  const at = measure(condition.constant);
  switch (condition.operator) {
    case '=':
      return point(condition.constant);
    case '<':
    case '<=':
      return { low: -Infinity, lowIncluded: false, high: at, highIncluded: condition.operator === '<=' };
    case '>':
    case '>=':
      return { low: at, lowIncluded: condition.operator === '>=', high: Infinity, highIncluded: false };
    case '!=':
      return null;
  }
}
