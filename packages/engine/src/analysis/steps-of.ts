import type { NamedNumber } from '@benchbook/dsl';
import Big from 'big.js';
import { output, select, table } from '../sql/query.js';
import { ascending, column, isKnown } from '../sql/expression.js';
import { named } from '../sql/names.js';
import type { Executed } from '../run/execute.js';
import { factor } from '../plan/units.js';
import { roundest } from './roundest.js';

/**
 * One value between any two at which it can matter where a threshold stands: what it asks changes only where somebody's value of the metric is passed.
 * In the threshold's unit, rising. Null for a number that is no threshold, or one of a metric that is not judged.
 */
export async function stepsOf({ kind, column: of, unit }: NamedNumber, run: Executed): Promise<readonly Big[] | null> {
  if (kind !== 'threshold') return null;
  const name = of?.split('.', 1)[0];
  const judged = run.plan.judge.metrics.find(({ measured }) => measured.metric.name === name)?.measured.metric;
  if (judged === undefined) return null;
  const value = column(named.metric(judged.name));
  const read = await run.database.read(
    select({
      columns: [output(value, 'value')],
      from: table(run.scored.table),
      where: isKnown(value),
      groupBy: [value],
      orderBy: [ascending(value)],
    }),
  );
  const times = factor(judged.unit, unit);
  const values = read.numbers('value').flatMap((one) => (one === null ? [] : [new Big(one).times(times)]));
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return [];
  const beyond = (edge: Big, sign: 1 | -1): Big => edge.plus(edge.abs().plus(1).times(sign));
  return [
    // Below a measure that has no negative values nothing has to be tried but 0.
    first.gte(0) ? new Big(0) : roundest(beyond(first, -1), first),
    ...values.slice(1).map((high, index) => roundest(values[index] ?? first, high)),
    roundest(last, beyond(last, 1)),
  ];
}
