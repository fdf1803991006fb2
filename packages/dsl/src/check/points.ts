import type Big from 'big.js';
import type { Quantity } from '../model/expression.js';
import type { NamedNumber } from '../model/named-number.js';
import { writtenNumber } from '../model/written.js';
import type { NumberNode, PointsNode } from '../syntax/nodes.js';
import { limitsOf, shiftOf } from './overrides.js';
import type { Placed } from './places.js';
import type { Scope } from './scope.js';
import { numberAt } from './settings.js';

/** The most points of one slider or sweep. */
export const MOST_POINTS = 10_000;

/** The number that gives a place its unit; null when nothing of it can be moved (reported). */
export function movable(scope: Scope, place: Placed): NamedNumber | null {
  const [first] = place.found;
  if (first?.is === 'number') return first.at;
  return first ? scope.report('B520', place.span, { path: first.at.path, list: first.is === 'value' }) : null;
}

/** `20%..80% step 20%` or `[20%, 50%]` as exact values, in the order they are written. */
export function pointsOf(scope: Scope, node: PointsNode, number: NamedNumber): readonly Quantity[] | null {
  if (node.kind === 'points') {
    const found = node.values.map((value) => numberAt(scope, number, value));
    const points = found.flatMap((one) => (one ? [{ ...one, path: null }] : []));
    return points.length < found.length ? null : points;
  }
  const limits = limitsOf(scope, node.range, number);
  const step = limits && stepOf(scope, node.step, number);
  if (!limits?.low || !limits.high || !step) return null;
  const length = limits.high.minus(limits.low);
  if (step.lte(0) || step.gt(length)) {
    const said = writtenNumber(length, number.unit);
    return scope.report('B518', node.step.span, { length: said });
  }
  const count = length.div(step).round(0, 0).plus(1);
  if (count.gt(MOST_POINTS)) return scope.report('B517', node.span, { points: count.toFixed(), most: MOST_POINTS });
  const { low } = limits;
  return Array.from({ length: count.toNumber() }, (_, index) => ({
    value: low.plus(step.times(index)),
    unit: number.unit,
    path: null,
    span: node.span,
  }));
}

/** A step is a difference: `20%` and `20pp` between percents are the same. */
function stepOf(scope: Scope, node: NumberNode, number: NamedNumber): Big | null {
  if (number.unit.kind === 'percent' && node.unit === '%') return numberAt(scope, number, node)?.value ?? null;
  return shiftOf(scope, node, number);
}
