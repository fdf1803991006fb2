import { fileOf } from '../text/files.js';
import type { Span } from '../text/span.js';
import { isOwn, locationOf } from './analysis.js';
import type { Analysis, Location } from './analysis.js';

/** A name and where what it stands for is declared. */
export interface Definition {
  /** The name asked about. */
  readonly from: Span;
  /** Where the thing gets its name. */
  readonly name: Location;
  /** The whole declaration, or the row, that gives it. */
  readonly whole: Location;
}

/** Where the thing under the cursor is declared; null for a word of the language, and where no name stands. */
export function definitionAt(analysis: Analysis, offset: number): Definition | null {
  const use = analysis.names.at(offset);
  const definition = use && analysis.names.definition(use.means);
  if (!use || !definition) return null;
  const { span } = definition;
  return { from: use.span, name: locationOf(analysis, span), whole: locationOf(analysis, wholeOf(analysis, span)) };
}

/** Every place that names the same thing, in all files of the program; with the place that declares it if `declaration`. */
export function referencesAt(analysis: Analysis, offset: number, declaration = true): readonly Location[] {
  const use = analysis.names.at(offset);
  if (use === null) return [];
  const named = analysis.names.of(use.means).filter((one) => declaration || !one.defines);
  return named.map(({ span }) => locationOf(analysis, span));
}

/** The places in the file that name what is under the cursor. */
export function highlightsAt(
  analysis: Analysis,
  offset: number,
): readonly { readonly span: Span; readonly defines: boolean }[] {
  const use = analysis.names.at(offset);
  const named = use === null ? [] : analysis.names.of(use.means);
  return named.flatMap(({ span, defines }) => (isOwn(analysis, span) ? [{ span, defines }] : []));
}

/** The declaration that holds a place; of a name inside a table, its line. */
function wholeOf({ program }: Analysis, name: Span): Span {
  const { declarations, lines } = fileOf(program.files, name);
  const declaration = declarations.find(({ span }) => span.start <= name.start && name.end <= span.end);
  if (declaration?.name?.span.start === name.start) return declaration.span;
  const line = lines.line(name.start);
  return { start: lines.lineStart(line), end: lines.lineEnd(line) };
}
