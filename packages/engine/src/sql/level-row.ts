import type { Level } from '@benchbook/dsl';
import { compile, type Scope } from './compile-expression.js';
import { chooseRow } from './compile-table.js';
import { all, cases, column, isIn, literal, operator, type SqlExpression } from './expression.js';
import { withCounts } from './judged-scope.js';
import { named } from './names.js';

/**
 * The row of a level's table. With f metrics failed and u unknown a level holds only if every count from f to f + u gives it: then the
 * row is the one of f; otherwise NULL, the level is unknown.
 *
 * @param metrics how many metrics are judged: u is at most that.
 */
export function certainRow(level: Level, metrics: number, scope: Scope): SqlExpression {
  const known = rowWith(level, scope, 0);
  const unknown = column(named.unknown);
  const agreeing = Array.from({ length: metrics }, (_, index) => index + 1).map((more) =>
    operator(operator(unknown, '<', literal(more)), 'or', sameLabel(level, known, rowWith(level, scope, more))),
  );
  return cases([
    { when: operator(unknown, '=', literal(0)), then: known },
    { when: all(agreeing), then: known },
  ]);
}

/** The row if `more` of the unknown metrics turned out to fail and the others to pass. */
function rowWith(level: Level, scope: Scope, more: number): SqlExpression {
  const counted = more === 0 ? scope : withCounts(scope, more);
  return chooseRow(
    level.table,
    level.table.inputs.map((input) => compile(input.expression, counted)),
    scope,
  );
}

function sameLabel(level: Level, one: SqlExpression, other: SqlExpression): SqlExpression {
  const groups = level.labels.map((label) =>
    level.table.rows.flatMap((row, index) => (labelOf(row.outcomes[0]) === label ? [literal(index + 1)] : [])),
  );
  const [first, ...rest] = groups.map((rows) => operator(isIn(one, rows), 'and', isIn(other, rows)));
  return first === undefined ? literal(false) : rest.reduce((left, right) => operator(left, 'or', right), first);
}

function labelOf(outcome: Level['table']['rows'][number]['outcomes'][number] | undefined): string | null {
  return outcome?.kind === 'text' ? outcome.text : null;
}
