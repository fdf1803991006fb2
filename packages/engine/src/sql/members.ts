import type { Plan } from '../plan/plan.js';
import { compile } from './compile-expression.js';
import {
  aggregate,
  ascending,
  cases,
  column,
  descending,
  isKnown,
  isNull,
  literal,
  operator,
  window,
  type SqlExpression,
} from './expression.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { output, select, subquery, table, type Query } from './query.js';
import { entityScope, keyOf } from './scopes.js';

/** The table a loaded source stands in. */
export type SourceTables = (source: string) => string;

/** How many rows a population is chosen from: one row with `kept`, `dropped` and `unknown`, by the truth of `where`. */
export function countCandidates(plan: Plan, tables: SourceTables, parameters: ParameterSheet): Query {
  const from = table(tables(plan.source.name));
  const where = conditionOf(plan, parameters);
  return select({
    columns: [
      output(aggregate('count', [], { where }), 'kept'),
      output(aggregate('count', [], { where: operator(where, '=', literal(false)) }), 'dropped'),
      output(aggregate('count', [], { where: isNull(where) }), 'unknown'),
    ],
    from,
  });
}

/**
 * The entities of the population with their own columns, bands and tiers; one row each.
 *
 * @param cut how many rows `top` leaves, null without `top`. Ties at the cut are broken by the key.
 */
export function chooseMembers(plan: Plan, tables: SourceTables, parameters: ParameterSheet, cut: number | null): Query {
  const key = column(keyOf(plan));
  const scope = entityScope(plan, parameters, null);
  const own = plan.measure.columns.map((name) => output(column(name), named.column(name)));
  const candidates = select({
    columns: [
      output(key, named.key),
      ...own,
      ...(plan.population.top === null ? [] : [output(place(compile(plan.population.top.by, scope), key), 'place')]),
    ],
    from: table(tables(plan.source.name)),
    where: plan.population.where === null ? null : conditionOf(plan, parameters),
  });
  const members = select({
    columns: [
      output(column(named.key), named.key),
      ...plan.measure.columns.map((name) => output(column(named.column(name)), named.column(name))),
    ],
    from: subquery(candidates, 'candidates'),
    where: cut === null ? null : operator(column('place'), '<=', parameters.add(cut, 'BIGINT')),
  });
  return members;
}

/** 1 for the largest value; ties by key. Unknown values come last. */
export function place(by: SqlExpression, key: SqlExpression): SqlExpression {
  return window('row_number', [], { order: [descending(by), ascending(key)] });
}

/** The truth of `where` for a candidate; unknown for whoever has no value to be ranked by. */
export function conditionOf(plan: Plan, parameters: ParameterSheet): SqlExpression {
  const { where, top } = plan.population;
  const known = top === null ? null : isKnown(compile(top.by, entityScope(plan, parameters, null)));
  const condition = where === null ? literal(true) : compile(where, entityScope(plan, parameters, null));
  // Whoever has no value to be ranked by cannot be in the top: that is unknown, not false.
  return known === null ? condition : cases([{ when: known, then: condition }]);
}
