import type { CallNode, TableNode } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import type { Span } from '../text/span.js';

export type Node = Readonly<Record<string, unknown>>;

/** The tables in a part of a tree. */
export function tablesIn(part: unknown): readonly TableNode[] {
  return nodesIn(part).filter(isTable);
}

/** The calls in a part of a tree, an outer one before those inside it; cells that hold formulas are looked into. */
export function callsIn(part: unknown): readonly CallNode[] {
  const nodes = nodesIn(part);
  const cells = nodes.flatMap((node) => {
    const raw = node.raw;
    return typeof raw === 'string' && raw.includes('(')
      ? nodesIn(readCell('HeaderCell', codeView(raw), node.span as Span))
      : [];
  });
  return [...nodes, ...cells].filter(isCall);
}

/** Every node in a part of a tree, an outer one before those inside it. */
export function nodesIn(part: unknown): Node[] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return [part as Node, ...Object.values(part as Node).flatMap(nodesIn)];
}

const isTable = (node: Node): node is Node & TableNode => 'header' in node && 'rows' in node;
const isCall = (node: Node): node is Node & CallNode => node.kind === 'call';
