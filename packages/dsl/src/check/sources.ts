import type { Alias, Column, Source } from '../model/model.js';
import { clauseOf, clausesOf } from '../syntax/clauses.js';
import type { CellNode, Declaration, OriginNode, RowNode, TableNode, Word } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { closest } from '../text/closest.js';
import { cellText, isBlank } from './cells.js';
import { columnType } from './columns.js';
import { comparable } from './comparing.js';
import { dateConstant } from './constants.js';
import { declared } from './declared.js';
import { checkExpression, groundOn } from './expression.js';
import { column as columnOf, typeOfColumn } from './ground.js';
import { fixedColumns, wholeRows } from './header.js';
import { columnNamed, unknownColumn } from './names.js';
import { describeType } from '../model/units.js';
import { rateOf } from './rates.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';
import type { Span } from '../text/span.js';

export function checkSource(scope: Scope, declaration: Declaration, name: Word): Source | null {
  const path = clauseOf(declaration, 'from')?.path ?? null;
  const outside = path !== null && isOutside(path.text);
  if (outside) scope.report('B406', path.span, { path: path.text });
  const table = clauseOf(declaration, 'table')?.table;
  const plain = table ? plainColumns(scope, table, name.text) : null;
  if (plain === null) return null;
  const common = declared(scope, declaration, name);
  const source = { ...common, ...options(scope, declaration), path: path?.text ?? null, pathSpan: path?.span ?? null };
  const draft: Source = { ...source, columns: plain.map((one) => one.column), key: null, naming: null, aliases: {} };
  // A column that cannot be made out is lost to those who name it, and to nobody else.
  const columns = plain.flatMap((one) => scope.whole(() => derived(scope, one, draft)) ?? lost(scope, draft, one));
  const whole = { ...draft, columns };
  const key = keyColumn(scope, declaration, whole, 'key');
  const naming = keyColumn(scope, declaration, whole, 'named');
  const aliases = aliasesOf(scope, declaration, whole);
  const byDefault = columnOf(whole, 'name') ? 'name' : (key ?? null);
  return { ...whole, key: key ?? null, naming: naming ?? byDefault, aliases };
}

