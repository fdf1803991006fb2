import type { Score } from '@benchbook/dsl';
import { whereOf } from '../../notices/where.js';
import type { Columns } from '../../database/columns.js';
import { toBase } from '../../plan/units.js';
import type { ScoreReport } from '../../results.js';
import { exactSum } from '../../sql/exact-sum.js';
import { aggregate, column, isNull, operator } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output, type Output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';
import { written } from './formatting.js';

/** Every score of the population: its spread, and how much each term really decides. */
export async function scoreReports(run: Executed): Promise<readonly ScoreReport[]> {
  return Promise.all(run.plan.score.scores.map((score) => scoreReport(run, score)));
}

async function scoreReport(run: Executed, score: Score): Promise<ScoreReport> {
  const columns = await readScored(run, () => ({ columns: momentColumns(score) }));
  const times = score.times === null ? 1 : toBase(score.times).toNumber();
  const weights = score.terms.map((term) => toBase(term.weight).toNumber());
  const spans = score.terms.map((term, index) =>
    term.range === null ? null : Math.abs((weights[index] ?? 0) * (term.range[1] - term.range[0])),
  );
  const wholeSpan = spans.every((span) => span !== null) ? spans.reduce((total, span) => total + span, 0) : null;
  return {
    name: score.name,
    label: score.label,
    ...whereOf(run.plan.model, score),
    times,
    unknown: columns.number('unknown'),
    min: columns.numbers('min')[0] ?? null,
    max: columns.numbers('max')[0] ?? null,
    mean: mean(columns, 'sum'),
    attainable: score.range.all,
    attainable_by_level: score.range.byLevel,
    terms: score.terms.map((term, index) => ({
      name: term.name,
      text: written(run.plan.model, term.value.span),
      weight: weights[index] ?? 0,
      effective: effective(columns, index, times * (weights[index] ?? 0)),
      effective_by_range: wholeSpan === null || wholeSpan === 0 ? null : (spans[index] ?? 0) / wholeSpan,
      ...whereOf(run.plan.model, term),
    })),
  };
}

function momentColumns(score: Score): readonly Output[] {
  const value = column(named.score(score.name));
  return [
    output(aggregate('count', [value]), 'n'),
    output(aggregate('count', [], { where: isNull(value) }), 'unknown'),
    output(aggregate('min', [value]), 'min'),
    output(aggregate('max', [value]), 'max'),
    output(exactSum(value, false), 'sum'),
    output(exactSum(operator(value, '*', value), false), 'squares'),
    ...score.terms.flatMap((_, index) => {
      // A term counts where the score is known: both moments must be over the same entities.
      const term = column(named.term(score.name, index));
      return [
        output(exactSum(operator(term, '+', operator(value, '-', value)), false), `term_${index}`),
        output(exactSum(operator(term, '*', value), false), `product_${index}`),
      ];
    }),
  ];
}

function mean(columns: Columns, name: string): number | null {
  const total = columns.numbers(name)[0] ?? null;
  return total === null ? null : total / columns.number('n');
}

/** cov(weighted term, score) / var(score): the terms' shares add up to 1. Null when the score does not vary. */
function effective(columns: Columns, index: number, weight: number): number | null {
  const [score, squares, term, product] = [
    mean(columns, 'sum'),
    mean(columns, 'squares'),
    mean(columns, `term_${index}`),
    mean(columns, `product_${index}`),
  ];
  if (score === null || squares === null || term === null || product === null) return null;
  const variance = squares - score * score;
  return variance <= 1e-9 ? null : (weight * (product - term * score)) / variance;
}
