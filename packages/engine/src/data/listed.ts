import type { Cell } from '../database/database.js';

/** The values of a list cell that are of one kind; none when it is no list. */
export function listed(cell: Cell, kind: 'string'): readonly string[];
export function listed(cell: Cell, kind: 'number'): readonly number[];
export function listed(cell: Cell, kind: 'string' | 'number'): readonly Cell[] {
  return isList(cell) ? cell.filter((each) => typeof each === kind) : [];
}

function isList(cell: Cell): cell is readonly Cell[] {
  return Array.isArray(cell);
}