const isOutside = (path: string): boolean => /^(?:[\\/]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes('..');

type Options = Pick<Source, 'encoding' | 'delimiter' | 'missing' | 'duplicates' | 'dated'>;

function options(scope: Scope, declaration: Declaration): Options {
  const encoding = clauseOf(declaration, 'encoding')?.name;
  const duplicates = clauseOf(declaration, 'duplicates')?.name;
  const day = clauseOf(declaration, 'dated')?.date;
  const dated = day && dateConstant(scope, day.text, day.span);
  return {
    encoding: chosen(scope, encoding, ['utf-8', 'gb18030'] as const) ?? 'utf-8',
    delimiter: clauseOf(declaration, 'delimiter')?.text.text ?? null,
    missing: clauseOf(declaration, 'missing')?.texts.map((text) => text.text) ?? [],
    dated: dated?.kind === 'date' ? dated.iso : null,
    duplicates: chosen(scope, duplicates, ['first', 'last'] as const) ?? 'refuse',
  };
}

/** One of a few words; anything else is reported. */
export function chosen<Choice extends string>(
  scope: Scope,
  word: Word | undefined,
  choices: readonly Choice[],
): Choice | null {
  if (word === undefined) return null;
  scope.want(word.span, { kind: 'choice', words: choices });
  const found = choices.find((choice) => choice === word.text.toLowerCase());
  if (found !== undefined) return found;
  const suggestion = closest(word.text, choices);
  return scope.report('B211', word.span, { word: word.text, choices, suggestion }, replaceBy(word.span, suggestion));
}

interface PlainColumn {
  readonly column: Column;
  readonly type: CellNode;
  readonly origin: OriginNode | null;
}

/** The columns before derived ones are checked, since those may use any of the others. */
function plainColumns(scope: Scope, table: TableNode, source: string): PlainColumn[] | null {
  const at = fixedColumns(scope, table, ['column', 'type'], ['from', 'label', 'en', 'zh']);
  if (at === null) return null;
  const seen = new Map<string, Span>();
  const whole = new Set(scope.apart(() => wholeRows(scope, table, 'source')));
  return table.rows.flatMap((row) => {
    const name = row.cells[at.column ?? -1];
    const found = whole.has(row) ? scope.whole(() => plainColumn(scope, row, at, source, seen)) : null;
    if (found !== null) return found;
    // Which of two columns of one name is meant cannot be told.
    if (name && seenBefore(seen, name)) scope.spoil();
    else if (name) scope.lostColumns.add(source, cellText(name));
    return [];
  });
}

/** Whether another row has the name. */
const seenBefore = (seen: ReadonlyMap<string, Span>, name: CellNode): boolean =>
  (seen.get(cellText(name).toLowerCase()) ?? name.span) !== name.span;

function lost(scope: Scope, source: Source, { column }: PlainColumn): [] {
  scope.lostColumns.add(source.name, column.name);
  return [];
}

function plainColumn(
  scope: Scope,
  row: RowNode,
  at: Partial<Record<'column' | 'type' | 'from' | 'label' | 'en' | 'zh', number>>,
  source: string,
  seen: Map<string, Span>,
): PlainColumn | null {
  const nameCell = row.cells[at.column ?? -1];
  const typeCell = row.cells[at.type ?? -1];
  const fromCell = row.cells[at.from ?? -1];
  if (nameCell === undefined || typeCell === undefined) return null;
  for (const [cell, column] of [
    [nameCell, 'column'],
    [typeCell, 'type'],
  ] as const) {
    if (isBlank(cell)) return scope.report('B302', cell.span, { column, outcome: true });
  }
  const name = cellText(nameCell);
  const first = seen.get(name.toLowerCase());
  if (first)
    return scope.report(
      'B102',
      nameCell.span,
      { name, what: 'column', ...scope.elsewhere(first, nameCell.span) },
      { related: [first] },
    );
  // Databases and spreadsheets do not tell `Level` from `level`.
  seen.set(name.toLowerCase(), nameCell.span);
  scope.define(nameCell.span, { kind: 'column', owner: source, name });
  const type = columnType(scope, typeCell);
  const origin = fromCell === undefined || isBlank(fromCell) ? undefined : originOf(scope, fromCell);
  if (type === null || origin === null) return null;
  const header = origin?.kind === 'header' ? origin.header : name;
  const from: Column['from'] =
    origin?.kind === 'not available' ? { kind: 'not available' } : { kind: 'header', header };
  const text = (index: number | undefined): string | null => {
    const cell = row.cells[index ?? -1];
    return cell === undefined || isBlank(cell) ? null : cellText(cell);
  };
  const translations = translationsIn({ en: text(at.en), zh: text(at.zh) });
  const column = {
    name,
    type,
    from,
    rate: null,
    label: text(at.label),
    translations,
    span: row.span,
    line: scope.line(row.span),
  };
  return { column, type: typeCell, origin: origin ?? null };
}

function translationsIn({ en, zh }: Record<'en' | 'zh', string | null>): Column['translations'] {
  return { ...(en === null ? {} : { en }), ...(zh === null ? {} : { zh }) };
}

function originOf(scope: Scope, cell: CellNode): OriginNode | null {
  const found = readCell('OriginCell', codeView(cell.raw), cell.span);
  if (found?.kind === 'header') return { kind: 'header', header: cellText(cell) };
  if (found) return found;
  const example = '"Revenue", = classify(title), not available';
  return scope.report('B303', cell.span, {
    cell: cell.raw,
    wanted: 'a header or a formula',
    zhWanted: '列名或公式',
    example,
  });
}

/** What a column is once the others are known: how it is worked out of them, or at which rate it is converted. */
function derived(scope: Scope, { column, origin, type: cell }: PlainColumn, source: Source): Column | null {
  const rate = rateOf(scope, cell, source);
  if (rate === undefined) return null;
  if (origin?.kind !== 'derived') return { ...column, rate };
  const expression = checkExpression(origin.expression, groundOn(scope, source, false));
  if (expression === null) return null;
  const type = typeOfColumn(column.type);
  if (!comparable(expression.type, type)) {
    return scope.report('B206', expression.span, {
      declared: describeType(type),
      computed: describeType(expression.type),
    });
  }
  return { ...column, from: { kind: 'derived', expression } };
}

/** undefined: named, but not a column (reported). */
function keyColumn(
  scope: Scope,
  declaration: Declaration,
  source: Source,
  kind: 'key' | 'named',
): string | null | undefined {
  const clause = clauseOf(declaration, kind);
  if (clause === undefined) return null;
  if (columnNamed(source, clause.name, scope)) return clause.name.text;
  unknownColumn(source, clause.name, { scope });
  return undefined;
}

function aliasesOf(scope: Scope, declaration: Declaration, source: Source): Source['aliases'] {
  const found = clausesOf(declaration, 'aliases').map((clause) => {
    const known = columnNamed(source, clause.name, scope) !== undefined;
    if (!known) unknownColumn(source, clause.name, { scope });
    const aliases = aliasRows(scope, clause.table);
    return known && aliases ? ([clause.name.text, aliases] as const) : null;
  });
  return Object.fromEntries(found.flatMap((one) => (one ? [one] : [])));
}

function aliasRows(scope: Scope, table: TableNode): Alias[] | null {
  const at = fixedColumns(scope, table, ['from', 'to']);
  if (at === null) return null;
  const rows = wholeRows(scope, table, 'source');
  const aliases = rows.flatMap((row): Alias[] => {
    const from = row.cells[at.from ?? -1];
    const to = row.cells[at.to ?? -1];
    const empty = [from, to].find((cell) => cell && isBlank(cell));
    if (empty) scope.report('B302', empty.span, { column: empty === from ? 'from' : 'to', outcome: true });
    return from && to && !empty ? [{ from: cellText(from), to: cellText(to), span: row.span }] : [];
  });
  return aliases.length < table.rows.length ? null : aliases;
}
