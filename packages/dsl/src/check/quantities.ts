import Big from 'big.js';
import type { Quantity } from '../model/expression.js';
import { numeralValue } from '../model/numeral.js';
import type { Unit } from '../model/unit.js';
import {
  agree,
  BARE,
  COUNT,
  describeUnit,
  divided,
  duration,
  isBare,
  isPure,
  money,
  PERCENT,
  per,
  POINTS,
  countOf,
} from '../model/units.js';
import type { NumberNode } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { isTooLarge } from './limits.js';
import type { Scope } from './scope.js';

const HUNDRED = new Big(100);

/** A number as written, in the unit it is written in; percents and points become fractions. */
export function writtenQuantity(node: NumberNode, path: string | null = null): Quantity {
  const value = numeralValue(node.numeral);
  const { unit, shrink } = writtenUnit(node.unit);
  const whole = node.per === null ? unit : per(unit, duration(node.per) ?? countOf(node.per));
  return { value: shrink ? divided(value, HUNDRED) : value, unit: whole, path, span: node.span };
}

/** As `writtenQuantity`, where no unit is known yet; null when it is beyond all bounds (reported). */
export function readQuantity(scope: Scope, node: NumberNode, path: string | null = null): Quantity | null {
  const quantity = writtenQuantity(node, path);
  return isTooLarge(scope, quantity) ? null : quantity;
}

function writtenUnit(written: string | null): { unit: Unit; shrink: boolean } {
  if (written === null) return { unit: BARE, shrink: false };
  if (written === '%') return { unit: PERCENT, shrink: true };
  if (written === 'pp') return { unit: POINTS, shrink: true };
  if (written === '元') return { unit: money('CNY'), shrink: false };
  return { unit: duration(written) ?? money(written), shrink: false };
}

/** A number where a unit is wanted: a bare one takes it, another must agree with it and is converted. */
export function fittedQuantity(scope: Scope, node: NumberNode, unit: Unit, path: string | null): Quantity | null {
  return fit(scope, writtenQuantity(node, path), unit, scope.text(node.span));
}

/** Brings a quantity to a unit, or reports why it cannot be. `text` is how the reader sees it. */
export function fit(scope: Scope, quantity: Quantity, unit: Unit, text: string): Quantity | null {
  if (isTooLarge(scope, quantity, unit)) return null;
  if (isBare(unit)) return quantity;
  if (isBare(quantity.unit)) return bareFits(scope, quantity, unit, text) ? { ...quantity, unit } : null;
  if (unit.kind === 'number' && isPure(unit) && isPure(quantity.unit)) return { ...quantity, unit };
  if (!agree(quantity.unit, unit) || isPercentLike(quantity.unit) !== isPercentLike(unit)) {
    return scope.report('B202', quantity.span, { left: describeUnit(quantity.unit), right: describeUnit(unit) });
  }
  if (quantity.unit.scale.eq(unit.scale)) return { ...quantity, unit };
  // 1/12 of a year is cut after its 60th place: what is off there is taken away again.
  const value = divided(quantity.value.times(quantity.unit.scale), unit.scale).round(40);
  return { ...quantity, unit, value };
}

const isPercentLike = (unit: Unit): boolean => unit.kind === 'percent' || unit.kind === 'points';

function bareFits(scope: Scope, quantity: Quantity, unit: Unit, text: string): boolean {
  if (quantity.value.eq(0)) return true;
  const { span } = quantity;
  if (isPercentLike(unit)) {
    scope.report('B203', span, { numeral: text }, { fix: { span, replacement: `${text}%` } });
    return false;
  }
  if (unit.kind === 'money') {
    const currency = Object.keys(unit.dimension)[0] ?? 'CNY';
    scope.report('B204', span, { numeral: text, currency }, { fix: { span, replacement: `${text} ${currency}` } });
    return false;
  }
  return true;
}

/** A plain whole number of rows, as in `top 20`. */
export function wholeNumber(scope: Scope, node: NumberNode, span: Span = node.span): number | null {
  const quantity = writtenQuantity(node);
  if (isTooLarge(scope, { ...quantity, span }, isBare(quantity.unit) ? COUNT : quantity.unit)) return null;
  if (!isBare(quantity.unit) || quantity.value.lt(1) || !quantity.value.round(0).eq(quantity.value)) {
    const wanted = { en: 'a whole number, at least 1', zh: '不小于 1 的整数' };
    return scope.report('B210', span, { what: scope.text(span), wanted });
  }
  return quantity.value.toNumber();
}
