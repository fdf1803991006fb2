import type { SqlExpression } from '../sql/expression.js';

/** Names of the columns that an expression reads. */
export function columnsOf(expression: SqlExpression): readonly string[] {
  if (expression.kind === 'column') return [expression.name];
  const found = partsOf(expression).flatMap(columnsOf);
  return expression.kind === 'let' ? found.filter((name) => name !== expression.name) : found;
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
    case 'let':
      return [expression.value, expression.body];
    case 'aggregate':
      return [...expression.arguments, ...(expression.where ? [expression.where] : [])];
    case 'window':
      return [...expression.arguments, ...expression.partition, ...expression.order.map(({ by }) => by)];
  }
}
