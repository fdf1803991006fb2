import type { SqlExpression } from '../sql/expression.js';

/** Names of the columns that an expression reads. */
export function columnsOf(expression: SqlExpression): readonly string[] {
  return expression.kind === 'column' ? [expression.name] : partsOf(expression).flatMap(columnsOf);
}

function partsOf(expression: SqlExpression): readonly SqlExpression[] {
  switch (expression.kind) {
    case 'column':
    case 'parameter':
    case 'literal':
      return [];
    case 'operator':
      return [expression.left, expression.right];
    case 'not':
    case 'isNull':
    case 'cast':
      return [expression.of];
    case 'in':
      return [expression.of, ...expression.values];
    case 'case':
      return [
        ...expression.branches.flatMap(({ when, then }) => [when, then]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
    case 'call':
      return expression.arguments;
    case 'aggregate':
      return [...expression.arguments, ...(expression.where ? [expression.where] : [])];
    case 'window':
      return [...expression.arguments, ...expression.partition, ...expression.order.map(({ by }) => by)];
  }
}
