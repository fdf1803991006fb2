import type Big from 'big.js';
import type { Quantity } from '../../model/expression.js';
import type { Distribution, Uncertain } from '../../model/planning/uncertain.js';
import type { Scope } from '../scope.js';

interface Bounds {
  readonly low: Big;
  readonly high: Big;
}

/** Between which values a number can turn out; null: without end, or only the data knows. */
export function boundsOf(distribution: Distribution, within: Uncertain['within']): Bounds | null {
  const own = ownBounds(distribution);
  if (within === null) return own;
  const low = own?.low.gt(within.low.value) ? own.low : within.low.value;
  const high = own?.high.lt(within.high.value) ? own.high : within.high.value;
  return { low, high };
}

function ownBounds(distribution: Distribution): Bounds | null {
  switch (distribution.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return { low: distribution.low.value, high: distribution.high.value };
    case 'discrete': {
      const sorted = distribution.cases.map((one) => one.value.value).sort((a, b) => a.cmp(b));
      const [low, high] = [sorted[0], sorted.at(-1)];
      return low && high ? { low, high } : null;
    }
    case 'beta': {
      const zero = distribution.alpha.value.times(0);
      return { low: zero, high: zero.plus(1) };
    }
    case 'normal':
    case 'lognormal':
    case 'empirical':
      return null;
  }
}

/** Whether a distribution's numbers rise as they must, and its clip leaves something of it; reports what does not. */
export function isInOrder(scope: Scope, { distribution, within, span }: Uncertain): boolean {
  const said = (quantity: Quantity) => scope.text(quantity.span).trim();
  for (const [first, second] of rising(distribution)) {
    if (first.value.lte(second.value)) continue;
    const data = { name: distribution.kind, first: said(first), second: said(second) };
    scope.report('B606', second.span, data, { related: [first.span] });
    return false;
  }
  if (distribution.kind === 'lognormal' && !isPositive(scope, distribution.low.value)) return false;
  if (isEmpty(distribution) || clippedAway(distribution, within)) {
    scope.report('B607', span, { range: scope.text(span).replace(/^~\s*/, '') });
    return false;
  }
  return true;
}

function rising(distribution: Distribution): (readonly [Quantity, Quantity])[] {
  switch (distribution.kind) {
    case 'triangular':
    case 'pert':
      return [
        [distribution.low, distribution.mode],
        [distribution.mode, distribution.high],
      ];
    case 'uniform':
      return [[distribution.low, distribution.high]];
    case 'lognormal':
      return distribution.low.chance < distribution.high.chance
        ? [[distribution.low.value, distribution.high.value]]
        : [[distribution.high.value, distribution.low.value]];
    case 'normal':
    case 'beta':
    case 'discrete':
    case 'empirical':
      return [];
  }
}

function isPositive(scope: Scope, { value, span }: Quantity): boolean {
  if (value.gt(0)) return true;
  const what = scope.text(span);
  scope.report('B210', span, {
    what,
    wanted: { en: 'above 0: a lognormal never is less', zh: '大于 0 的数：对数正态分布只取正值' },
  });
  return false;
}

/** No whole number lies between the ends. */
function isEmpty(distribution: Distribution): boolean {
  if (distribution.kind !== 'uniform' || !distribution.whole) return false;
  const { low, high, highIncluded } = distribution;
  const first = low.value.round(0, 3);
  return highIncluded ? first.gt(high.value) : first.gte(high.value);
}

function clippedAway(distribution: Distribution, within: Uncertain['within']): boolean {
  const bounds = boundsOf(distribution, within);
  return bounds?.low.gt(bounds.high) ?? false;
}
