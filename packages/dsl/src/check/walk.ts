import type { ExpressionNode } from '../syntax/nodes.js';

/** The expressions directly inside an expression. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'text':
    case 'number':
    case 'date':
    case 'as of':
    case 'name':
    case 'member':
      return [];
    case 'list':
      return node.items;
    case 'call':
      return [...node.arguments, ...[node.by, node.within, node.on, node.where].flatMap((part) => part ?? [])];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [node.left, node.right];
    case 'not':
    case 'negate':
    case 'since':
      return [node.of];
    case 'in':
      return [node.value, node.list];
    case 'inside':
    case 'recent':
    case 'match':
    case 'is-missing':
      return [node.value];
  }
}
