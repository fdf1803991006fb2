import type { Declaration, Program } from '@benchbook/dsl';
import { placeOf, textOf } from '@benchbook/dsl';
import type { Language } from '@benchbook/engine';
import { graphOf, type Graph } from './graph.js';
import { idOf, namesIn } from './names.js';

/** A rulebook as its readers are told of it: what is declared, kind by kind, and what depends on what. */
export interface Page {
  readonly name: string;
  readonly title: string;
  readonly version: string | null;
  readonly doc: string | null;
  readonly files: readonly string[];
  readonly groups: readonly Group[];
  readonly graph: Graph;
}

/** The declarations of one noun, in the order of the text. */
export interface Group {
  readonly noun: string;
  readonly entries: readonly Entry[];
}

/** A declaration. */
export interface Entry {
  /** What links point to. */
  readonly id: string;
  readonly noun: string;
  /** null for one without a name; then its text says what it is. */
  readonly name: string | null;
  readonly label: string | null;
  readonly doc: string | null;
  readonly file: string;
  readonly line: number;
  /** Its clauses as written, in order, its tables among them. */
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'clause'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string }
  | {
      readonly kind: 'table';
      /** What the table is of, as written: `aliases industry`, `given key_accounts`; null for the declaration's own. */
      readonly of: string | null;
      readonly header: readonly HeaderCell[];
      readonly rows: readonly (readonly string[])[];
    };

/** A column's name as written, with the unit of the metric it names. */
export interface HeaderCell {
  readonly text: string;
  readonly unit: string | null;
}

/** The order in which a reader needs them: from the data to what is made of it, then what is asked of that. */
const ORDER = [
  ...(['source', 'param', 'context', 'table', 'population', 'band', 'metric', 'benchmark', 'apply'] as const),
  ...(['waiver', 'level', 'tier', 'score', 'target', 'check', 'test', 'show'] as const),
];

export function pageOf(program: Program, language: Language): Page {
  const declarations = program.declarations.filter(({ noun }) => noun !== null && noun !== 'use');
  const rulebook = declarations.find(({ noun }) => noun === 'rulebook');
  const entries = declarations
    .filter((declaration) => declaration !== rulebook)
    .map((declaration, index) => entryOf(program, declaration, index, language));
  const nouns = [...new Set([...ORDER, ...entries.map(({ noun }) => noun)])];
  const name = rulebook?.name?.text ?? program.files[0]?.file.replace(/^.*\/|\.(?:bench|md)$/g, '') ?? 'rulebook';
  return {
    name,
    title: (rulebook && labelOf(rulebook, language)) ?? name,
    version: rulebook?.clauses.flatMap((clause) => (clause.kind === 'version' ? [clause.text.text] : []))[0] ?? null,
    doc: rulebook?.doc ?? null,
    files: program.files.map(({ file }) => file),
    groups: nouns
      .map((noun) => ({ noun, entries: entries.filter((entry) => entry.noun === noun) }))
      .filter((group) => group.entries.length > 0),
    graph: graphOf(program, namesIn(program), (declaration) => labelOf(declaration, language)),
  };
}

/** The label in a language where the rulebook has it, else as it is. */
export function labelOf({ label, translations }: Declaration, language: Language): string | null {
  return translations[language] ?? label;
}

function entryOf(program: Program, declaration: Declaration, index: number, language: Language): Entry {
  const { noun, nounSpan, name, doc, span } = declaration;
  const shown = noun ?? textOf(program.files, nounSpan);
  const place = placeOf(program.files, nounSpan);
  const parts = partsOf(program, declaration);
  const whole = written(program, { start: nounSpan.end, end: span.end });
  return {
    id: name === null ? `${shown}-${index + 1}` : idOf(shown, name.text),
    noun: shown,
    name: name?.text ?? null,
    label: labelOf(declaration, language),
    doc,
    file: place.file,
    line: place.line,
    parts: name === null ? [{ kind: 'clause', text: whole }] : parts,
  };
}

function partsOf(program: Program, { clauses }: Declaration): readonly Part[] {
  const units = unitsOf(program);
  return clauses.map((clause): Part => {
    const table = 'table' in clause ? clause.table : null;
    if (table === null)
      return { kind: clause.kind === 'formula' ? 'formula' : 'clause', text: written(program, clause.span) };
    const head = written(program, { start: clause.span.start, end: table.header.span.start }).replace(/\|.*$/, '');
    return {
      kind: 'table',
      of: head.trim() === '' ? null : head.trim(),
      header: table.header.cells.map(({ raw }) => ({ text: raw, unit: units.get(raw) ?? null })),
      rows: table.rows.map(({ cells }) => cells.map(({ raw }) => raw)),
    };
  });
}

function unitsOf({ declarations, files }: Program): ReadonlyMap<string, string> {
  return new Map(
    declarations.flatMap(({ noun, name, clauses }) => {
      const unit = clauses.find((clause) => clause.kind === 'in');
      return noun === 'metric' && name !== null && unit?.kind === 'in'
        ? [[name.text, textOf(files, unit.unit.span)] as const]
        : [];
    }),
  );
}

/** As written, on one line, without comments. */
function written({ files }: Program, span: { readonly start: number; readonly end: number }): string {
  return textOf(files, span)
    .split('\n')
    .map((line) => line.replace(/^((?:[^"#]|"(?:\\.|[^"\\])*")*)#.*$/, '$1'))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
