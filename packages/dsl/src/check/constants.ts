import type { Constant, Quantity, ValueType } from '../model/expression.js';
import type { Literal } from '../syntax/nodes.js';
import { fittedQuantity } from './quantities.js';
import type { Scope } from './scope.js';

export const quantityConstant = (quantity: Quantity): Constant => ({ kind: 'quantity', quantity });
export const textConstant = (text: string): Constant => ({ kind: 'text', text });

/** A literal as a value of the type wanted; null when it is of another kind (reported). */
export function constantOf(scope: Scope, node: Literal, type: ValueType, path: string | null = null): Constant | null {
  if (node.kind === 'number' && type.kind === 'number') {
    const quantity = fittedQuantity(scope, node, type.unit, path);
    return quantity && quantityConstant(quantity);
  }
  if (node.kind === 'date' && type.kind === 'date') return dateConstant(scope, node.text, node.span);
  if (node.kind === 'text' && type.kind === 'text') return textConstant(node.text);
  if (node.kind === 'text' && type.kind === 'boolean') return booleanConstant(node.text);
  return scope.report('B205', node.span, { found: node.kind, wanted: type.kind });
}

/** A day in ISO form; a month stands for its first day. */
export function dateConstant(scope: Scope, text: string, span: { start: number; end: number }): Constant | null {
  const iso = text.length === 7 ? `${text}-01` : text;
  const day = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
  return exists ? { kind: 'date', iso } : scope.report('B209', span, { text });
}

const YES: ReadonlySet<string> = new Set(['yes', 'true', '是']);
const NO: ReadonlySet<string> = new Set(['no', 'false', '否']);

/** `yes`, `true` or 是, and their opposites; null for other words. */
export function booleanConstant(text: string): Constant | null {
  const word = text.toLowerCase();
  if (YES.has(word)) return { kind: 'boolean', value: true };
  return NO.has(word) ? { kind: 'boolean', value: false } : null;
}
