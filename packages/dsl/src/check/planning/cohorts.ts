import { moneyUnit } from '../../model/money-unit.js';
import type { Cohort, Retention } from '../../model/planning/cohort.js';
import type { Quantity } from '../../model/expression.js';
import type { PlanFigure } from '../../model/planning/plan-figure.js';
import Big from 'big.js';
import { duration, isBare, NUMBER } from '../../model/units.js';
import { clauseOf } from '../../syntax/clauses.js';
import type { ClauseOf, Declaration, Word } from '../../syntax/nodes.js';
import { declared } from '../declared.js';
import { defaultPopulation } from '../figure-conditions.js';
import { writtenQuantity } from '../quantities.js';
import type { Scope } from '../scope.js';
import { optional } from '../whole.js';
import { amountFigure } from './amounts.js';
import { asShare, estimate, refuse } from './estimates.js';
import { asMoney } from './money.js';
import { momentOf } from './moments.js';
import type { PlanGround } from './plan-figures.js';

export function checkCohort(scope: Scope, declaration: Declaration, name: Word): Cohort | null {
  const ground: PlanGround = { scope, population: (at) => defaultPopulation(scope, at), own: null };
  const [sizeClause, retentionClause] = [clauseOf(declaration, 'size'), clauseOf(declaration, 'retention')];
  if (!sizeClause || !retentionClause) return null;
  const sizeNode = { value: sizeClause.size, per: [], uncertain: sizeClause.uncertain };
  const size = sizedWell(scope, amountFigure(sizeNode, ground, `${name.text}.size`));
  const starts = optional(clauseOf(declaration, 'starts'), ({ moment }) =>
    momentOf(scope, moment, `${name.text}.starts`),
  );
  const worth = optional(clauseOf(declaration, 'worth'), (clause) =>
    perTime(scope, amountFigure(clause, ground, `${name.text}.worth`)),
  );
  const acquisition = optional(clauseOf(declaration, 'acquisition'), ({ amount }) =>
    estimate(scope, amount, `${name.text}.acquisition`, asMoney),
  );
  const retention = retentionOf(scope, retentionClause, name.text);
  if (!size || !retention || starts === undefined || worth === undefined || acquisition === undefined) return null;
  return { ...declared(scope, declaration, name), size, starts, retention, worth, acquisition };
}

function sizedWell(scope: Scope, size: PlanFigure | null): PlanFigure | null {
  if (size?.kind !== 'constant' || size.constant.kind !== 'quantity') return size;
  const { value, unit } = size.constant.quantity;
  const counts = isBare(unit) || unit.kind === 'count' || unit.kind === 'number';
  return counts && value.gte(0)
    ? size
    : refuse(scope, size.span, { en: 'how many there are, not below 0', zh: '不小于 0 的数量' });
}

function perTime(scope: Scope, worth: PlanFigure | null): PlanFigure | null {
  if (worth?.type.kind !== 'number' || moneyUnit(worth.type.unit)?.perTime) return worth;
  return refuse(scope, worth.span, {
    en: 'money per time, as in 8万 CNY per year',
    zh: '单位时间的金额，例如 8万 CNY per year',
  });
}

/** `82% per year`, or `beta_geometric(alpha: 0.7, beta: 1.2) per year`. */
function retentionOf(scope: Scope, clause: ClauseOf<'retention'>, cohort: string): Retention | null {
  const path = `${cohort}.retention`;
  if (clause.share) {
    const { value, per } = clause.share;
    const own = value.kind === 'number' ? value.per : null;
    const every = everyOf(scope, clause, own === null ? per : [{ text: own, span: value.span }, ...per]);
    const bare = { ...clause.share, per: [], value: value.kind === 'number' ? { ...value, per: null } : value };
    const share = estimate(scope, bare, path, asShare);
    return every && share && { kind: 'constant', share, every };
  }
  const { curve } = clause;
  if (curve === null) return null;
  if (curve.name.text !== 'beta_geometric')
    return scope.report(
      'B211',
      curve.name.span,
      { word: curve.name.text, choices: ['beta_geometric'], suggestion: 'beta_geometric' },
      { fix: { span: curve.name.span, replacement: 'beta_geometric' } },
    );
  const every = everyOf(scope, clause, clause.per);
  const [alpha, beta] = (['alpha', 'beta'] as const).map((part, index): Quantity | null => {
    const given = curve.arguments.find(({ label }) => label && 'text' in label && label.text === part);
    const node = given ?? curve.arguments.filter(({ label }) => label === null)[index];
    return node?.value.kind === 'number' ? { ...writtenQuantity(node.value, `${path}.${part}`), unit: NUMBER } : null;
  });
  if (!alpha || !beta || curve.arguments.length !== 2)
    return scope.report('B604', curve.span, {
      name: 'beta_geometric',
      wanted: 'alpha: …, beta: …',
      found: curve.arguments.length,
    });
  const odd = [alpha, beta].find(({ value }) => value.lte(0));
  if (odd) return refuse(scope, odd.span, { en: 'above 0', zh: '大于 0 的数' });
  return every && { kind: 'beta-geometric', alpha, beta, every };
}

/** A retention means something only over a time. */
function everyOf(scope: Scope, clause: ClauseOf<'retention'>, per: readonly Word[]): Quantity | null {
  const [word] = per;
  const unit = word && duration(word.text);
  if (per.length === 1 && unit) return { value: new Big(1), unit, path: null, span: word.span };
  return refuse(scope, clause.span, {
    en: 'a share that stays in a time, as in 82% per year',
    zh: '一段时间内的留存比例，例如 82% per year',
  });
}
