import type { DecisionTable } from './decision-table.js';
import type { Expression } from './expression.js';

/** The expressions directly inside an expression. */
export function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    case 'negate':
    case 'size':
    case 'not':
      return [expression.of];
    case 'within':
    case 'match':
    case 'missing':
      return [expression.value];
    case 'in':
      return [expression.value, expression.list];
    case 'aggregate':
      return [expression.value, expression.where].filter((part) => part !== null);
    case 'elapsed':
      return [expression.since, expression.until];
    case 'cumulative_share':
    case 'percent_rank':
      return expression.within === null ? [expression.of] : [expression.of, expression.within];
    case 'call':
    case 'lookup':
      return expression.arguments;
    case 'constant':
    case 'list':
    case 'column':
    case 'given':
    case 'output':
    case 'judgement':
    case 'shortfall':
      return [];
  }
}

/** The expression and everything inside it, outermost first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of parts(expression)) yield* walk(part);
}

/** The input expressions of a decision table. */
export function inputsOf(table: DecisionTable<unknown>): readonly Expression[] {
  return table.inputs.map((input) => input.expression);
}
