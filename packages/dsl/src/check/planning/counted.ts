import type { Quantity } from '../../model/expression.js';
import type { CountedNode } from '../../syntax/planning-nodes.js';
import { isTooLarge } from '../limits.js';
import { unitOf } from '../metrics.js';
import { writtenQuantity } from '../quantities.js';
import type { Scope } from '../scope.js';
import { uncertainty } from './distributions.js';

/** A number with a unit in words, as in `20 days per month`. */
export function counted(scope: Scope, node: CountedNode, path: string): Quantity | null {
  const written = writtenQuantity(node.value, path);
  const quantity = { ...written, unit: unitOf(node.unit), span: node.span };
  if (isTooLarge(scope, quantity)) return null;
  if (node.uncertain && !uncertainty(scope, node.uncertain, { quantity, path })) return null;
  return quantity;
}
