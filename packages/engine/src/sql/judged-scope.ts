import type { Expression } from '@benchbook/dsl';
import type { Plan } from '../plan/plan.js';
import { fingerprint } from '../plan/plan-run.js';
import type { Leaf, Scope } from './compile-expression.js';
import { outcomeOf } from './compile-table.js';
import { cases, cast, column, literal, operator, type SqlExpression } from './expression.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { entityScope } from './scopes.js';

/** The scope of a judged entity: all that was measured, and what judging and scoring add to it. */
export function judgedScope(plan: Plan, parameters: ParameterSheet): Scope {
  const measured = entityScope(plan, parameters, plan.measure.aggregates);
  const ranks = new Map(
    [...plan.measure.ranks, ...plan.score.ranks].map((rank) => [fingerprint(rank.expression), rank.id]),
  );
  const leaf = (expression: Leaf): SqlExpression => {
    switch (expression.kind) {
      case 'percent_rank':
        return column(ranks.get(fingerprint(expression)) ?? '');
      case 'judgement':
        return expression.what === 'judged'
          ? operator(column(named.failed), '+', column(named.passed))
          : column(named[expression.what]);
      case 'shortfall':
        return column(expression.metric === null ? named.meanShortfall : named.shortfall(expression.metric));
      case 'output':
        return outputOf(plan, expression, { parameters });
      case 'given':
        return given(plan, expression, measured, { parameters });
      default:
        return measured.leaf(expression);
    }
  };
  return { parameters, table: (name) => measured.table(name), leaf };
}

function given(
  plan: Plan,
  expression: Extract<Leaf, { kind: 'given' }>,
  measured: Scope,
  numbers: { parameters: ParameterSheet },
): SqlExpression {
  switch (expression.by) {
    case 'tier':
      return column(named.tier(expression.name));
    case 'score':
      return column(named.score(expression.name));
    case 'level':
      return levelOutput(plan, expression.name, 0, numbers);
    case 'band':
    case 'metric':
      return measured.leaf(expression);
  }
}

function outputOf(
  plan: Plan,
  expression: Extract<Expression, { kind: 'output' }>,
  numbers: { parameters: ParameterSheet },
): SqlExpression {
  const level = plan.judge.levels.find((candidate) => candidate.name === expression.name);
  const index = level?.table.outputs.findIndex((output) => output.name === expression.output) ?? -1;
  if (expression.by !== 'level' || index < 0) return cast(literal(null), 'DOUBLE');
  return levelOutput(plan, expression.name, index, numbers);
}

/** What a level's row gives for one of its outputs: its label (0), its points. */
export function levelOutput(
  plan: Plan,
  name: string,
  output: number,
  numbers: { parameters: ParameterSheet },
): SqlExpression {
  const level = plan.judge.levels.find((candidate) => candidate.name === name);
  return level === undefined
    ? cast(literal(null), 'VARCHAR')
    : outcomeOf(level.table, output, column(named.level(name)), numbers);
}

/** The same scope with `more` of the unknown metrics counted as failed, the rest of them as passed. */
export function withCounts(scope: Scope, more: number): Scope {
  return {
    ...scope,
    leaf: (leaf) => {
      if (leaf.kind !== 'judgement') return scope.leaf(leaf);
      if (leaf.what === 'failed') return operator(column(named.failed), '+', literal(more));
      if (leaf.what === 'passed')
        return operator(column(named.passed), '+', cases([], operator(column(named.unknown), '-', literal(more))));
      return scope.leaf(leaf);
    },
  };
}
