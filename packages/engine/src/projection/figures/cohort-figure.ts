import type { Retention } from '@benchbook/dsl';
import { lifetime, type Staying } from '../customers/retention.js';
import { lifetimeValue, valueOverCost } from '../customers/value.js';
import { finite, numberOf, without, type Outcome } from '../finance/outcome.js';
import { monthsIn } from '../time/durations.js';
import { at, type Column } from '../values/column.js';
import type { Numbers } from '../values/numbers.js';

/** What a cohort's figures are made of; money and worth in base units, worth a month. */
export interface CohortGround {
  readonly size: Column;
  readonly worth: Column;
  readonly acquisition: Column;
  readonly retention: Retention;
  readonly numbers: Numbers;
}

/** A figure of a cohort in its base unit, in every trial; NaN where there is none. */
export function cohortFigure(figure: string, ground: CohortGround): Column {
  const { trials } = ground.numbers;
  if (trials === 1) return numberOf(cohortOutcome(figure, ground, 0));
  return Float64Array.from({ length: trials }, (_, trial) => numberOf(cohortOutcome(figure, ground, trial)));
}

/** A figure in one trial, or why it has none. */
export function cohortOutcome(figure: string, ground: CohortGround, trial: number): Outcome {
  const { size, worth, acquisition, retention, numbers } = ground;
  const steps = lifetime(stayingIn(retention, numbers, trial));
  const months =
    typeof steps === 'number' ? steps * numbers.own(retention.every, trial) * monthsIn(retention.every.unit) : steps;
  const value = (): Outcome => lifetimeValue(at(worth, trial), months);
  switch (figure) {
    case 'size':
      return finite(at(size, trial));
    case 'lifetime':
      return months;
    case 'ltv':
      return value();
    case 'cac':
      return finite(at(acquisition, trial));
    case 'ltv_cac':
      return valueOverCost(value(), at(acquisition, trial));
    default:
      return without('no value');
  }
}

export function stayingIn(retention: Retention, numbers: Numbers, trial: number): Staying {
  const base = (quantity: Parameters<Numbers['column']>[0]): number => at(numbers.column(quantity), trial);
  if (retention.kind === 'constant') return { kind: 'constant', share: base(retention.share) };
  return { kind: 'beta-geometric', alpha: base(retention.alpha), beta: base(retention.beta) };
}
