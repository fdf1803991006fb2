import type { Condition, Constant, DecisionTable, Unit } from '@benchbook/dsl';
import { unitOfType } from '../plan/units.js';
import {
  all,
  any,
  cases,
  cast,
  isIn,
  isKnown,
  isNull,
  literal,
  not,
  operator,
  type SqlBranch,
  type SqlExpression,
} from './expression.js';
import { compileConstant, compileMatch, compileRange, type Numbers } from './compile-constant.js';

/**
 * The 1-based row of a decision table that an entity falls under, as UTINYINT; NULL when no row can be told.
 *
 * A missing input matches only `-` and `missing`. In a unique table the rows do not overlap, so a row that certainly matches is the
 * answer whatever the unknown ones would have been; where the first match counts, an unknown row before it leaves the answer open,
 * unless the column has a row for `missing`: then no value is a value like any other, and the rows above it just do not match.
 */
export function chooseRow(
  table: DecisionTable<unknown>,
  inputs: readonly SqlExpression[],
  scope: Numbers,
): SqlExpression {
  const branches: SqlBranch[] = [];
  const last: SqlBranch[] = [];
  table.rows.forEach((row, index) => {
    const when = all(
      row.conditions.flatMap((condition, column) => {
        const input = inputs[column];
        if (condition.kind === 'any' || input === undefined) return [];
        const looked = { value: input, unit: unitOfInput(table, column) };
        const holds = compileCondition(condition, looked, othersInColumn(table, column), scope);
        const isTold = table.hit === 'first' && !takesMissing(condition) && listsMissing(table, column);
        return isTold ? [all([isKnown(input), holds])] : [holds];
      }),
    );
    const elseRow = table.hit !== 'first' && row.conditions.some((condition) => condition.kind === 'else');
    if (table.hit === 'first' && index > 0) branches.push(...openBefore(branches));
    (elseRow ? last : branches).push({ when, then: literal(index + 1) });
  });
  const rows = [...branches, ...last];
  const [only] = rows;
  if (rows.length === 1 && only?.when.kind === 'literal') return cast(literal(1), 'UTINYINT');
  return cast(cases(rows), rows.length > 255 ? 'USMALLINT' : 'UTINYINT');
}

function listsMissing(table: DecisionTable<unknown>, column: number): boolean {
  return table.rows.some(({ conditions }) => takesMissing(conditions[column] ?? { kind: 'any' }));
}

function takesMissing(condition: Condition): boolean {
  return condition.kind === 'missing' || (condition.kind === 'either' && condition.conditions.some(takesMissing));
}

/** A guard for the row just written: if it is unknown, so is what the table answers. */
function openBefore(branches: readonly SqlBranch[]): readonly SqlBranch[] {
  const before = branches.at(-1);
  return before === undefined ? [] : [{ when: isNull(before.when), then: literal(null) }];
}

/** What the other rows of a column list. With one input, `else` is tried last, so that nothing is left to exclude. */
function othersInColumn(table: DecisionTable<unknown>, column: number): readonly Condition[] {
  if (table.inputs.length === 1 && table.hit !== 'first') return [];
  return table.rows.flatMap((row) => {
    const condition = row.conditions[column];
    return condition === undefined ||
      condition.kind === 'any' ||
      condition.kind === 'else' ||
      condition.kind === 'missing'
      ? []
      : [condition];
  });
}

/** What a condition looks at, and the unit its numbers are in. */
interface Input {
  readonly value: SqlExpression;
  readonly unit: Unit | null;
}

function unitOfInput(table: DecisionTable<unknown>, column: number): Unit | null {
  const input = table.inputs[column];
  return input === undefined ? null : unitOfType(input.expression.type);
}

function compileCondition(
  condition: Condition,
  { value, unit }: Input,
  listed: readonly Condition[],
  scope: Numbers,
): SqlExpression {
  const input = { value, unit };
  switch (condition.kind) {
    case 'any':
      return literal(true);
    case 'missing':
      return isNull(value);
    case 'else':
      return all([isKnown(value), ...listed.map((other) => not(compileCondition(other, input, [], scope)))]);
    case 'compare':
      return operator(
        value,
        condition.operator === '!=' ? '<>' : condition.operator,
        compileConstant(condition.constant, unit, scope),
      );
    case 'range':
      return compileRange(value, condition.range, unit, scope);
    case 'values': {
      const [first, ...more] = condition.values.map((listedValue) => compileConstant(listedValue, unit, scope));
      if (first === undefined) return literal(condition.negated);
      const found = more.length === 0 ? operator(value, '=', first) : isIn(value, [first, ...more]);
      return condition.negated ? not(found) : found;
    }
    case 'match':
      return compileMatch(value, condition.how, condition.texts);
    case 'either':
      return any(condition.conditions.map((part) => compileCondition(part, input, [], scope)));
  }
}

/** What the chosen row gives for one output. */
export function outcomeOf(
  table: DecisionTable<Constant | null>,
  output: number,
  row: SqlExpression,
  scope: Numbers,
): SqlExpression {
  const declared = table.outputs[output];
  const unit = declared === undefined ? null : unitOfType(declared.type);
  const branches = table.rows.flatMap((candidate, index) => {
    const constant = candidate.outcomes[output] ?? null;
    return constant === null
      ? []
      : [{ when: operator(row, '=', literal(index + 1)), then: compileConstant(constant, unit, scope) }];
  });
  return cases(branches);
}
