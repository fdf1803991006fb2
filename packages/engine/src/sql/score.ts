import type { Score } from '@benchbook/dsl';
import Big from 'big.js';
import type { Plan } from '../plan/plan.js';
import { toBase } from '../plan/units.js';
import { asDouble, compile, type Scope } from './compile-expression.js';
import { column, literal, operator, type SqlExpression } from './expression.js';
import { judgedScope } from './judged-scope.js';
import { percentRank } from './measure.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { output, select, subquery, type Query } from './query.js';

/**
 * Scores every judged entity, beside all that was judged: each term's value, then times × Σ weight × value, added in the order of the
 * rows. An unknown term makes the score unknown.
 */
export function score(plan: Plan, judged: Query, parameters: ParameterSheet): Query {
  const scope = judgedScope(plan, parameters);
  const { scores, ranks } = plan.score;
  const ranked =
    ranks.length === 0
      ? judged
      : select({
          every: true,
          columns: ranks.map(({ id, expression }) => output(percentRank(expression, scope), id)),
          from: subquery(judged, 'judged'),
        });
  if (scores.length === 0) return ranked;
  const terms = select({
    every: true,
    columns: scores.flatMap((declared) =>
      declared.terms.map((term, index) =>
        output(asDouble(compile(term.value, scope)), named.term(declared.name, index)),
      ),
    ),
    from: subquery(ranked, 'ranked'),
  });
  return select({
    every: true,
    columns: scores.map((declared) => output(total(declared, scope), named.score(declared.name))),
    from: subquery(terms, 'terms'),
  });
}

function total(declared: Score, scope: Scope): SqlExpression {
  const weighted = declared.terms.map((term, index) =>
    operator(weight(term.weight, scope), '*', column(named.term(declared.name, index))),
  );
  const [first = literal(0), ...rest] = weighted;
  const sum = rest.reduce((left, right) => operator(left, '+', right), first);
  const times = declared.times === null ? new Big(1) : toBase(declared.times);
  return operator(scope.parameters.number(times, 'DOUBLE'), '*', sum);
}

function weight(quantity: Score['terms'][number]['weight'], scope: Scope): SqlExpression {
  return scope.parameters.number(toBase(quantity), 'DOUBLE');
}
