import type { Level } from '@benchbook/dsl';
import { compile, type Scope } from './compile-expression.js';
import { chooseRow } from './choose-row.js';
import { all, any, cases, column, isIn, literal, operator, type SqlExpression } from './expression.js';
import { withCounts } from './judged-scope.js';
import { named } from './names.js';

/**
 * The row of a level's table for what `gives` says of it. With f metrics failed and u unknown a level holds only if every count from f to f + u gives it: then the
 * row is the one of f; otherwise NULL, the level is unknown.
 *
 * @param metrics how many metrics are judged: u is at most that.
 */
export function certainRow(level: Level, metrics: number, scope: Scope, gives: readonly string[]): SqlExpression {
  // If every unknown metric passed: with none unknown, the very counts there are.
  const row = rowWith(level, scope, gives, 0);
  const unknown = column(named.unknown);
  const agreeing = Array.from({ length: metrics }, (_, index) => index + 1).map((more) =>
    operator(operator(unknown, '<', literal(more)), 'or', sameOutcome(gives, row, rowWith(level, scope, gives, more))),
  );
  return cases([
    { when: operator(unknown, '=', literal(0)), then: row },
    { when: all(agreeing), then: row },
  ]);
}

/** The row if `more` of the unknown metrics turned out to fail and the others to pass. */
function rowWith(level: Level, scope: Scope, gives: readonly string[], more: number): SqlExpression {
  const counted = withCounts(scope, more);
  return chooseRow(
    level.table,
    level.table.inputs.map((input) => compile(input.expression, counted)),
    scope,
    gives,
  );
}

/** Whether two rows give the same. */
function sameOutcome(gives: readonly string[], one: SqlExpression, other: SqlExpression): SqlExpression {
  const groups = new Map<string, SqlExpression[]>();
  for (const [index, given] of gives.entries()) groups.set(given, [...(groups.get(given) ?? []), literal(index + 1)]);
  return any([...groups.values()].map((rows) => operator(isIn(one, rows), 'and', isIn(other, rows))));
}
