import type Big from 'big.js';

/**
 * What a number measures. `percent` is stored as a fraction (20% is 0.2); every other kind is stored in
 * the unit it was declared in, so a bare number in a table cell is compared as it is written.
 */
export type UnitKind = 'number' | 'count' | 'percent' | 'points' | 'money' | 'duration' | 'ratio';

/** The exponents of base dimensions: `{ contacts: 1, CNY: -1 }` for contacts per 亿元. Empty for pure numbers. */
export type Dimension = Readonly<Record<string, number>>;

/**
 * A unit of measure.
 *
 * `scale` says how many base units one declared unit is: 1 亿元 is 1e8 CNY, so "contacts per 亿元" has scale 1e-8
 * (base: contacts per CNY). A value in base units divided by `scale` is the value in this unit.
 */
export interface Unit {
  readonly kind: UnitKind;
  readonly dimension: Dimension;
  readonly scale: Big;
  /** As the analyst wrote it: `contacts per 亿元`, `percent`, `CNY`. */
  readonly text: string;
}
