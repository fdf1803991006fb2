import type { Space } from '../model/table-space.js';
import type { Checked } from './hygiene.js';
import type { Scope } from './scope.js';

/**
 * Reports conditions that no value can meet: `not high, medium, low` of a level that has no other label, `< 0` of a count. An `else` that
 * nothing is left for is a safeguard, and no mistake.
 *
 * @returns the places of the rows with such a cell
 */
export function reportDeadCells(scope: Scope, { columns, rows }: Checked, space: Space): ReadonlySet<number> {
  const dead = new Set<number>();
  for (const [place, row] of rows.entries()) {
    for (const [column, { name }] of columns.entries()) {
      const condition = row.conditions[column];
      if (condition === undefined || condition.kind === 'else' || space.rows[place]?.[column] !== 0n) continue;
      dead.add(place);
      scope.report('B328', row.span, { what: row.text, column: name, holds: false }, scope.without(row.span));
    }
  }
  return dead;
}
