import Big from 'big.js';
import type { ScoreTerm } from '../model/model.js';
import type { Word } from '../syntax/nodes.js';
import type { Scope } from './scope.js';

/** The weights of a score are shares of the whole. */
export function reportWeights(scope: Scope, name: Word, terms: readonly ScoreTerm[]): void {
  const sum = terms.reduce((total, term) => total.plus(term.weight.value), new Big(0));
  if (sum.eq(1)) return;
  scope.report(
    'B401',
    name.span,
    { score: name.text, sum: `${sum.times(100).toString()}%` },
    { related: terms.map((term) => term.weight.span) },
  );
}
