import type { Retention } from '@benchbook/dsl';
import type { Column } from '../values/column.js';
import type { Numbers } from '../values/numbers.js';

/** What a cohort's figures are made of; money and worth in base units, worth a month. */
export interface CohortGround {
  readonly size: Column;
  readonly worth: Column;
  readonly acquisition: Column;
  readonly retention: Retention;
  readonly numbers: Numbers;
}

export function cohortFigure(figure: string, { size }: CohortGround): Column {
  return figure === 'size' ? size : NaN;
}
