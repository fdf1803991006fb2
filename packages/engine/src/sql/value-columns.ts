import type { Tier } from '@benchbook/dsl';
import type { PercentRank, Plan } from '../plan/plan.js';
import { JUDGING, readsOf, type Value } from '../plan/values.js';
import { COUNT } from '../plan/units.js';
import { inputsOf } from '../plan/walk.js';
import { compile, type Scope } from './compile-expression.js';
import { chooseRow, outcomeOf } from './compile-table.js';
import { all, ascending, cases, column, isKnown, window, type SqlExpression } from './expression.js';
import { certainRow } from './level-row.js';
import { place } from './place.js';
import { metricColumns } from './metric-columns.js';
import { named } from './names.js';
import { output, type Output } from './query.js';
import { termColumns, totalColumn } from './score.js';

/** The columns that hold a value, pass by pass: a pass reads what those before it made. */
export function valueColumns(
  value: Exclude<Value, { kind: 'aggregate' }>,
  plan: Plan,
  scope: Scope,
): readonly (readonly Output[])[] {
  switch (value.kind) {
    case 'rank':
      return [[output(percentRank(value.rank.expression, scope), value.rank.id)]];
    case 'metric':
      return [metricColumns(value.metric, plan, scope)];
    case 'band': {
      const { name, table } = value.band;
      const row = chooseRow(table, compileAll(inputsOf(table), scope), scope);
      return [
        [output(row, named.bandRow(name))],
        [output(outcomeOf(table, 0, column(named.bandRow(name)), scope), named.band(name))],
      ];
    }
    case 'tier': {
      const { name, table } = value.tier;
      return [
        [output(tierRow(value.tier, scope), named.tierRow(name))],
        [output(outcomeOf(table, 0, column(named.tierRow(name)), scope), named.tier(name))],
      ];
    }
    case 'level': {
      const { level } = value;
      const inputs = inputsOf(level.table);
      const isJudged = inputs.some((input) => [...readsOf(input)].includes(JUDGING));
      const row = isJudged
        ? certainRow(level, plan.judge.metrics.length, scope)
        : chooseRow(level.table, compileAll(inputs, scope), scope);
      return [[output(row, named.level(level.name))]];
    }
    case 'score':
      return [termColumns(value.score, scope), [totalColumn(value.score, scope)]];
  }
}

function compileAll(expressions: ReturnType<typeof inputsOf>, scope: Scope): readonly SqlExpression[] {
  return expressions.map((expression) => compile(expression, scope));
}

/** The row of a tier's table by the rank, 1 for the largest value. The rank is a count, whatever it is the rank of. */
function tierRow({ by, table }: Tier, scope: Scope): SqlExpression {
  const value = compile(by, scope);
  const rank = cases([{ when: isKnown(value), then: place(value, column(named.key)) }]);
  const ranked = table.inputs.map((input) =>
    input.name === 'rank'
      ? { ...input, expression: { ...input.expression, type: { kind: 'number', unit: COUNT } as const } }
      : input,
  );
  const inputs = table.inputs.map((input) => (input.name === 'rank' ? rank : compile(input.expression, scope)));
  return chooseRow({ ...table, inputs: ranked }, inputs, scope);
}

/** Rows strictly below over (n − 1) among the known values; alone it is 0. */
function percentRank(expression: PercentRank, scope: Scope): SqlExpression {
  const value = compile(expression.of, scope);
  const within = expression.within === null ? [] : [compile(expression.within, scope)];
  // Whoever belongs to no group that is known has no place in one.
  const known = all([value, ...within].map(isKnown));
  return cases([
    { when: known, then: window('percent_rank', [], { partition: [...within, known], order: [ascending(value)] }) },
  ]);
}
