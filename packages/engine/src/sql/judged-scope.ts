import type { Plan } from '../plan/plan.js';
import { compile, type Scope } from './compile-expression.js';
import { column, literal, operator, type SqlExpression } from './expression.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { entityScope, knownOfJudged } from './scopes.js';

/** The scope of a judged entity: all that was measured, and what judging and scoring add to it. */
export function judgedScope(plan: Plan, parameters: ParameterSheet): Scope {
  return entityScope(plan, parameters, knownOfJudged(plan));
}

/** The label that a level gives; unknown where the population is not judged. */
export function levelLabel(level: Plan['judge']['levels'][number], scope: Scope): SqlExpression {
  return compile({ kind: 'given', by: 'level', name: level.name, type: { kind: 'text' }, span: level.nameSpan }, scope);
}

/**
 * The same scope with `more` of the unknown metrics counted as failed, the rest of them as passed. `judged` and `unknown` stay what they
 * are: a row that asks for them asks what could be told.
 */
export function withCounts(scope: Scope, more: number): Scope {
  const counts: Partial<Record<string, SqlExpression>> = {
    failed: more === 0 ? column(named.failed) : operator(column(named.failed), '+', literal(more)),
    passed: operator(column(named.passed), '+', operator(column(named.unknown), '-', literal(more))),
  };
  return {
    ...scope,
    leaf: (leaf) => (leaf.kind === 'judgement' ? counts[leaf.what] : undefined) ?? scope.leaf(leaf),
  };
}
