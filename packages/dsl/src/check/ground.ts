import type { Constant, Expression, ValueType } from '../model/expression.js';
import type { Column, ColumnType, Source } from '../model/model.js';
import { BOOLEAN, COUNT, DATE, money, NUMBER, numberType, PERCENT, TEXT } from '../model/units.js';
import type { ExpressionNode } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import type { Scope } from './scope.js';

/** What an expression stands on: which rows its bare names may mean. */
export interface Ground {
  readonly scope: Scope;
  /** The source whose rows are judged; null where there is none (a table's own inputs). */
  readonly entity: Source | null;
  /** Inside an aggregate, the source whose rows are gone through; its columns come first. */
  readonly row: Source | null;
  /** Whether what judging gives (failed, shortfall, levels, …) can be asked. */
  readonly judged: boolean;
  /** Which window `over 12 months` means: 0 the one that ends now, 1 the one before. */
  readonly back: 0 | 1;
  /** Checks a part of the expression; here so that the modules for its kinds need not know each other. */
  readonly check: (node: ExpressionNode, ground: Ground) => Expression | null;
}

export const column = (source: Source, name: string): Column | undefined =>
  source.columns.find((one) => one.name === name);

/** Money columns are read into whole currency units, whatever the file's scale. */
export function typeOfColumn(type: ColumnType): ValueType {
  switch (type.kind) {
    case 'text':
      return TEXT;
    case 'count':
      return numberType(COUNT);
    case 'number':
      return numberType(NUMBER);
    case 'percent':
      return numberType(PERCENT);
    case 'money':
      return numberType(money(type.currency));
    case 'date':
      return DATE;
    case 'boolean':
      return BOOLEAN;
  }
}

export function columnExpression(source: Source, found: Column, span: Span): Expression {
  return { kind: 'column', source: source.name, column: found.name, type: typeOfColumn(found.type), span };
}

export function constantExpression(constant: Constant, span: Span): Expression {
  return { kind: 'constant', constant, type: typeOfConstant(constant), span };
}

export function typeOfConstant(constant: Constant): ValueType {
  switch (constant.kind) {
    case 'quantity':
      return numberType(constant.quantity.unit);
    case 'text':
      return TEXT;
    case 'date':
      return DATE;
    case 'boolean':
      return BOOLEAN;
  }
}
