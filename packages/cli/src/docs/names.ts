import type { Declaration, Program } from '@benchbook/dsl';

/** What a word of a rulebook may mean: a declaration, or a column of a source. */
export interface Names {
  /** The noun of each declared name. */
  readonly declared: ReadonlyMap<string, string>;
  /** The source of each column; of two sources that have one the first. */
  readonly columns: ReadonlyMap<string, string>;
}

export function namesIn({ declarations }: Pick<Program, 'declarations'>): Names {
  const declared = new Map<string, string>();
  const columns = new Map<string, string>();
  for (const { noun, name, clauses } of declarations) {
    if (name === null || noun === null || noun === 'rulebook' || noun === 'test') continue;
    declared.set(name.text, noun);
    if (noun !== 'source') continue;
    for (const column of columnsOf(clauses)) if (!columns.has(column)) columns.set(column, name.text);
  }
  return { declared, columns };
}

function columnsOf(clauses: Declaration['clauses']): readonly string[] {
  const table = clauses.find((clause) => clause.kind === 'table');
  return table?.kind === 'table' ? table.table.rows.flatMap(({ cells }) => cells[0]?.raw ?? []) : [];
}

/** A piece of the language's text: a word that may be a name, or what stands between words. */
export interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

/** Text in words and what stands between them. What is quoted is no name, nor is what follows a point: `risk.points`. */
export function pieces(text: string): readonly Piece[] {
  const found = text.matchAll(/"(?:\\.|[^"\\])*"|(?<dot>\.?)(?<word>[\p{L}_][\p{L}\p{N}_]*)|[^"\p{L}_.]+|./gu);
  return [...found].map((match) => ({
    text: match[0],
    isName: match.groups?.word !== undefined && match.groups.dot === '',
  }));
}

/** What a link to the declaration of a name points to; null when nothing is called so. */
export function namedId({ declared }: Names, name: string): string | null {
  const noun = declared.get(name);
  return noun === undefined ? null : idOf(noun, name);
}

/** What a link to a declaration points to. */
export function idOf(noun: string, name: string): string {
  return `${noun}-${name.replaceAll(/\s+/g, '-')}`;
}
