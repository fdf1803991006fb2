import type { Constant } from '../model/expression.js';
import type { Expectation, GivenRows, Source } from '../model/model.js';
import { closest } from '../text/closest.js';
import type { Span } from '../text/span.js';
import type { CellNode } from '../syntax/nodes.js';
import { cellText } from './cells.js';
import type { Scope } from './scope.js';
import { replaceBy } from './scope.js';

/** A cell of a key column with the value read from it; null is no value. */
export interface KeyCell {
  readonly cell: CellNode;
  readonly value: Constant | null;
}

/** Rows are told apart by their key, so that no two of a test's given rows have the same. False when some have (reported). */
export function checkKeys(scope: Scope, source: Source, keys: readonly KeyCell[]): boolean {
  const first = new Map<string, Span>();
  let isWhole = true;
  for (const { cell, value } of keys) {
    if (value === null) continue;
    const key = keyText(value);
    const earlier = first.get(key);
    first.set(key, earlier ?? cell.span);
    if (earlier === undefined) continue;
    scope.report(
      'B440',
      cell.span,
      { key, column: source.key ?? '', line: scope.line(earlier) },
      { related: [earlier] },
    );
    isWhole = false;
  }
  return isWhole;
}

/** A row that is expected of what a test gives stands among the rows it gives: another key could never come out. */
export function checkExpectedKeys(
  scope: Scope,
  expectation: Expectation,
  given: readonly GivenRows[],
  source: Source,
): void {
  if (expectation.kind !== 'rows' || expectation.top !== null) return;
  const rows =
    given.find(({ of }) => of === expectation.population) ?? given.find(({ of }) => of === source.name) ?? null;
  const at = rows?.columns.indexOf(source.key ?? '') ?? -1;
  if (rows === null || at < 0) return;
  const known = rows.rows.flatMap((row) => (row[at] == null ? [] : [keyText(row[at])]));
  const keyAt = expectation.columns.indexOf(source.key ?? '');
  for (const { cells } of expectation.rows) {
    const cell = cells[keyAt];
    if (cell === undefined || cell.constant === null) continue;
    const key = keyText(cell.constant);
    if (known.includes(key)) continue;
    const suggestion = closest(key, known);
    scope.report('B441', cell.span, { key, of: rows.of, suggestion }, replaceBy(cell.span, suggestion));
  }
}

/** A number of things is whole and not negative, as the column of a source holds it. False when it is not (reported). */
export function isCount(scope: Scope, cell: CellNode, value: Constant): boolean {
  if (value.kind !== 'quantity') return true;
  const number = value.quantity.value;
  if (number.gte(0) && number.round(0, 0).eq(number)) return true;
  scope.report('B210', cell.span, {
    what: cellText(cell),
    wanted: { en: 'a whole number, at least 0', zh: '不小于 0 的整数' },
  });
  return false;
}

function keyText(constant: Constant): string {
  switch (constant.kind) {
    case 'text':
      return constant.text;
    case 'date':
      return constant.iso;
    case 'boolean':
      return constant.value ? 'yes' : 'no';
    case 'quantity':
      return constant.quantity.value.toFixed();
  }
}
