import type { Quantity, Uncertain, Unit } from '@benchbook/dsl';
import Big from 'big.js';
import { inUnit } from '../../plan/units.js';
import { beta, pert } from './distribution/beta.js';
import { lognormal, normal } from './distribution/normal.js';
import { always, type Quantile } from './distribution/quantile.js';
import { discrete, empirical } from './distribution/steps.js';
import { triangular, uniform, wholeUniform } from './distribution/straight.js';
import type { Refusal } from './refusal.js';

/** The known values of a source's column in this unit, in any order; they are not changed. */
export type KnownValues = (source: string, column: string, unit: Unit) => Float64Array;

type Of<Kind> = Extract<Uncertain['distribution'], { readonly kind: Kind }>;
type Made = Quantile | Refusal['why'];
type InUnit = (quantity: Quantity) => number;

/** How the chances of an uncertain number become values, in the number's own unit and inside its `within`. */
export function quantileOf(uncertain: Uncertain, known: KnownValues): Made {
  const { unit } = uncertain.quantity;
  const number: InUnit = (quantity) => inUnit(quantity, unit).toNumber();
  const made = shapeOf(uncertain, number, known);
  const { within } = uncertain;
  if (within === null || typeof made === 'string') return made;
  const [low, high] = [number(within.low), number(within.high)];
  return low <= high ? clipped(made, low, high) : 'order';
}

function shapeOf({ distribution, quantity }: Uncertain, number: InUnit, known: KnownValues): Made {
  switch (distribution.kind) {
    case 'uniform':
      return distribution.whole ? wholeNumbers(distribution, quantity.unit) : between(distribution, number);
    case 'triangular':
    case 'pert':
      return peaked(distribution, number);
    case 'normal': {
      const deviation = number(distribution.deviation);
      return deviation > 0 ? normal(number(distribution.mean), deviation) : 'not positive';
    }
    case 'lognormal':
      return byPercentiles(distribution, number);
    case 'beta': {
      const [a, b] = [distribution.alpha.value.toNumber(), distribution.beta.value.toNumber()];
      return a > 0 && b > 0 ? beta(a, b) : 'not positive';
    }
    case 'discrete':
      return byCases(distribution, number);
    case 'empirical': {
      const sorted = Float64Array.from(known(distribution.source, distribution.column, quantity.unit)).sort();
      return sorted.length > 0 ? empirical(sorted) : 'no values';
    }
  }
}

function between(distribution: Of<'uniform'>, number: InUnit): Made {
  const [low, high] = [number(distribution.low), number(distribution.high)];
  return low <= high ? uniform(low, high) : 'order';
}

function wholeNumbers({ low, high, highIncluded }: Of<'uniform'>, unit: Unit): Made {
  const [from, to] = [inUnit(low, unit), inUnit(high, unit)];
  if (from.gt(to)) return 'order';
  const first = ceil(from);
  const last = highIncluded ? floor(to) : ceil(to).minus(1);
  return first.lte(last) ? wholeUniform(first.toNumber(), last.toNumber()) : 'no whole number';
}

/** Big rounds away from 0 or towards it. */
const floor = (value: Big): Big => value.round(0, value.lt(0) ? Big.roundUp : Big.roundDown);
const ceil = (value: Big): Big => value.round(0, value.lt(0) ? Big.roundDown : Big.roundUp);

function peaked({ kind, ...ends }: Of<'triangular' | 'pert'>, number: InUnit): Made {
  const [low, mode, high] = [number(ends.low), number(ends.mode), number(ends.high)];
  if (low > mode || mode > high) return 'order';
  if (low === high) return always(low);
  return kind === 'pert' ? pert(low, mode, high) : triangular(low, mode, high);
}

function byPercentiles(distribution: Of<'lognormal'>, number: InUnit): Made {
  const points = [distribution.low, distribution.high]
    .map(({ chance, value }) => ({ chance, value: number(value) }))
    .sort((a, b) => a.chance - b.chance);
  const [low, high] = points;
  if (!low || !high || low.chance === high.chance || low.value > high.value) return 'order';
  return low.value > 0 ? lognormal(low, high) : 'not positive';
}

/** Sums of chances that a scenario has moved may be off by this much. */
const SLACK = new Big('1e-9');

function byCases({ cases }: Of<'discrete'>, number: InUnit): Made {
  const rising = cases
    .map(({ value, chance }) => ({ value: number(value), chance: chance.value }))
    .sort((a, b) => a.value - b.value);
  let sum = new Big(0);
  const upTo = rising.map(({ chance }) => (sum = sum.plus(chance)).toNumber());
  if (sum.minus(1).abs().gt(SLACK) || rising.some(({ chance }) => chance.lt(0))) return 'chances';
  return discrete(
    Float64Array.from(rising, ({ value }) => value),
    Float64Array.from(upTo),
  );
}

const clipped =
  (quantile: Quantile, low: number, high: number): Quantile =>
  (chances) => {
    quantile(chances);
    for (let index = 0; index < chances.length; index++)
      chances[index] = Math.min(high, Math.max(low, chances[index] ?? 0));
  };
