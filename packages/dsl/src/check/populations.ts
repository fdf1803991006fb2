import type { Population, Top } from '../model/model.js';
import { COUNT, isBare } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { ClauseOf, Declaration, Word } from '../syntax/nodes.js';
import { declared } from './declared.js';
import { checkCondition, checkExpression, groundOn } from './expression.js';
import type { Ground } from './ground.js';
import { isTooLarge } from './limits.js';
import { writtenQuantity } from './quantities.js';
import type { Scope } from './scope.js';

export function checkPopulation(scope: Scope, declaration: Declaration, name: Word): Population | null {
  const of = clauseOf(declaration, 'of');
  const source = of && scope.demand('source', of.name);
  if (!source) return null;
  const ground = groundOn(scope, source, false);
  const whereNode = clauseOf(declaration, 'where');
  const topNode = clauseOf(declaration, 'top');
  const where = whereNode ? checkCondition(whereNode.condition, ground) : null;
  const top = topNode ? topOf(topNode, ground, name.text) : null;
  if ((whereNode && where === null) || (topNode && top === null)) scope.spoil();
  return { ...declared(scope, declaration, name), source: source.name, where, top };
}

/** `top 20% by x` or `top 50 by x`; its number is named `POPULATION.top`. */
export function topOf(clause: ClauseOf<'top'>, ground: Ground, name: string): Top | null {
  const { scope } = ground;
  const by = checkExpression(clause.by, ground);
  if (by === null) return null;
  if (by.type.kind !== 'number' && by.type.kind !== 'date')
    return scope.report('B205', by.span, { found: by.type.kind, wanted: 'number' });
  const quantity = writtenQuantity(clause.amount, `${name}.top`);
  if (isTooLarge(scope, quantity, isBare(quantity.unit) ? COUNT : quantity.unit)) return null;
  const { unit, value } = quantity;
  if (unit.kind === 'percent' && value.gt(0) && value.lte(1)) return { amount: { kind: 'share', share: quantity }, by };
  if (isBare(unit) && value.gte(1) && value.round(0).eq(value)) return { amount: { kind: 'rows', rows: quantity }, by };
  const wanted = { en: 'a share of up to 100%, or a whole number of rows', zh: '不超过 100% 的比例，或整数行数' };
  return scope.report('B210', clause.amount.span, {
    what: scope.text(clause.amount.span),
    wanted,
  });
}
