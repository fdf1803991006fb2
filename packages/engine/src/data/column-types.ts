import type { ColumnType } from '@benchbook/dsl';
import type { SqlType } from '../sql/expression.js';

/** Decimals that money keeps: a hundredth of a cent. */
export const MONEY_DECIMALS = 4;
export const MONEY: SqlType = `DECIMAL(18,${MONEY_DECIMALS})`;

/** What a column of each type is in the database; money is in whole currency units. */
export function sqlType(type: ColumnType): SqlType {
  switch (type.kind) {
    case 'text':
      return 'VARCHAR';
    case 'count':
      return 'BIGINT';
    case 'number':
    case 'percent':
      return 'DOUBLE';
    case 'money':
      return MONEY;
    case 'date':
      return 'DATE';
    case 'boolean':
      return 'BOOLEAN';
  }
}
