import type { Score } from '@benchbook/dsl';
import Big from 'big.js';
import { toBase } from '../plan/units.js';
import { asDouble, compile, type Scope } from './compile-expression.js';
import { column, literal, operator, type SqlExpression } from './expression.js';
import { named } from './names.js';
import { output, type Output } from './query.js';

/** The value of each of a score's terms. */
export function termColumns(declared: Score, scope: Scope): readonly Output[] {
  return declared.terms.map((term, index) =>
    output(asDouble(compile(term.value, scope)), named.term(declared.name, index)),
  );
}

/** times × Σ weight × value, added in the order of the rows. An unknown term makes the score unknown. */
export function totalColumn(declared: Score, scope: Scope): Output {
  return output(total(declared, scope), named.score(declared.name));
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
