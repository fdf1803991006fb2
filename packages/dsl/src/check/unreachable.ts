import type { TableRow } from '../model/decision-table.js';
import { meet } from '../model/table-space.js';
import type { Space } from '../model/table-space.js';
import type { Budget } from './coverage.js';
import { uncovered } from './coverage.js';
import type { Checked } from './hygiene.js';
import { given } from './overlap.js';
import type { Scope } from './scope.js';

/**
 * Reports rows that never matter: where one row wins, those that the rows preferred to them cover altogether; elsewhere rows that say
 * again what another says.
 *
 * @param dead the places of rows of which has been said already that they cannot hold
 */
export function reportUnreachable(
  scope: Scope,
  { hit, rows, order }: Checked,
  space: Space,
  budget: Budget,
  dead: ReadonlySet<number>,
): void {
  for (const [position, place] of order.entries()) {
    const [row, box] = [rows[place], space.rows[place]];
    if (row === undefined || box === undefined || dead.has(place) || box.includes(0n)) continue;
    const preferred = order.slice(0, position).filter((other) => meet(space.rows[other] ?? [], box));
    const before = preferred.flatMap((other) => rows[other] ?? []);
    if (hit.policy === 'first' || hit.policy === 'priority') {
      const boxes = preferred.flatMap((other) => [space.rows[other] ?? []]);
      const isCovered = boxes.length > 0 && uncovered(box, boxes, budget, 1).length === 0 && !budget.isSpent;
      if (isCovered) unreachable(scope, row, coveringAlone(space, place, preferred, rows) ?? before);
    } else if (hit.policy !== 'unique') {
      const twin = preferred.flatMap((other) => rows[other] ?? []).find((other) => isTwin(rows, space, row, other));
      if (twin) {
        const data = { row: row.text, line: twin.line, collected: hit.policy === 'collect' };
        scope.report('B322', row.span, data, { related: [twin.span], ...scope.without(row.span) });
      }
    }
  }
}

/** One row that covers all of another, if there is one: then the others need not be named. */
function coveringAlone(
  space: Space,
  place: number,
  preferred: readonly number[],
  rows: readonly TableRow<unknown>[],
): readonly TableRow<unknown>[] | null {
  const box = space.rows[place] ?? [];
  const found = preferred.find((other) =>
    box.every((probes, column) => (probes & ~(space.rows[other]?.[column] ?? 0n)) === 0n),
  );
  const row = found === undefined ? undefined : rows[found];
  return row === undefined ? null : [row];
}

function unreachable(scope: Scope, row: TableRow<unknown>, by: readonly TableRow<unknown>[]): void {
  const shown = by.map(({ text, line }) => ({ text, line }));
  const related = by.map(({ span }) => span);
  scope.report('B321', row.span, { row: row.text, by: shown }, { related, ...scope.without(row.span) });
}

function isTwin(
  rows: readonly TableRow<unknown>[],
  space: Space,
  row: TableRow<unknown>,
  other: TableRow<unknown>,
): boolean {
  const [a = [], b = []] = [space.rows[rows.indexOf(row)], space.rows[rows.indexOf(other)]];
  const same = a.every((probes, column) => probes === b[column]);
  return same && row.outcomes.every((outcome, index) => given(outcome) === given(other.outcomes[index]));
}
