import type { Correlation } from '../../model/planning/question.js';
import type { Quantity } from '../../model/expression.js';
import { NUMBER } from '../../model/units.js';
import { clauseOf, clausesOf } from '../../syntax/clauses.js';
import type { CellNode, Declaration, NumberNode, TableNode, Word } from '../../syntax/nodes.js';
import { closest } from '../../text/closest.js';
import { cellText, isBlank, isDash, numberCell } from '../cells.js';
import { wholeRows } from '../header.js';
import { fit, writtenQuantity } from '../quantities.js';
import { wholes } from '../whole.js';
import { replaceBy } from '../scope.js';
import type { Scope } from '../scope.js';
import { clashOf, thirdBetween } from './definite.js';
import { refuse } from './estimates.js';
import { emptyCell, misfit } from './planning-cells.js';

/** All pairs that are said to move together, when together they can. Asked for once everything uncertain is known. */
export function checkCorrelations(scope: Scope, declarations: readonly Declaration[]): readonly Correlation[] {
  const found = declarations.flatMap((declaration) => correlationsOf(scope, declaration) ?? []);
  return agree(scope, found) && canBe(scope, found) ? found : [];
}

function correlationsOf(scope: Scope, declaration: Declaration): readonly Correlation[] | null {
  const pairs = wholes(clausesOf(declaration, 'pair'), ({ first, second, correlation }) =>
    pairOf(scope, first, second, correlation),
  );
  const table = clauseOf(declaration, 'table')?.table;
  const matrix = table ? matrixOf(scope, table) : [];
  return pairs && matrix && [...pairs, ...matrix];
}

function pairOf(scope: Scope, first: Word, second: Word, node: NumberNode): Correlation | null {
  const [one, other] = [uncertainNamed(scope, first), uncertainNamed(scope, second)];
  const correlation = coefficient(scope, node, `correlation[${first.text}, ${second.text}]`);
  if (one === null || other === null || correlation === null) return null;
  if (one === other) return refuse(scope, second.span, { en: 'another number than the first', zh: '与第一个不同的数' });
  const span = { start: first.span.start, end: node.span.end };
  return { first: one, second: other, correlation, span, line: scope.line(span) };
}

function coefficient(scope: Scope, node: NumberNode, path: string): Quantity | null {
  const quantity = fit(scope, writtenQuantity(node, path), NUMBER, scope.text(node.span));
  if (quantity === null || quantity.value.abs().lte(1)) return quantity;
  return refuse(scope, node.span, { en: 'a correlation from -1 to 1', zh: '-1 到 1 之间的相关系数' });
}

/** The path of an uncertain number; null when nothing uncertain has it (reported). */
function uncertainNamed(scope: Scope, { text, span }: Word): string | null {
  if (scope.uncertain.has(text)) return text;
  const slot = scope.find(text);
  if (slot === 'broken') return null;
  if (slot && scope.get(slot.noun, slot.name, span) === null) return null;
  const known = [...scope.uncertain.keys()];
  const suggestion = closest(text, known);
  return scope.report('B622', span, { name: text, known, suggestion }, replaceBy(span, suggestion));
}

/** A square table: the first column names the rows, the others the same numbers; `-` is read from the other half. */
function matrixOf(scope: Scope, table: TableNode): readonly Correlation[] | null {
  const [, ...heads] = table.header.cells;
  const rows = wholeRows(scope, table, 'correlate');
  if (rows.length < table.rows.length) return null;
  const wordOf = (cell: CellNode): Word => ({ text: cellText(cell), span: cell.span });
  const columns = wholes(heads, (cell) => uncertainNamed(scope, wordOf(cell)));
  const names = columns && wholes(rows, ({ cells: [cell] }) => cell && uncertainNamed(scope, wordOf(cell)));
  if (!columns || !names) return null;
  const odd = names.findIndex((name, index) => name !== columns[index]);
  if (odd >= 0 || names.length !== columns.length) {
    const span = rows[Math.max(0, odd)]?.cells[0]?.span ?? table.header.span;
    return scope.report('B306', span, { column: names[odd] ?? '', wanted: columns, suggestion: columns[odd] ?? null });
  }
  const cells = wholes(rows, (row, i) =>
    wholes(row.cells.slice(1), (cell, j) => entryOf(scope, cell, names[i] ?? '', columns[j] ?? '')),
  );
  return cells && halves(scope, cells, names);
}

