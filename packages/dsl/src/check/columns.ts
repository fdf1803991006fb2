import Big from 'big.js';
import type { ColumnType } from '../model/model.js';
import { numeralValue, scaleOf } from '../model/numeral.js';
import { clauseOf } from '../syntax/clauses.js';
import type { CellNode, ColumnTypeNode, Word } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { closest } from '../text/closest.js';
import { BARE } from '../model/units.js';
import { cellText } from './cells.js';
import { isTooLarge } from './limits.js';
import { moneyAtTable } from './rates.js';
import type { Scope } from './scope.js';

/** Reads a column's type cell. */
export function columnType(scope: Scope, cell: CellNode): ColumnType | null {
  const node = readCell('ColumnTypeCell', codeView(cell.raw), cell.span);
  scope.want(cell.span, { kind: 'column type' });
  if (node === null) {
    const types = ['text', 'count', 'number', 'percent', 'money CNY', 'date', 'boolean'];
    return scope.report('B207', cell.span, { found: cell.raw, suggestion: closest(cell.raw, types) });
  }
  if (node.kind === 'money' && node.into && 'rate' in node.into && !ratePossible(scope, node.into.rate, cell))
    return null;
  return typeOfNode(scope, node);
}

function ratePossible(scope: Scope, rate: string, cell: CellNode): boolean {
  const value = numeralValue(rate);
  const start = cell.span.start + Math.max(0, codeView(cell.raw).search(/\bat\s/) + 3);
  const span = { start, end: cell.span.end };
  if (isTooLarge(scope, { value, unit: BARE, span })) return false;
  if (value.gt(0)) return true;
  scope.report('B210', span, { what: rate, wanted: { en: 'a rate above 0', zh: '大于 0 的汇率' } });
  return false;
}

function typeOfNode(scope: Scope, node: ColumnTypeNode): ColumnType | null {
  switch (node.kind) {
    case 'text':
      if (node.references === null) return { kind: 'text', references: null };
      return refersTo(scope, node.references);
    case 'money':
      return moneyType(scope, node);
    case 'percent':
      return { kind: 'percent', inPoints: node.inPoints };
    case 'date':
      return { kind: 'date', format: node.format };
    case 'count':
    case 'number':
    case 'boolean':
      return { kind: node.kind };
  }
}

/** `money USD at 7.25 CNY`: the rules see CNY, and the file's 1 is 7.25 of it. */
function moneyType(scope: Scope, node: Extract<ColumnTypeNode, { kind: 'money' }>): ColumnType | null {
  const { scale, currency, into } = node;
  const own = scale === null ? new Big(1) : scaleOf(scale);
  if (into === null) return { kind: 'money', currency, scale: own, converted: null };
  if ('table' in into) return moneyAtTable(scope, currency, own, into);
  const rate = numeralValue(into.rate);
  const converted = { kind: 'constant', from: currency, rate, dated: into.dated } as const;
  return { kind: 'money', currency: into.currency, scale: own.times(rate), converted };
}

/** A column as a column table states it, without checking the source. */
export interface StatedColumn {
  readonly source: string;
  /** null: money at a table of rates, in the currency of that table, which may be what is just being read. */
  readonly type: ColumnType | null;
}

const STATED = new WeakMap<Scope, ReadonlyMap<string, StatedColumn>>();

/** The first source that states a column of a name, and its type there; undefined when none does. */
export function statedColumn(scope: Scope, name: string): StatedColumn | undefined {
  const known = STATED.get(scope) ?? statedColumns(scope);
  STATED.set(scope, known);
  return known.get(name);
}

function statedColumns(scope: Scope): ReadonlyMap<string, StatedColumn> {
  const stated = new Map<string, StatedColumn>();
  for (const { name: source, declaration } of scope.entries('source')) {
    const table = clauseOf(declaration, 'table')?.table;
    const headers = table?.header.cells.map(cellText) ?? [];
    const [nameAt, typeAt] = [headers.indexOf('column'), headers.indexOf('type')];
    const seen = new Set<string>();
    for (const { cells } of table?.rows ?? []) {
      const name = cells[nameAt] && cellText(cells[nameAt]);
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      const type = statedType(scope, cells[typeAt]);
      if (type !== undefined && !stated.has(name)) stated.set(name, { source, type });
    }
  }
  return stated;
}

/** undefined: it states none. */
function statedType(scope: Scope, cell: CellNode | undefined): StatedColumn['type'] | undefined {
  const node = cell ? readCell('ColumnTypeCell', codeView(cell.raw), cell.span) : null;
  if (node === null) return undefined;
  if (node.kind === 'money' && node.into && 'table' in node.into) return null;
  return node.kind === 'text' ? { kind: 'text', references: null } : (typeOfNode(scope, node) ?? undefined);
}

/** The source must be there; it is not checked from here, since two sources may point at each other. */
function refersTo(scope: Scope, word: Word): ColumnType | null {
  const slot = scope.find(word.text);
  scope.want(word.span, { kind: 'declaration', noun: 'source' });
  if (slot === undefined || (slot !== 'broken' && slot.noun !== 'source')) {
    scope.demand('source', word);
    return null;
  }
  scope.use(word.span, { kind: 'source', owner: null, name: word.text });
  return { kind: 'text', references: word.text };
}
