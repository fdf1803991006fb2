import type { Cell } from '../database/database.js';

/** The values of a list cell that are of one kind; none when it is no list. */
export function listed(cell: Cell, kind: 'string'): readonly string[];
export function listed(cell: Cell, kind: 'number'): readonly number[];
export function listed(cell: Cell, kind: 'string' | 'number'): readonly Cell[] {
  return Array.isArray(cell) ? cell.filter((each: Cell) => typeof each === kind) : [];
}
