import type Big from 'big.js';

/**
 * A figure as a fraction, so that it is compared exactly: a share of 3 in 5 is at least 60%. A percent is a fraction of 1.
 */
export interface FigureValue {
  readonly numerator: Big;
  readonly denominator: Big;
}
