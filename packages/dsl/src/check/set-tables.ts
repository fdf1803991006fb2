import type { Named } from '../model/named-number.js';
import type { Override } from '../model/scenario.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import type { CellNode, ClauseOf, RowNode, SettingNode } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { closest } from '../text/closest.js';
import { cellText, isBlank, isDash, numberCell } from './cells.js';
import { headerOf, wholeRows } from './header.js';
import type { HeaderColumn } from './header.js';
import { meaningOf, replaceBy } from './scope.js';
import type { Scope } from './scope.js';
import { settingsAt } from './settings.js';

/**
 * `set NAME` with a table: the columns and rows to replace, as the declaration itself writes them. Columns that hold
 * numbers of the declaration are set; the others, in front of them, say which row is meant.
 */
export function checkSetTable(scope: Scope, clause: ClauseOf<'set table'>): readonly Override[] | null {
  const own = scope.numbers(clause.span).of(clause.name.text);
  const slot = scope.find(clause.name.text);
  if (slot === 'broken') return null;
  if (slot) scope.use(clause.name.span, meaningOf(slot));
  if (own.length === 0) return nothingToSet(scope, clause);
  const header = headerOf(scope, clause.table);
  const columns = new Set(own.filter(isCell).map(({ at }) => columnOf(at.column)));
  const firstSet = firstSetColumn(own, header);
  const isSet = (column: HeaderColumn): boolean => columns.has(column.name) && column.index >= firstSet;
  const keys = header.filter((column) => !isSet(column));
  const foreign = keys.find((column) => column.index > firstSet);
  if (foreign || keys.length === header.length) return unknownColumn(scope, foreign ?? header.at(-1), columns);
  const rows = wholeRows(scope, clause.table, 'scenario');
  const found = rows.map((row) =>
    rowOverrides(
      scope,
      own,
      { name: clause.name.text, clause: clause.span, key: keyOf(row, keys), row },
      header.filter(isSet),
    ),
  );
  const whole = found.flatMap((one) => one ?? []);
  return found.includes(null) || rows.length < clause.table.rows.length ? null : whole;
}

/** Whether it stands in the declaration's table, not in a clause beside it. */
const isCell = (one: Named): boolean =>
  one.is === 'open' || (one.is === 'number' && !['param', 'top', 'factor', 'answer', 'peers'].includes(one.at.kind));

const columnOf = (column: string | null): string => (column ?? '').replace(/\.(?:low|high|percentile)$/, '');

function nothingToSet(scope: Scope, { name }: ClauseOf<'set table'>): null {
  const slot = scope.find(name.text);
  if (slot && slot !== 'broken') {
    if (scope.get(slot.noun, slot.name, name.span) === null) return null;
    return scope.report('B502', name.span, { name: name.text, noun: slot.noun });
  }
  const suggestion = closest(name.text, scope.names());
  return scope.report(
    'B101',
    name.span,
    { name: name.text, wanted: 'name', suggestion },
    replaceBy(name.span, suggestion),
  );
}

/** As many columns as the keys of the rows have parts stand in front; a row's condition may itself hold numbers. */
function firstSetColumn(own: readonly Named[], header: readonly HeaderColumn[]): number {
  const parts = Math.max(0, ...own.map(({ at }) => (isNumbered(at.row) ? 0 : (at.row?.length ?? 0))));
  return Math.min(parts, Math.max(0, header.length - 1));
}

const isNumbered = (row: readonly string[] | null): boolean => row?.length === 1 && row[0]?.startsWith('#') === true;

function unknownColumn(scope: Scope, column: HeaderColumn | undefined, columns: ReadonlySet<string>): null {
  if (column === undefined) return null;
  const wanted = [...columns];
  const suggestion = closest(column.name, wanted);
  const { span } = column.cell;
  return scope.report('B306', span, { column: column.name, wanted, suggestion }, replaceBy(span, suggestion));
}

const keyOf = (row: RowNode, keys: readonly HeaderColumn[]): string[] =>
  keys.flatMap((column) => row.cells[column.index] ?? []).map(cellText);

interface Row {
  readonly name: string;
  readonly key: readonly string[];
  readonly row: RowNode;
  readonly clause: Span;
}

function rowOverrides(
  scope: Scope,
  own: readonly Named[],
  row: Row,
  columns: readonly HeaderColumn[],
): readonly Override[] | null {
  const made = columns.flatMap((column) => {
    const cell = row.row.cells[column.index];
    return cell ? [cellOverrides(scope, own, row, column, cell)] : [];
  });
  return made.includes(null) ? null : made.flatMap((one) => one ?? []);
}

function cellOverrides(
  scope: Scope,
  own: readonly Named[],
  { name, key, row, clause }: Row,
  column: HeaderColumn,
  cell: CellNode,
): readonly Override[] | null {
  if (isBlank(cell)) return scope.report('B302', cell.span, { column: column.name, outcome: true });
  const index = scope.numbers(cell.span);
  const path = { name, key: key.length === 0 ? null : key, members: [column.name] };
  const { found } = index.resolve(path);
  const inRow = found?.filter((one) => key.length > 0 || one.at.row === null) ?? [];
  if (inRow.length === 0) {
    const rows = [...new Set(own.flatMap(({ at }) => (at.row === null ? [] : [at.row.join(', ')])))];
    const suggestion = closest(key.join(', '), rows);
    const at = key.length === 1 ? (row.cells[0]?.span ?? row.span) : row.span;
    return scope.report('B503', at, { row: key.join(', '), path: name, suggestion }, replaceBy(at, suggestion));
  }
  const setting = settingOf(scope, cell, column.name);
  if (setting === null) return null;
  const settings = inRow.map((one) => settingsAt(scope, one, setting));
  if (settings.includes(null)) return null;
  const line = scope.line(cell.span);
  return settings.flatMap((one) =>
    (one ?? []).map(({ path: at, to }) => ({
      path: at,
      change: { kind: 'set' as const, to },
      span: cell.span,
      line,
      clause,
    })),
  );
}

function settingOf(scope: Scope, cell: CellNode, column: string): SettingNode | null {
  if (isDash(cell)) return { kind: 'none', span: cell.span };
  const number = numberCell(cell);
  if (number) return { kind: 'value', value: number, span: cell.span };
  return (
    readCell('ThresholdCell', codeView(cell.raw), cell.span) ??
    scope.report('B303', cell.span, {
      cell: cell.raw,
      wanted: `what \`${column}\` holds`,
      zhWanted: `\`${column}\` 的内容`,
      example: '>= 15%, 40%, 3',
    })
  );
}
