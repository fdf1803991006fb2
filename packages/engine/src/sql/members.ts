import type { Expression, Top } from '@benchbook/dsl';
import type { Plan } from '../plan/plan.js';
import { compile, type Scope } from './compile-expression.js';
import { aggregate, cases, column, isKnown, isNull, literal, not, operator, type SqlExpression } from './expression.js';
import { layered } from './layered.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { place } from './place.js';
import { output, select, subquery, table, type Query, type Relation, type SourceTables } from './query.js';
import { entityScope, keyOf, knownOfCandidates } from './scopes.js';

/** Every row that the population is chosen from, with its key, its own columns, and what `where` and `top` ask of it. */
export function listCandidates(plan: Plan, tables: SourceTables, parameters: ParameterSheet): Query {
  const known = knownOfCandidates(plan);
  const rows = select({
    columns: [
      output(column(keyOf(plan)), named.key),
      ...plan.measure.columns.map((name) => output(column(name), named.column(name))),
    ],
    from: table(tables(plan.source.name)),
  });
  if (plan.candidates.length === 0) return rows;
  const scope = entityScope(plan, parameters, known);
  return layered(subquery(rows, 'rows'), plan.candidates, { plan, tables, scope, known });
}

/** Whom a rule chooses among rows: a population among those of its source, an action among the members of its population. */
export interface Choice {
  readonly where: Expression | null;
  readonly top: Top | null;
}

/** The scope of the rows that a population is chosen from. */
export function candidateScope(plan: Plan, parameters: ParameterSheet): Scope {
  return entityScope(plan, parameters, knownOfCandidates(plan));
}

/** How many rows there are to choose from: one row with `kept`, `dropped` and `unknown`, by the truth of `where`. */
export function countCandidates(choice: Choice, candidates: Relation, scope: Scope): Query {
  const where = conditionOf(choice, scope);
  return select({
    columns: [
      output(aggregate('count', [], { where }), 'kept'),
      output(aggregate('count', [], { where: operator(where, '=', literal(false)) }), 'dropped'),
      output(aggregate('count', [], { where: isNull(where) }), 'unknown'),
    ],
    from: candidates,
  });
}

/**
 * The entities of the population with their own columns; one row each.
 *
 * @param cut how many rows `top` leaves, null without `top`. Ties at the cut are broken by the key.
 */
export function chooseMembers(plan: Plan, candidates: Relation, parameters: ParameterSheet, cut: number | null): Query {
  const { population } = plan;
  const own = [named.key, ...plan.measure.columns.map((name) => named.column(name))];
  const scope = candidateScope(plan, parameters);
  const placed = select({
    columns: [
      ...own.map((name) => output(column(name), name)),
      ...(population.top === null
        ? []
        : [output(place(compile(population.top.by, scope), column(named.key)), 'place')]),
    ],
    from: candidates,
    where: population.where === null ? null : conditionOf(population, scope),
  });
  return select({
    columns: own.map((name) => output(column(name), name)),
    from: subquery(placed, 'placed'),
    where: cut === null ? null : operator(column('place'), '<=', parameters.add(cut, 'BIGINT')),
  });
}

/** The truth of `where` for a row; unknown for whatever has no value to be ranked by. */
export function conditionOf({ where, top }: Choice, scope: Scope): SqlExpression {
  const condition = where === null ? literal(true) : compile(where, scope);
  // Whoever has no value to be ranked by cannot be in the top: that is unknown, not false.
  if (top === null) return condition;
  const excluded = where === null ? [] : [{ when: not(condition), then: literal(false) }];
  return cases([...excluded, { when: isKnown(compile(top.by, scope)), then: condition }]);
}
