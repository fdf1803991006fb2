import type { CallNode, Declaration, TableNode } from './nodes.js';

/** Every node of a declaration, whatever its kind: what is added to the language later is found without a change here. */
export function* nodesIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

export const tablesIn = (declaration: Declaration): TableNode[] =>
  [...nodesIn(declaration.clauses)].filter((node): node is TableNode => 'header' in node && 'rows' in node);

export const callsIn = (declaration: Declaration): CallNode[] =>
  [...nodesIn(declaration.clauses)].filter((node): node is CallNode => 'kind' in node && node.kind === 'call');
