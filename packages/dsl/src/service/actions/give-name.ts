import type { Declaration } from '../../syntax/nodes.js';
import type { Span } from '../../text/span.js';
import { textAt } from '../analysis.js';
import type { Analysis } from '../analysis.js';
import type { Offer } from '../actions.js';
import type { Edits } from '../findings.js';
import { nodesIn } from '../nodes.js';
import type { Node } from '../nodes.js';
import { words } from '../words.js';
import { declarationAt, touches } from './at.js';

/** A bare number inside a formula has no path; as a param it gets one, and a scenario can change it. */
export const giveName: Offer = (analysis, within) => {
  const declaration = declarationAt(analysis, within);
  if (declaration === undefined || declaration.noun === 'param' || declaration.broken) return [];
  const number = numbersInFormulas(declaration).find((span) => touches(span, within));
  if (number === undefined) return [];
  const { title, edits } = intoParam(analysis, declaration, number);
  return [{ title, edits, kind: 'change', code: null }];
};

/** The only bare number of a declaration becomes a param; null where it has none, or several to choose from. */
export function numberIntoParam(
  analysis: Analysis,
  declaration: Declaration,
): (Edits & { readonly name: string }) | null {
  const [number, ...others] = numbersInFormulas(declaration);
  return number === undefined || others.length > 0 ? null : intoParam(analysis, declaration, number);
}

function intoParam(analysis: Analysis, declaration: Declaration, number: Span): Edits & { readonly name: string } {
  const name = freeName(analysis, `${declaration.name?.text ?? 'named'}_number`);
  const at = { start: leadOf(analysis, declaration), end: leadOf(analysis, declaration) };
  const edits = [
    { span: at, replacement: `param ${name} = ${textAt(analysis, number)}\n\n` },
    { span: number, replacement: name },
  ];
  return { title: words(analysis).giveName, edits, name };
}

/** Numbers that stand where a name could stand as well: beside an operator, or given to a function. */
function numbersInFormulas({ clauses }: Declaration): Span[] {
  return nodesIn(clauses).flatMap((node) => partsOf(node).flatMap((part) => (isNumber(part) ? [part.span] : [])));
}

function partsOf(node: Node): readonly unknown[] {
  const { kind } = node as { kind?: unknown };
  if (kind !== 'compare' && kind !== 'arithmetic' && kind !== 'call') return [];
  const { left, right, arguments: given } = node as { left?: unknown; right?: unknown; arguments?: unknown };
  return [left, right, ...(Array.isArray(given) ? (given as readonly unknown[]) : [])];
}

const isNumber = (part: unknown): part is { readonly span: Span } =>
  typeof part === 'object' && part !== null && 'numeral' in part;

function freeName({ names }: Analysis, wanted: string): string {
  const taken = new Set(names.all.map(({ means }) => means.name));
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
  return name;
}

/** Where the comments that lead a declaration begin. */
function leadOf({ tree }: Analysis, { span }: Declaration): number {
  const part = tree.parts.find(({ declaration }) => declaration?.span.start === span.start);
  const head = part?.lines[part.head];
  const doc = part?.lines.find((line) => line.kind === 'doc');
  return (doc && head && doc.start < head.start ? doc : head)?.start ?? span.start;
}
