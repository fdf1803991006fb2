import type { Named } from '../model/named-number.js';
import { pathOfNode } from '../model/number-index.js';
import type { NumberIndex } from '../model/number-index.js';
import type { Place } from '../model/scenario.js';
import type { KeyNode, PathNode } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import { meaningOf, replaceBy } from './scope.js';
import type { Entry, Scope } from './scope.js';

/** What a path names, and the place it stands for. */
export interface Placed extends Place {
  readonly found: readonly Named[];
}

/** What a path of a scenario, an input or an analysis names; null when that is nothing (reported). */
export function placeOf(scope: Scope, node: PathNode, except: readonly KeyNode[] = []): Placed | null {
  const index = scope.numbers(node.span);
  const { span } = node;
  const text = scope.text(span);
  noteUses(scope, node);
  const slot = scope.find(node.name.text);
  const isWhole = !slot || slot === 'broken' || scope.isWhole(slot);
  // A number of what is not whole can be named, but not moved.
  if (!isWhole) scope.spoil();
  const resolution = index.resolve(pathOfNode(node));
  if (resolution.found === null) return unknownPath(scope, node, text, resolution);
  // A cell that seems empty may be what could not be made out.
  if (!isWhole && resolution.found.some(({ is }) => is === 'open')) return null;
  const left = without(scope, index, resolution.found, except, text);
  return left && { text, span, found: left, paths: left.map((one) => one.at.path) };
}

/** Names inside a path are names like any other: they can be followed and renamed. */
function noteUses(scope: Scope, { name, members, span }: PathNode): void {
  scope.want(span, { kind: 'path' });
  const slot = scope.find(name.text);
  if (slot === undefined || slot === 'broken') return;
  scope.use(name.span, meaningOf(slot));
  const [first] = members;
  if (first === undefined) return;
  if (slot.noun === 'benchmark' && scope.get('metric', first.text, first.span))
    scope.use(first.span, { kind: 'metric', owner: null, name: first.text });
  if (slot.noun === 'score' && members.length > 1)
    scope.use(first.span, { kind: 'term', owner: name.text, name: first.text });
}

/** A declaration that could not be read, or is not whole, has been reported itself. */
function unknownPath(
  scope: Scope,
  node: PathNode,
  path: string,
  { suggestion, known }: { readonly suggestion: string | null; readonly known: readonly string[] },
): null {
  const slot = scope.find(node.name.text);
  if (slot === 'broken' || (slot && scope.get(slot.noun, slot.name, node.span) === null)) return scope.spoil();
  const words = [...(node.key?.texts ?? []), ...node.members].map((one) => one.text);
  if (slot && words.some((word) => scope.mayBeIn(slot, word)) && words.every((word) => isPart(scope, slot, word)))
    return scope.spoil();
  if (slot && known.length === 0)
    return scope.report('B502', node.name.span, { name: node.name.text, noun: slot.noun });
  return scope.report('B501', node.span, { path, suggestion, known }, replaceBy(node.span, suggestion));
}

/** Whether a word of a path is one of a table's own, or of how paths are written. */
const isPart = (scope: Scope, slot: Entry, word: string): boolean =>
  scope.mayBeIn(slot, word) || /^(?:weight|low|high|attain|times|\*)$/.test(word);

function without(
  scope: Scope,
  index: NumberIndex,
  found: readonly Named[],
  except: readonly KeyNode[],
  path: string,
): readonly Named[] | null {
  let left = found;
  for (const key of except) {
    const texts = key.texts.map((one) => one.text);
    const rest = left.filter((one) => !index.inRow(texts, one));
    if (rest.length === left.length) {
      const rows = [...new Set(found.map((one) => one.at.row?.join(', ') ?? ''))].filter((row) => row !== '');
      const row = closest(texts.join(', '), rows);
      const suggestion = row && `[${row}]`;
      return scope.report(
        'B503',
        key.span,
        { row: texts.join(', '), path, suggestion },
        replaceBy(key.span, suggestion),
      );
    }
    left = rest;
  }
  return left;
}
