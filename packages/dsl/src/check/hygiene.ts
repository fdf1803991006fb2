import type { TableRow } from '../model/decision-table.js';
import type { Domain } from '../model/probes.js';
import { isTooLarge, spaceOf, valuesIn } from '../model/table-space.js';
import type { Span } from '../text/span.js';
import { Budget } from './coverage.js';
import type { InputColumn } from './decision.js';
import { reportDeadCells } from './dead-cells.js';
import { reportGaps } from './gaps.js';
import { reportOpenCases } from './open-cases.js';
import type { Hit } from './hit-policy.js';
import { reportOverlaps } from './overlap.js';
import type { Scope } from './scope.js';
import { reportUnreachable } from './unreachable.js';

/** A table whose cells could all be read, to be looked over as a whole. */
export interface Checked {
  readonly hit: Hit;
  readonly header: Span;
  readonly columns: readonly InputColumn[];
  readonly rows: readonly TableRow<unknown>[];
  /** The places of the rows in the order in which they are preferred. */
  readonly order: readonly number[];
}

/** What one table may cost: far more than tables need that people write, and about a tenth of a second. */
const LOOKS = 400_000;

/** Reports what cannot be meant in a table: rows that clash, rows and cells that never matter, cases that no row has. */
export function reportHygiene(scope: Scope, table: Checked): void {
  const { columns, rows, header } = table;
  const before = scope.diagnostics.length;
  const isBroken = (): boolean => scope.diagnostics.slice(before).some((found) => found.severity === 'error');
  // Where values are collected, no row is an answer, too.
  if (table.hit.policy !== 'collect') reportGaps(scope, header, columns, rows);
  if (isTooLarge(rows)) {
    scope.report('B323', header, { rows: rows.length, values: valuesIn(rows) });
    return;
  }
  const space = spaceOf(rows, columns.map(domainOf));
  const budget = new Budget(LOOKS);
  reportOverlaps(scope, table, space);
  if (isBroken()) return;
  const dead = reportDeadCells(scope, table, space);
  reportUnreachable(scope, table, space, budget, dead);
  // Days for which a case has no row are said by the case: see periods.ts.
  if (!columns.some(({ isPeriod }) => isPeriod)) reportOpenCases(scope, table, space, budget);
  if (budget.isSpent) scope.report('B323', header, { rows: rows.length, values: valuesIn(rows) });
}

function domainOf({ type, labels, counts }: InputColumn): Domain {
  const whole = type.kind === 'date' || (type.kind === 'number' && type.unit.kind === 'count');
  return { type, labels, whole, from: counts?.from ?? null, to: counts?.to ?? null };
}
