import type { Declaration } from '../syntax/nodes.js';
import type { Program } from '../syntax/program.js';
import { diffDeclarations } from './declarations.js';
import { findRenames } from './renames.js';
import type { DeclarationChange, RulebookDiff } from './rulebook-diff.js';
import { Side } from './side.js';

/** A rulebook with what it uses, as read; errors in it do not matter to a comparison. */
export type Compared = Pick<Program, 'files' | 'declarations'>;

/** How a rulebook became another: declaration by declaration, row by row, cell by cell. */
export function diffRulebooks(before: Compared, after: Compared): RulebookDiff {
  const to = new Side(after);
  const { from, renamed } = findRenames(new Side(before), to);
  const old = byId(from);
  const now = byId(to);
  const changes: DeclarationChange[] = [];
  for (const [id, declaration] of now) {
    const was = old.get(id);
    if (was === undefined) changes.push(lone('added', to, declaration));
    else changes.push(...changeOf(from, was, to, declaration, renamed));
  }
  for (const [id, declaration] of old) if (!now.has(id)) changes.push(lone('removed', from, declaration));
  return { changes };
}

function lone(kind: 'added' | 'removed', side: Side, declaration: Declaration): DeclarationChange {
  const place = side.place(declaration.nounSpan);
  return {
    kind,
    noun: side.nounOf(declaration),
    name: side.nameOf(declaration),
    before: null,
    from: kind === 'removed' ? place : null,
    to: kind === 'added' ? place : null,
    details: [],
  };
}

function changeOf(
  from: Side,
  was: Declaration,
  to: Side,
  is: Declaration,
  renamed: ReadonlyMap<string, string>,
): readonly DeclarationChange[] {
  const details = diffDeclarations(from, was, to, is);
  const isRenamed = was.name !== null && (renamed.has(was.name.text) || was.name.text !== is.name?.text);
  if (details.length === 0 && !isRenamed) return [];
  return [
    {
      kind: isRenamed ? 'renamed' : 'changed',
      noun: to.nounOf(is),
      name: to.nameOf(is),
      before: isRenamed ? (was.name?.text ?? null) : null,
      from: from.place(was.nounSpan),
      to: to.place(is.nounSpan),
      details,
    },
  ];
}

/** Declarations by what tells them apart; of two that nothing tells apart the second is called so. */
function byId(side: Side): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const declaration of side.declarations) {
    const id = side.idOf(declaration);
    let place = 1;
    while (found.has(`${id} ${place}`)) place += 1;
    found.set(`${id} ${place}`, declaration);
  }
  return found;
}
