import type { Expression } from '../model/expression.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Span } from '../text/span.js';
import { dateConstant } from './constants.js';
import { constantExpression } from './ground.js';
import type { Scope } from './scope.js';

/**
 * The day from which a rulebook looks back: what its `rulebook` line says (or, where it uses other files, the first of theirs), else the day that its sources are of, if they are all of one.
 * Never the day on which somebody happens to run it.
 */
export function statedDay(scope: Scope): string | null {
  const lines = scope.declarations('rulebook');
  const [stated] = lines.flatMap((line) => clauseOf(line, 'as of')?.date ?? []);
  if (stated) {
    const day = dateConstant(scope, stated.text, stated.span);
    return day?.kind === 'date' ? day.iso : null;
  }
  const [day, ...others] = daysOfSources(scope);
  return others.length === 0 ? (day ?? null) : null;
}

/** The days that sources say they are of, each once. A day that does not exist is reported with its source. */
function daysOfSources(scope: Scope): readonly string[] {
  const days = scope.program.declarations
    .filter(({ noun }) => noun === 'source')
    .flatMap((declaration) => clauseOf(declaration, 'dated')?.date.text ?? [])
    .map((text) => (text.length === 7 ? `${text}-01` : text));
  return [...new Set(days)].sort();
}

/** The day from which everything looks back, where something needs it (reported, if nothing says it). */
export function asOfDay(scope: Scope, at: Span): string | null {
  return scope.asOf() ?? scope.report('B422', at, { days: daysOfSources(scope) });
}

export function asOfExpression(scope: Scope, at: Span): Expression | null {
  const iso = asOfDay(scope, at);
  return iso === null ? null : constantExpression({ kind: 'date', iso }, at);
}
