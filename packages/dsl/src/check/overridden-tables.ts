import type { DecisionTable, TableRow } from '../model/decision-table.js';
import type { Entries } from '../model/entries.js';
import type { NumberIndex } from '../model/number-index.js';
import type { Override } from '../model/scenario.js';
import { valueAt } from '../model/entries.js';
import { withNumbers } from '../model/override.js';
import { isExclusive, twoThatMeet } from '../model/table-space.js';
import { writtenNumber } from '../model/written.js';
import type { Scope } from './scope.js';

/** Edges that have moved past each other: rows that now hold for one case, and ranges without a value. */
export function reportBrokenTables(
  scope: Scope,
  index: NumberIndex,
  after: Entries,
  overrides: readonly Override[],
): void {
  const seen = new Set<string>();
  for (const { path, span } of overrides) {
    const number = index.number(path);
    if (number === undefined) continue;
    const { owner, column } = number;
    const cell = path.replace(/\.(?:low|high)$/, '');
    if (/(?:^|\.)(?:low|high)$/.test(column ?? '') && !seen.has(cell)) {
      seen.add(cell);
      reportEmptyRange(scope, index, after, cell, span);
    }
    if (number.kind !== 'edge' || seen.has(owner)) continue;
    seen.add(owner);
    const table = tableOf(scope, owner, span);
    if (table?.hit !== 'unique' || !isExclusive(table)) continue;
    const [first, second] = (twoThatMeet(withNumbers(table, index, after)) ?? []).map((row) => keyOf(table.rows[row]));
    if (first !== undefined && second !== undefined) scope.report('B515', span, { owner, first, second });
  }
}

function reportEmptyRange(
  scope: Scope,
  index: NumberIndex,
  after: Entries,
  cell: string,
  span: Override['span'],
): void {
  const [low, high] = [`${cell}.low`, `${cell}.high`].map((path) => valueAt(index, after, path));
  const unit = index.number(`${cell}.low`)?.unit;
  if (!low || !high || !unit || low.lte(high)) return;
  scope.report('B310', span, { low: writtenNumber(low, unit), high: writtenNumber(high, unit) });
}

const NOUNS = ['band', 'level', 'tier', 'context', 'table', 'benchmark', 'waiver'] as const;

function tableOf(scope: Scope, owner: string, at: Override['span']): DecisionTable<unknown> | null {
  for (const noun of NOUNS) {
    const found = scope.get(noun, owner, at);
    if (found) return found.table;
  }
  return null;
}

const keyOf = (row: TableRow<unknown> | undefined): string => row?.key.join(', ') ?? '';
