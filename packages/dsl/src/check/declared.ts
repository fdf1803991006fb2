import type { Declared, Source } from '../model/model.js';
import type { Declaration, Word } from '../syntax/nodes.js';
import { statedColumn } from './columns.js';
import { column } from './ground.js';
import type { Scope } from './scope.js';

/** What every declaration of the model carries. */
export function declared(scope: Scope, declaration: Declaration, name: Word): Declared {
  const { label, translations, doc, span } = declaration;
  return { name: name.text, label, translations, doc, span, nameSpan: name.span, line: scope.line(span) };
}

/** A name that a rule could read as a column of the same source is refused. */
export function clashesWithColumn(scope: Scope, declaration: Declaration, name: Word, source: Source): boolean {
  const same = column(source, name.text);
  if (same === undefined) return false;
  scope.report(
    'B109',
    name.span,
    { name: name.text, noun: declaration.noun ?? '', source: source.name },
    { related: [same.span] },
  );
  return true;
}

/** A name without a source of its own is refused when any source has a column of it: the column would win silently. */
export function clashesWithAnyColumn(scope: Scope, declaration: Declaration, name: Word): boolean {
  const owner = statedColumn(scope, name.text);
  if (owner === undefined) return false;
  scope.report('B109', name.span, { name: name.text, noun: declaration.noun ?? '', source: owner.source });
  return true;
}
