import { DuckDBDecimalValue, DuckDBListValue, type DuckDBValue } from '@duckdb/node-api';
import type { Cell } from './database.js';

/** A DuckDB value as plain data. A decimal becomes the nearest number: cast it to text in the query where it must stay exact. */
export function toCell(value: DuckDBValue): Cell {
  if (typeof value === 'bigint') return toSafeNumber(value);
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  if (value instanceof DuckDBListValue) return value.items.map(toCell);
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return value;
  return value.toString();
}

function toSafeNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
