import type { Constant, DecisionTable, Tier } from '@benchbook/dsl';
import type { Plan } from '../plan/plan.js';
import { JUDGING, readsOf, type Value } from '../plan/values.js';
import { COUNT } from '../plan/units.js';
import { inputsOf } from '../plan/walk.js';
import { compile, type Scope } from './compile-expression.js';
import { answerRows } from './answer-rows.js';
import { chooseRow } from './choose-row.js';
import { outcomeOf } from './compile-table.js';
import { cases, column, isKnown, type SqlExpression } from './expression.js';
import { certainRow } from './level-row.js';
import { place } from './place.js';
import { metricColumns } from './metric-columns.js';
import { named } from './names.js';
import { output, type Output } from './query.js';
import { standing } from './standing.js';
import { termColumns, totalColumn } from './score.js';

/** The columns that hold a value, pass by pass: a pass reads what those before it made. */
export function valueColumns(
  value: Exclude<Value, { kind: 'aggregate' }>,
  plan: Plan,
  scope: Scope,
): readonly (readonly Output[])[] {
  switch (value.kind) {
    case 'rank':
      return [plan.standing === 'given' ? [] : [output(standing(value.rank.expression, scope), value.rank.id)]];
    case 'metric':
      return [metricColumns(value.metric, plan, scope)];
    case 'band': {
      const { name, table } = value.band;
      return [
        rowColumns(named.bandRow(name), table, compileAll(inputsOf(table), scope), scope),
        [output(outcomeOf(table, 0, column(named.bandRow(name)), scope), named.band(name))],
      ];
    }
    case 'tier': {
      const { name, table } = value.tier;
      return [
        plan.standing === 'given' ? [] : [output(rankOf(value.tier, scope), named.tierRank(name))],
        tierRows(value.tier, scope),
        [output(outcomeOf(table, 0, column(named.tierRow(name)), scope), named.tier(name))],
      ];
    }
    case 'level': {
      const { level } = value;
      const inputs = inputsOf(level.table);
      const isJudged = inputs.some((input) => [...readsOf(input)].includes(JUDGING));
      const base = named.level(level.name);
      if (!isJudged) return [rowColumns(base, level.table, compileAll(inputs, scope), scope)];
      const metrics = plan.judge.metrics.length;
      return [
        answerRows(base, level.table).map(({ as, gives }) => output(certainRow(level, metrics, scope, gives), as)),
      ];
    }
    case 'score':
      return [termColumns(value.score, scope), [totalColumn(value.score, scope)]];
  }
}

function compileAll(expressions: ReturnType<typeof inputsOf>, scope: Scope): readonly SqlExpression[] {
  return expressions.map((expression) => compile(expression, scope));
}

/** The rows by which a table answers, a column for each group of outputs that need one. */
function rowColumns(
  base: string,
  table: DecisionTable<Constant | null>,
  inputs: readonly SqlExpression[],
  scope: Scope,
): readonly Output[] {
  return answerRows(base, table).map(({ as, gives }) => output(chooseRow(table, inputs, scope, gives), as));
}

/** 1 for the largest value; nobody without a value has a rank. */
function rankOf({ by }: Tier, scope: Scope): SqlExpression {
  const value = compile(by, scope);
  return cases([{ when: isKnown(value), then: place(value, column(named.key)) }]);
}

/** The rows of a tier's table by the rank, which is a count, whatever it is the rank of. */
function tierRows({ name, table }: Tier, scope: Scope): readonly Output[] {
  const ranked = table.inputs.map((input) =>
    input.name === 'rank'
      ? { ...input, expression: { ...input.expression, type: { kind: 'number', unit: COUNT } as const } }
      : input,
  );
  const inputs = table.inputs.map((input) =>
    input.name === 'rank' ? column(named.tierRank(name)) : compile(input.expression, scope),
  );
  return rowColumns(named.tierRow(name), { ...table, inputs: ranked }, inputs, scope);
}
