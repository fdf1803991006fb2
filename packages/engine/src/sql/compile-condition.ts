import type { Condition, DecisionTable, Unit } from '@benchbook/dsl';
import { unitOfType } from '../plan/units.js';
import { all, any, cases, isIn, isKnown, isNull, literal, not, operator, type SqlExpression } from './expression.js';
import { compileConstant, compileMatch, compileRange, type Numbers } from './compile-constant.js';

/**
 * Whether each row of a decision table holds: true, false, or NULL for unknown. A condition on a missing input is unknown, except that
 * `-` holds and `missing` and `not missing` can be told; and where the column has a row for `missing`, no value is a value like any
 * other, so that the other rows just do not hold.
 *
 * @param exclusive no two rows hold at once, and rows with `else` are asked last: then these need not exclude what others list
 */
export function truthsOf(
  table: DecisionTable<unknown>,
  inputs: readonly SqlExpression[],
  scope: Numbers,
  exclusive = false,
): readonly SqlExpression[] {
  const listed = table.inputs.map((_, column) =>
    exclusive && table.inputs.length === 1 ? [] : othersInColumn(table, column),
  );
  const units = table.inputs.map((input) => unitOfType(input.expression.type));
  const told = table.inputs.map((_, column) => !exclusive && listsMissing(table, column));
  return table.rows.map((row) =>
    all(
      row.conditions.flatMap((condition, column) => {
        const value = inputs[column];
        if (condition.kind === 'any' || value === undefined) return [];
        const holds = compileCondition(condition, { value, unit: units[column] ?? null }, listed[column] ?? [], scope);
        return told[column] && !takesMissing(condition) ? [all([isKnown(value), holds])] : [holds];
      }),
    ),
  );
}

function listsMissing(table: DecisionTable<unknown>, column: number): boolean {
  return table.rows.some(({ conditions }) => takesMissing(conditions[column] ?? { kind: 'any' }));
}

function takesMissing(condition: Condition): boolean {
  return condition.kind === 'missing' || (condition.kind === 'either' && condition.conditions.some(takesMissing));
}

/** What the rows of a column list, which `else` excludes. */
function othersInColumn(table: DecisionTable<unknown>, column: number): readonly Condition[] {
  return table.rows.flatMap((row) => {
    const condition = row.conditions[column];
    const lists = condition && !['any', 'else', 'missing', 'known'].includes(condition.kind);
    return lists ? [condition] : [];
  });
}

/** What a condition looks at, and the unit its numbers are in. */
interface Input {
  readonly value: SqlExpression;
  readonly unit: Unit | null;
}

function compileCondition(
  condition: Condition,
  input: Input,
  listed: readonly Condition[],
  scope: Numbers,
): SqlExpression {
  const { value, unit } = input;
  switch (condition.kind) {
    case 'any':
      return literal(true);
    case 'missing':
      return isNull(value);
    case 'known':
      return isKnown(value);
    case 'else':
      return all([
        cases([{ when: isKnown(value), then: literal(true) }]),
        ...listed.map((other) => not(compileCondition(other, input, [], scope))),
      ]);
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
    case 'not':
      return not(compileCondition(condition.condition, input, [], scope));
    case 'either':
      return any(condition.conditions.map((part) => compileCondition(part, input, [], scope)));
  }
}
