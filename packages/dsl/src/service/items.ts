import type { Column, Source } from '../model/model.js';
import { describeType } from '../model/units.js';
import { typeOfColumn } from '../check/ground.js';
import type { Declaration } from '../syntax/nodes.js';
import type { CheckedNoun } from '../check/checked.js';
import { NAMELESS } from '../syntax/nouns.js';
import type { Analysis } from './analysis.js';
import type { Completion } from './completion.js';
import { words } from './words.js';

export const item = (label: string, kind: Completion['kind']): Completion => ({
  label,
  kind,
  detail: null,
  doc: null,
  insert: label,
  snippet: null,
});

/** What is declared, of some nouns, in the order of the file. */
export function declaredItems(analysis: Analysis, wanted: (noun: string) => boolean): readonly Completion[] {
  const seen = new Set<string>();
  return analysis.program.declarations.flatMap((declaration) => {
    const { noun, name, doc } = declaration;
    if (name === null || !isNamed(noun) || !wanted(noun) || seen.has(name.text)) return [];
    seen.add(name.text);
    return [{ ...item(name.text, noun), detail: shownAs(analysis, declaration), doc }];
  });
}

/** Whether a declaration of the noun has a name that others may use. */
const isNamed = (noun: Declaration['noun']): noun is CheckedNoun =>
  noun !== null && noun !== 'rulebook' && !(NAMELESS as readonly string[]).includes(noun);

/** The label of a declaration in the reader's language, with its noun. */
function shownAs(analysis: Analysis, { noun, label, translations }: Declaration): string {
  const shown = translations[analysis.language] ?? label;
  const said = words(analysis).noun(noun ?? '');
  return shown === null ? said : `${said} · ${shown}`;
}

export function columnItem({ language }: Analysis, source: Source, column: Column): Completion {
  const label = column.translations[language] ?? column.label;
  const type = describeType(typeOfColumn(column.type))[language];
  return {
    ...item(column.name, 'column'),
    detail: [type, label].flatMap((part) => part ?? []).join(' · '),
    doc: source.name,
  };
}
