import type { Quantity } from '../../model/expression.js';
import type { Unit } from '../../model/unit.js';
import { countOf, duration, isBare, per, PERCENT } from '../../model/units.js';
import type { Said } from '../../diagnostics/type-kinds.js';
import type { NameNode, NumberNode, Word } from '../../syntax/nodes.js';
import type { EstimateNode } from '../../syntax/planning-nodes.js';
import type { Span } from '../../text/span.js';
import { isTooLarge } from '../limits.js';
import { fit, writtenQuantity } from '../quantities.js';
import type { Scope } from '../scope.js';
import { uncertainty } from './distributions.js';

/** Brings a number to the unit wanted where it stands; null when that cannot be (reported). */
export type Fitting = (scope: Scope, quantity: Quantity) => Quantity | null;

/** A number of a plan, or the param that holds it, as the fitting wants it; what is uncertain about it is noted. */
export function estimate(scope: Scope, node: EstimateNode, path: string, fitting: Fitting): Quantity | null {
  const written =
    node.value.kind === 'name' ? paramQuantity(scope, node.value) : numberQuantity(scope, node.value, path);
  const quantity = written && fitting(scope, { ...written, unit: perWords(written.unit, node.per) });
  if (quantity === null || node.uncertain === null) return quantity;
  if (node.value.kind === 'name') return scope.report('B608', node.uncertain.span, { name: node.value.name });
  return uncertainty(scope, node.uncertain, { quantity, path }) ? quantity : null;
}

function numberQuantity(scope: Scope, node: NumberNode, path: string): Quantity | null {
  const quantity = writtenQuantity(node, path);
  return isTooLarge(scope, quantity) ? null : quantity;
}

/** The number that a param holds, at the place where the param is named. */
function paramQuantity(scope: Scope, { name, span }: NameNode): Quantity | null {
  const param = scope.demand('param', { text: name, span });
  if (param === null) return null;
  if (param.value.kind === 'one' && param.value.constant.kind === 'quantity')
    return { ...param.value.constant.quantity, span };
  return scope.report('B205', span, { found: param.type.kind, wanted: 'number' });
}

/** `per account per month` after a number: each word divides its unit once more. */
export const perWords = (unit: Unit, words: readonly Word[]): Unit =>
  words.reduce((whole, word) => per(whole, duration(word.text) ?? countOf(word.text)), unit);

/** Refuses a number that cannot stand where it does. */
export function refuse(scope: Scope, span: Span, wanted: Said): null {
  return scope.report('B210', span, { what: scope.text(span).trim(), wanted });
}

/** A time with its unit, above 0. */
export const asDuration: Fitting = (scope, quantity) => {
  const { unit, value, span } = quantity;
  if (unit.kind === 'duration' && value.gt(0)) return quantity;
  return refuse(scope, span, {
    en: 'a time above 0 with its unit, as in 3 months',
    zh: '大于 0 且带单位的时长，例如 3 months',
  });
};

/** A share from 0% to 100%. */
export const asShare: Fitting = (scope, quantity) => {
  const fitted = fit(scope, quantity, PERCENT, scope.text(quantity.span));
  if (fitted === null || (fitted.value.gte(0) && fitted.value.lte(1))) return fitted;
  return refuse(scope, quantity.span, { en: 'a share from 0% to 100%', zh: '0% 到 100% 之间的比例' });
};

/** A plain number or a count, above 0. */
export const asCount =
  (unit: Unit): Fitting =>
  (scope, quantity) => {
    const fitted = fit(scope, quantity, unit, scope.text(quantity.span));
    if (fitted === null || fitted.value.gt(0)) return fitted;
    return refuse(scope, quantity.span, { en: 'a number above 0', zh: '大于 0 的数' });
  };

/** Whatever it is, if it is not below 0. */
export const notNegative =
  (fitting: Fitting): Fitting =>
  (scope, quantity) => {
    const fitted = fitting(scope, quantity);
    if (fitted === null || fitted.value.gte(0)) return fitted;
    return refuse(scope, quantity.span, { en: 'a number that is not below 0', zh: '不小于 0 的数' });
  };

/** A share a year: `10% per year`; of a bare percent the year is meant. */
export const asYearlyRate: Fitting = (scope, quantity) => {
  const yearly = per(PERCENT, duration('year') ?? PERCENT);
  if (quantity.unit.kind === 'percent') return { ...quantity, unit: yearly };
  if (isBare(quantity.unit))
    return fit(scope, quantity, PERCENT, scope.text(quantity.span)) && { ...quantity, unit: yearly };
  return fit(scope, quantity, yearly, scope.text(quantity.span));
};
