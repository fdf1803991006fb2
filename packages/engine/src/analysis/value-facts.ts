import type { ValueFacts } from '@benchbook/dsl';
import { aggregate, column, isNull, operator } from '../sql/expression.js';
import { asDouble } from '../sql/compile-expression.js';
import { exactSum } from '../sql/exact-sum.js';
import { named } from '../sql/names.js';
import { output } from '../sql/query.js';
import type { Executed } from '../run/execute.js';
import { readScored } from '../run/read.js';
import { spreadOf } from './spread.js';

/** The values of every metric and score of a run. */
export async function valueFacts(run: Executed): Promise<Readonly<Record<string, ValueFacts>>> {
  const facts: Record<string, ValueFacts> = {};
  for (const { metric } of run.plan.measure.metrics) facts[metric.name] = await factsOf(run, named.metric(metric.name));
  for (const { name } of run.plan.score.scores) facts[name] = await factsOf(run, named.score(name));
  return facts;
}

async function factsOf(run: Executed, name: string): Promise<ValueFacts> {
  const value = column(name);
  const counted = await readScored(run, () => ({
    columns: [
      output(aggregate('count', [value]), 'known'),
      output(aggregate('count', [], { where: isNull(value) }), 'unknown'),
      output(operator(exactSum(value, false), '/', aggregate('count', [value])), 'mean'),
    ],
  }));
  return {
    known: counted.number('known'),
    unknown: counted.number('unknown'),
    mean: counted.numbers('mean')[0] ?? null,
    spread: await spreadOf((query) => readScored(run, () => query), asDouble(value)),
  };
}
