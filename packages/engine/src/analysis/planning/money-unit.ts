import Big from 'big.js';
import type { Unit } from '@benchbook/dsl';

export const money = (currency: string): Unit => ({
  kind: 'money',
  dimension: { [currency]: 1 },
  scale: new Big(1),
  text: currency,
});
