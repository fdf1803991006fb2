import type { Quantity } from '../../model/expression.js';
import { moneyUnit } from '../../model/money-unit.js';
import type { Unit } from '../../model/unit.js';
import { describeUnit } from '../../model/units.js';
import type { Word } from '../../syntax/nodes.js';
import type { EstimateNode } from '../../syntax/planning-nodes.js';
import { closest } from '../../text/closest.js';
import { duration } from '../../model/units.js';
import type { Scope } from '../scope.js';
import { replaceBy } from '../scope.js';
import type { Fitting } from './estimates.js';
import { refuse } from './estimates.js';

/** Money, once or per time, not below 0. */
export const asMoney: Fitting = (scope, quantity) => {
  if (moneyUnit(quantity.unit) === null) {
    const text = scope.text(quantity.span).trim();
    if (quantity.unit.text === '') {
      const fix = { span: quantity.span, replacement: `${text} CNY` };
      return scope.report('B204', quantity.span, { numeral: text, currency: 'CNY' }, { fix });
    }
    return scope.report('B615', quantity.span, { found: describeUnit(quantity.unit), flow: false });
  }
  if (quantity.value.gte(0)) return quantity;
  return refuse(scope, quantity.span, { en: 'an amount that is not below 0', zh: '不小于 0 的金额' });
};

/** Money per time and nothing else. */
export const asPay: Fitting = (scope, quantity) => {
  const fitted = asMoney(scope, quantity);
  if (fitted === null || moneyUnit(fitted.unit)?.perTime) return fitted;
  return refuse(scope, quantity.span, {
    en: 'money per time, as in 2万 CNY per month',
    zh: '单位时间的金额，例如 2万 CNY per month',
  });
};

/** Whether amounts are in one currency; reports the first that is in another. */
export function oneCurrency(
  scope: Scope,
  amounts: readonly { readonly unit: Unit; readonly span: Quantity['span'] }[],
): string | null {
  const found = amounts.flatMap(({ unit, span }) => {
    const money = moneyUnit(unit);
    return money ? [{ currency: money.currency, span }] : [];
  });
  const [first] = found;
  const other = found.find((one) => one.currency !== first?.currency);
  if (first === undefined || other === undefined) return first?.currency ?? null;
  const data = { first: first.currency, second: other.currency };
  return scope.report('B616', other.span, data, { related: [first.span] });
}

/** A number without the `per account` that says of whom it is said, and whether it was said. */
export interface PerEntity {
  readonly node: EstimateNode;
  readonly each: boolean;
}

/** Takes `per account` off a number. What is neither that nor a time is reported; the words are those for one entity. */
export function withoutEntity(scope: Scope, node: EstimateNode, words: readonly string[]): PerEntity | null {
  const { value } = node;
  const own = value.kind === 'number' ? value.per : null;
  const isEntity = (word: string): boolean => words.includes(word);
  const odd = [...(own === null ? [] : [{ text: own, span: node.value.span }]), ...node.per].find(
    ({ text }) => !isEntity(text) && duration(text) === undefined,
  );
  if (odd) return oddPer(scope, odd, words);
  const each = (own !== null && isEntity(own)) || node.per.some(({ text }) => isEntity(text));
  const bare = value.kind === 'number' && own !== null && isEntity(own) ? { ...value, per: null } : value;
  return { node: { ...node, value: bare, per: node.per.filter(({ text }) => !isEntity(text)) }, each };
}

function oddPer(scope: Scope, word: Word, words: readonly string[]): null {
  const [usual = ''] = words;
  const suggestion = closest(word.text, [...words, 'day', 'week', 'month', 'quarter', 'year']);
  const start = word.span.end - word.text.length;
  const span = { start, end: word.span.end };
  return scope.report('B609', span, { word: word.text, usual, suggestion }, replaceBy(span, suggestion));
}
