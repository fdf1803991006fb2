import Big from 'big.js';
import type { AggregateName, Expression, ValueType } from '../model/expression.js';
import type { Source } from '../model/model.js';
import { BOOLEAN, COUNT, countOf, numberType } from '../model/units.js';
import type { CallNode, ExpressionNode } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { quantityConstant } from './constants.js';
import { constantExpression } from './ground.js';
import type { Ground } from './ground.js';
import { childrenOf } from './walk.js';
import { notAfter, windowCondition } from './windows.js';
import type { Scope } from './scope.js';

const AGGREGATES: ReadonlySet<string> = new Set(['count', 'sum', 'mean', 'median', 'min', 'max', 'last']);
/** The language's aggregates: those of the model, and the last day there is. */
export const isAggregateName = (name: string): name is AggregateName | 'last' => AGGREGATES.has(name);

/** The source whose rows a call goes through: `contacts` in count(contacts) and in sum(contacts.fee). */
export function aggregatedSource(node: CallNode, scope: Scope): string | null {
  if (!isAggregateName(node.name.text)) return null;
  const found = node.arguments.flatMap((argument) => sourcesIn(argument, scope));
  return found[0] ?? null;
}

function sourcesIn(node: ExpressionNode, scope: Scope): string[] {
  const name = sourceNamed(node);
  const slot = name === null ? undefined : scope.find(name);
  const own = name !== null && slot !== undefined && slot !== 'broken' && slot.noun === 'source' ? [name] : [];
  return [...own, ...childrenOf(node).flatMap((child) => sourcesIn(child, scope))];
}

function sourceNamed(node: ExpressionNode): string | null {
  if (node.kind === 'name') return node.name;
  return node.kind === 'member' ? node.of.text : null;
}

/** `count(key_departments)`: how many values a list has. Its path names the list, so that a scenario can change it. */
export function countOfList(node: CallNode, ground: Ground): Expression | null {
  const [argument] = node.arguments;
  if (node.name.text !== 'count' || node.arguments.length !== 1 || argument === undefined) return null;
  if (argument.kind === 'list') return sizeExpression(argument.items.length, null, node.span);
  if (argument.kind === 'name') {
    const param = ground.scope.get('param', argument.name, argument.span);
    if (param?.value.kind === 'list') {
      ground.scope.use(argument.span, { kind: 'param', owner: null, name: param.name });
      return sizeExpression(param.value.items.length, `count(${param.name})`, node.span);
    }
  }
  return collectsList(argument, ground) ? sizeOfCollected(argument, node.span, ground) : null;
}

/** Whether an expression is what a table collects into a list. */
function collectsList(node: ExpressionNode, { scope }: Ground): boolean {
  const name = node.kind === 'call' ? node.name.text : sourceNamed(node);
  const slot = name === null ? undefined : scope.find(name);
  if (slot === undefined || slot === 'broken' || (slot.noun !== 'table' && slot.noun !== 'context')) return false;
  return scope.get(slot.noun, slot.name, node.span)?.table.gathering === 'list';
}

function sizeOfCollected(node: ExpressionNode, span: Span, ground: Ground): Expression | null {
  const of = ground.check(node, ground);
  return of?.kind === 'lookup' ? { kind: 'size', of, type: numberType(COUNT), span } : null;
}

function sizeExpression(size: number, path: string | null, span: Span): Expression {
  return constantExpression(quantityConstant({ value: new Big(size), unit: COUNT, path, span }), span);
}

/** `count(contacts where …)`, `sum(orders.amount)`: over the rows of `source` that point at the entity. */
export function aggregateExpression(node: CallNode, source: Source, ground: Ground): Expression | null {
  const { scope, entity } = ground;
  if (!isAggregateName(node.name.text) || entity === null) return null;
  if (ground.row !== null || source.name === entity.name) {
    return scope.report('B105', node.span, { name: source.name, is: 'source', wanted: 'column' });
  }
  const via = viaColumn(source, entity, node.span, scope);
  const inside: Ground = { ...ground, row: source };
  const value = valueOf(node, source, inside);
  const where = rowsMeant(node, source, value ?? null, inside);
  if (via === null || value === undefined || where === undefined) return null;
  const type = typeOf(node, source, value);
  if (type === null)
    return scope.report('B205', node.arguments[0]?.span ?? node.span, {
      found: value?.type.kind ?? 'source',
      wanted: node.name.text === 'last' ? 'date' : 'number',
    });
  return {
    kind: 'aggregate',
    name: node.name.text === 'last' ? 'max' : node.name.text,
    distinct: node.distinct,
    source: source.name,
    via,
    value,
    where,
    type,
    span: node.span,
  };
}

/** The rows that are gone through: those of `where`, of the window, and for `last` none of days to come. Undefined: not whole (reported). */
export function rowsMeant(
  node: CallNode,
  source: Source,
  value: Expression | null,
  inside: Ground,
): Expression | null | undefined {
  const where = node.where && inside.check(node.where, inside);
  const over = node.over && windowCondition(node.over, source, inside);
  const past = node.name.text === 'last' && value?.type.kind === 'date' ? notAfter(value, inside) : null;
  if ((node.where && where === null) || (node.over && over === null) || past === undefined) return undefined;
  if (where && where.type.kind !== 'boolean')
    return void inside.scope.report('B205', where.span, { found: where.type.kind, wanted: 'condition' });
  return [where, over, past].reduce((all, one) => (all && one ? both(all, one) : (all ?? one)), null);
}

const both = (left: Expression, right: Expression): Expression => ({
  kind: 'and',
  left,
  right,
  type: BOOLEAN,
  span: right.span,
});

/** The column through which rows of a source point at the entity; null when there is not exactly one (reported). */
export function viaColumn(source: Source, entity: Source, at: Span, scope: Scope): string | null {
  const columns = source.columns
    .filter((one) => one.type.kind === 'text' && one.type.references === entity.name)
    .map((one) => one.name);
  const [via] = columns;
  if (via === undefined && scope.lostColumns.of(source.name)) return scope.spoil();
  if (via === undefined) return scope.report('B107', at, { source: source.name, entity: entity.name });
  if (columns.length > 1) return scope.report('B108', at, { source: source.name, entity: entity.name, columns });
  return via;
}

/** null: rows are counted; undefined: not whole (reported). */
function valueOf(node: CallNode, source: Source, inside: Ground): Expression | null | undefined {
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length > 1) {
    inside.scope.report('B208', node.span, { name: node.name.text, wanted: '1', found: node.arguments.length });
    return undefined;
  }
  if (argument.kind === 'name' && argument.name === source.name) {
    inside.scope.want(argument.span, { kind: 'declaration', noun: 'source' });
    inside.scope.use(argument.span, { kind: 'source', owner: null, name: source.name });
    return null;
  }
  return inside.check(argument, inside) ?? undefined;
}

function typeOf(node: CallNode, source: Source, value: Expression | null): ValueType | null {
  if (node.name.text === 'count') return numberType(node.distinct ? COUNT : countOf(source.name));
  if (value === null) return null;
  if (node.name.text === 'last') return value.type.kind === 'date' ? value.type : null;
  const ordered = node.name.text === 'min' || node.name.text === 'max';
  return value.type.kind === 'number' || (ordered && value.type.kind === 'date') ? value.type : null;
}
