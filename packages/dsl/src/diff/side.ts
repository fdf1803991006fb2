import type { Clause, Declaration, TableNode } from '../syntax/nodes.js';
import type { Program } from '../syntax/program.js';
import { codeView, skipText } from '../syntax/punctuation.js';
import { placeOf, textOf, type Place } from '../text/files.js';
import type { Span } from '../text/span.js';
import { meaningOf, meaningOfCell, type Renamed } from './meaning.js';

/** One of two rulebooks that are compared, read with the names that its declarations have in the other one. */
export class Side {
  readonly declarations: readonly Declaration[];
  private readonly units: ReadonlyMap<string, string>;

  constructor(
    private readonly program: Pick<Program, 'files' | 'declarations'>,
    readonly renamed: Renamed = new Map(),
  ) {
    this.declarations = program.declarations.filter(({ noun }) => noun !== 'use');
    this.units = unitsOf(program);
  }

  /** The same rulebook, its declarations called something else. */
  calling(renamed: Renamed): Side {
    return new Side(this.program, renamed);
  }

  /** What a declaration is told by: its noun and name; a nameless one by what it is about, else by what it says. */
  idOf(declaration: Declaration): string {
    const { noun, name } = declaration;
    const own = name === null ? this.aboutOf(declaration) : (this.renamed.get(name.text) ?? name.text);
    return noun === 'rulebook' ? 'rulebook' : `${this.nounOf(declaration)} ${own}`;
  }

  /** The declaration's name; of a nameless one what it is about. */
  nameOf({ name, noun, clauses, span, nounSpan }: Declaration): string {
    if (name !== null) return name.text;
    const about = clauses.find((clause) => clause.kind === 'to');
    if (noun === 'apply' && about?.kind === 'to') return about.name.text;
    return this.written({ start: nounSpan.end, end: span.end });
  }

  nounOf({ noun, nounSpan }: Declaration): string {
    return noun ?? textOf(this.program.files, nounSpan);
  }

  private aboutOf(declaration: Declaration): string {
    const about = declaration.clauses.find((clause) => clause.kind === 'to');
    if (declaration.noun === 'apply' && about?.kind === 'to')
      return this.renamed.get(about.name.text) ?? about.name.text;
    return this.contentOf(declaration);
  }

  /** What a declaration says, but for its name, label and doc lines. */
  contentOf(declaration: Declaration): string {
    const own = declaration.name?.text;
    const renamed = own === undefined ? this.renamed : new Map([...this.renamed, [own, OWN]]);
    const parts = declaration.clauses.map((clause) => this.meaning(clause, renamed)).sort();
    return parts.length === 0 ? this.written(declaration.span) : parts.join('\n');
  }

  meaning(clause: Clause, renamed: Renamed = this.renamed): string {
    const table = tableOf(clause);
    if (table === null) return meaningOf(clause, renamed);
    const cells = [table.header, ...table.rows].map(({ cells: row }) =>
      row.map(({ raw }) => meaningOfCell(raw, renamed)),
    );
    return `${meaningOf({ ...clause, table: null }, renamed)} ${JSON.stringify(cells)}`;
  }

  /** As written, on one line, without comments. */
  written(span: Span): string {
    const lines = textOf(this.program.files, span).split('\n').map(withoutComment);
    return lines.join(' ').replaceAll(/\s+/g, ' ').trim();
  }

  place(span: Span): Place {
    return placeOf(this.program.files, span);
  }

  line(span: Span): number {
    return this.place(span).line;
  }

  /** What a bare number is of under a column: the unit of the metric that heads it. */
  unitUnder(column: string): string | null {
    return this.units.get(column) ?? null;
  }
}

/** Stands for a declaration's own name. */
const OWN = '\u0000own';

export function tableOf(clause: Clause): TableNode | null {
  return 'table' in clause ? clause.table : null;
}

function unitsOf({ declarations, files }: Pick<Program, 'files' | 'declarations'>): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const { noun, name, clauses } of declarations) {
    const unit = clauses.find((clause) => clause.kind === 'in');
    if (noun === 'metric' && name !== null && unit?.kind === 'in')
      units.set(name.text, textOf(files, unit.unit.span).replaceAll(/\s+/g, ' ').trim());
  }
  return units;
}

function withoutComment(line: string): string {
  const code = codeView(line);
  for (let at = 0; at < code.length; at++) {
    const end = skipText(code, at);
    if (end > at) at = end - 1;
    else if (code.charAt(at) === '#') return line.slice(0, at);
  }
  return line;
}
