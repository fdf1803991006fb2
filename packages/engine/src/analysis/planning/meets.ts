import type { ComparisonOperator, FixedThreshold, Quantity } from '@benchbook/dsl';

/** Two numbers that differ by the last bits of a sum in doubles are equal: fifteen digits are compared. */
export function compares(operator: ComparisonOperator, left: number, right: number): boolean | null {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return null;
  const [one, other] = [Number(left.toPrecision(14)), Number(right.toPrecision(14))];
  switch (operator) {
    case '=':
      return one === other;
    case '!=':
      return one !== other;
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
  }
}

/** Whether a number in base units meets a threshold; null where there is no number. */
export function meets(value: number, threshold: FixedThreshold): boolean | null {
  const base = (quantity: Quantity): number => quantity.value.times(quantity.unit.scale).toNumber();
  if (threshold.kind === 'bound') return compares(threshold.operator, value, base(threshold.quantity));
  const [low, high] = [
    compares('>=', value, base(threshold.low)),
    compares(threshold.highIncluded ? '<=' : '<', value, base(threshold.high)),
  ];
  return low === null || high === null ? null : low && high;
}
