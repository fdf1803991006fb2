import Big from 'big.js';
import type { Fix } from '../diagnostics/diagnostic.js';
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
    { related: terms.map((term) => term.weight.span), ...rescaled(scope, terms, sum) },
  );
}

/** Each weight in proportion, at the digits they are written with; what rounding leaves goes to those that lost most by it. */
function rescaled(scope: Scope, terms: readonly ScoreTerm[], sum: Big): { fix?: Fix } {
  const percents = terms.map(({ weight }) => weight.value.times(100));
  const [first, last] = [terms[0]?.weight.span, terms.at(-1)?.weight.span];
  if (first === undefined || last === undefined || sum.lte(0) || percents.some((one) => one.lt(0))) return {};
  const digits = Math.max(...percents.map((one) => Math.max(0, one.c.length - one.e - 1)));
  const step = new Big(10).pow(-digits);
  const exact = percents.map((one) => one.div(sum));
  const down = exact.map((one) => one.round(digits, 0));
  const left = new Big(100).minus(down.reduce((total, one) => total.plus(one), new Big(0)));
  const steps = Number(left.div(step).round(0));
  const losses = exact
    .map((one, index) => ({ index, loss: one.minus(down[index] ?? 0) }))
    .toSorted((a, b) => b.loss.cmp(a.loss) || a.index - b.index);
  const raised = new Set(losses.slice(0, steps).map(({ index }) => index));
  const written = down.map((one, index) => `${(raised.has(index) ? one.plus(step) : one).toFixed()}%`);
  const replacement = terms.reduce((text, { weight }, index) => {
    const before =
      index === 0 ? '' : scope.text({ start: terms[index - 1]?.weight.span.end ?? 0, end: weight.span.start });
    return text + before + (written[index] ?? '');
  }, '');
  return { fix: { span: { start: first.start, end: last.end }, replacement } };
}
