import type { Declaration } from '../syntax/nodes.js';
import type { Side } from './side.js';

/** Rounds of looking: a name that changes can hide that another, which mentions it, says the same. */
const MOST_ROUNDS = 8;

/**
 * Declarations that say what one of another name said, and nothing else does: they were renamed.
 *
 * @returns the old side, read by the new names
 */
export function findRenames(
  before: Side,
  after: Side,
): { readonly from: Side; readonly renamed: ReadonlyMap<string, string> } {
  let from = before;
  let renamed: ReadonlyMap<string, string> = new Map();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = pairs(from, after);
    if (found.length === 0) break;
    renamed = new Map([...renamed, ...found]);
    from = before.calling(renamed);
  }
  return { from, renamed };
}

function pairs(from: Side, to: Side): readonly (readonly [string, string])[] {
  const now = without(to, from);
  return [...without(from, to)].flatMap(([content, names]) => {
    const [was, second] = names;
    const [is, other] = now.get(content) ?? [];
    return was === undefined || is === undefined || second !== undefined || other !== undefined
      ? []
      : [[was, is] as const];
  });
}

/** The names of the declarations that the other side has none of, by their noun and what they say. */
function without(side: Side, other: Side): ReadonlyMap<string, readonly string[]> {
  const known = new Set(other.declarations.map((each) => other.idOf(each)));
  const found = new Map<string, string[]>();
  for (const declaration of side.declarations) {
    if (declaration.name === null || known.has(side.idOf(declaration))) continue;
    const content = contentOf(side, declaration);
    found.set(content, [...(found.get(content) ?? []), declaration.name.text]);
  }
  return found;
}

const contentOf = (side: Side, declaration: Declaration): string =>
  `${side.nounOf(declaration)} ${side.contentOf(declaration)}`;
