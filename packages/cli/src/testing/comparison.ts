import type { ComparedRow, Comparison } from '@benchbook/engine';
import { cell, type Cell, type Table, type TableColumn } from '../document/block.js';
import type { Words } from '../language/words.js';
import { MARK } from './mark.js';

/**
 * Expected rows beside what came out. A column that came out as expected stands once; one that did not stands twice, and what differs
 * in it is marked.
 */
export function comparisonTable({ columns, rows }: Comparison, { tests }: Words): Table {
  const differs = columns.map((_, index) => rows.some(({ found, cells }) => found && cells[index]?.matches === false));
  const isIndexed = !rows.some(({ of, cells }) => cells.some(({ expected }) => expected === of));
  return {
    kind: 'table',
    columns: [
      ...(isIndexed ? [{ label: tests.place, align: 'right' } as const] : []),
      ...columns.flatMap((name, index): TableColumn[] =>
        differs[index] === true ? [{ label: name }, { label: tests.actual }] : [{ label: name }],
      ),
      { label: tests.line, align: 'right' },
    ],
    rows: rows.map((row) => [
      ...(isIndexed ? [cell(row.of)] : []),
      ...row.cells.flatMap((_, index) => cellsOf(row, index, differs[index] === true, tests.missing)),
      cell(String(row.line), 'quiet'),
    ]),
  };
}

/** One cell where nothing in the column differs, else the expected one and the actual one. */
function cellsOf({ found, cells }: ComparedRow, index: number, isDouble: boolean, missing: string): readonly Cell[] {
  const { expected, actual, matches } = cells[index] ?? { expected: '', actual: '', matches: true };
  // Of a row that is not there the first cell says so.
  if (!found) return [cell(index === 0 ? `${MARK} ${expected} (${missing})` : expected, 'bad'), ...blank(isDouble)];
  if (!isDouble) return [cell(actual)];
  return matches ? [cell(expected), cell(actual)] : [cell(expected, 'good'), cell(`${MARK} ${actual}`, 'bad')];
}

const blank = (isDouble: boolean): readonly Cell[] => (isDouble ? [cell('')] : []);
