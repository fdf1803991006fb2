import type Big from 'big.js';
import type { Expression } from '../model/expression.js';
import type { ColumnType, Source } from '../model/model.js';
import type { CellNode, ColumnTypeNode, ExpressionNode, Word } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { groundOn } from './expression.js';
import { column as columnNamed } from './ground.js';
import { lookupExpression } from './lookups.js';
import { unknownColumn } from './names.js';
import { AS_OF } from './periods.js';
import type { Scope } from './scope.js';

/** `money USD at usd_rate on paid_on`: a table of rates, and the column whose day it is asked for. */
interface AtTable {
  readonly table: Word;
  readonly on: Word | null;
}

/** The rules see the currency that the table gives, whatever the file's scale. */
export function moneyAtTable(scope: Scope, from: string, scale: Big, { table, on }: AtTable): ColumnType | null {
  const type = scope.demand('table', table)?.table.outputs[0]?.type;
  if (type === undefined) return null;
  if (type.kind !== 'number' || type.unit.kind !== 'money')
    return scope.report('B429', table.span, { table: table.text, currency: from });
  const converted = { kind: 'table', from, table: table.text, on: on?.text ?? null } as const;
  return { kind: 'money', currency: Object.keys(type.unit.dimension)[0] ?? from, scale, converted };
}

/** How the rate of a row is found, once the source's columns are known; null: at none, or one for all; undefined: not whole (reported). */
export function rateOf(scope: Scope, cell: CellNode, source: Source): Expression | null | undefined {
  const node = readCell('ColumnTypeCell', codeView(cell.raw), cell.span);
  if (node?.kind !== 'money' || !node.into || !('table' in node.into)) return null;
  const { table, on } = node.into;
  const day = on === null ? null : dayColumn(scope, on, source);
  if (day === undefined) return undefined;
  const use = { word: table, noun: 'table', output: null, arguments: currencyOf(scope, node, table), on: day } as const;
  return lookupExpression(use, groundOn(scope, source, false), table.span) ?? undefined;
}

/** A day that the file holds: one that is worked out may come after the amounts. */
function dayColumn(scope: Scope, on: Word, source: Source): ExpressionNode | undefined {
  const found = columnNamed(source, on.text);
  if (found === undefined) return void unknownColumn(source, on, { scope });
  if (found.type.kind !== 'date') return void scope.report('B205', on.span, { found: found.type.kind, wanted: 'date' });
  return { kind: 'name', name: on.text, span: on.span };
}

/** A table for several currencies asks for the one that the file holds. */
function currencyOf(scope: Scope, { currency }: ColumnTypeNode & { kind: 'money' }, table: Word): ExpressionNode[] {
  const inputs = scope.get('table', table.text, table.span)?.table.inputs ?? [];
  const asks = inputs.some((input) => input.name !== AS_OF);
  return asks ? [{ kind: 'text', text: currency, span: table.span }] : [];
}