interface Entry {
  readonly cell: CellNode;
  readonly quantity: Quantity | 'other half';
}

function entryOf(scope: Scope, cell: CellNode, row: string, column: string): Entry | null {
  if (isDash(cell)) return { cell, quantity: 'other half' };
  if (isBlank(cell)) return emptyCell(scope, cell, column);
  const node = numberCell(cell);
  if (node === null)
    return misfit(scope, cell, { en: 'a correlation from -1 to 1', zh: '-1 到 1 之间的相关系数' }, '0.6');
  const quantity = coefficient(scope, node, `correlation[${row}, ${column}]`);
  if (quantity === null) return null;
  if (row !== column || quantity.value.eq(1)) return { cell, quantity };
  return refuse(scope, cell.span, { en: '1: a number goes with itself', zh: '1：一个数与自身完全相关' });
}

/** The pairs below the diagonal; both halves must say the same. */
function halves(
  scope: Scope,
  cells: readonly (readonly Entry[])[],
  names: readonly string[],
): readonly Correlation[] | null {
  const pairs: Correlation[] = [];
  for (const [i, first] of names.entries()) {
    for (const [j, second] of names.entries()) {
      if (j >= i) continue;
      const [lower, upper] = [cells[i]?.[j], cells[j]?.[i]];
      const said = [lower, upper].flatMap((entry) =>
        entry && entry.quantity !== 'other half' ? [{ ...entry, quantity: entry.quantity }] : [],
      );
      const [one, other] = said;
      if (one === undefined) return lower ? emptyCell(scope, lower.cell, second) : null;
      if (other && !other.quantity.value.eq(one.quantity.value)) {
        const data = { first, second, one: one.cell.raw, other: other.cell.raw };
        return scope.report('B623', one.cell.span, data, { related: [other.cell.span] });
      }
      pairs.push({ first, second, correlation: one.quantity, span: one.cell.span, line: scope.line(one.cell.span) });
    }
  }
  return pairs;
}

const keyOf = ({ first, second }: Correlation): string => [first, second].sort().join('\n');

/** A pair may be said twice only if it says the same. */
function agree(scope: Scope, found: readonly Correlation[]): boolean {
  for (const pair of found) {
    const earlier = found.find((one) => keyOf(one) === keyOf(pair));
    if (earlier === undefined || earlier.correlation.value.eq(pair.correlation.value)) continue;
    const { first, second } = pair;
    const data = { first, second, one: earlier.correlation.value.toString(), other: pair.correlation.value.toString() };
    scope.report('B623', pair.span, data, { related: [earlier.span] });
    return false;
  }
  return true;
}

/** A pair that nothing is said about is not correlated. */
function canBe(scope: Scope, found: readonly Correlation[]): boolean {
  const names = [...new Set(found.flatMap(({ first, second }) => [first, second]))];
  const pairs = new Map(found.map((pair) => [keyOf(pair), pair]));
  const between = (first: string, second: string): number =>
    first === second ? 1 : (pairs.get([first, second].sort().join('\n'))?.correlation.value.toNumber() ?? 0);
  const clash = clashOf(names.map((row) => names.map((column) => between(row, column)))).map(
    (index) => names[index] ?? '',
  );
  if (clash.length === 0) return true;
  const [a = '', b = '', c = ''] = clash;
  const spans = found
    .filter((pair) => clash.includes(pair.first) && clash.includes(pair.second))
    .map((pair) => pair.span);
  const [low, high] = thirdBetween(between(a, b), between(a, c));
  const triple =
    clash.length === 3
      ? { ab: between(a, b), ac: between(a, c), bc: between(b, c), low: Math.max(-1, low), high: Math.min(1, high) }
      : null;
  scope.report('B624', spans.at(-1) ?? { start: 0, end: 0 }, { names: clash, triple }, { related: spans.slice(0, -1) });
  return false;
}
