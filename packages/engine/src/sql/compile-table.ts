import { keyOf, type Constant, type DecisionTable } from '@benchbook/dsl';
import { toBase, unitOfType } from '../plan/units.js';
import { chooseRow } from './choose-row.js';
import { compileConstant, type Numbers } from './compile-constant.js';
import { cases, literal, operator, type SqlExpression } from './expression.js';
import { gather } from './gather.js';

type Table = DecisionTable<Constant | null>;

/** What a table gives for one output: of the row that is chosen, or collected from all that hold. */
export function answerOf(
  table: Table,
  output: number,
  inputs: readonly SqlExpression[],
  scope: Numbers,
): SqlExpression {
  if (table.hit === 'collect') return gather(table, output, inputs, scope);
  return outcomeOf(table, output, chooseRow(table, inputs, scope, givenBy(table, output)), scope);
}

/** What each row gives for an output, as a text that equal values share. */
export function givenBy(table: Table, output: number): readonly string[] {
  return table.rows.map(({ outcomes }) => written(outcomes[output] ?? null));
}

function written(constant: Constant | null): string {
  if (constant === null) return '-';
  return constant.kind === 'quantity' ? toBase(constant.quantity).toFixed() : `=${keyOf(constant)}`;
}

/** What the chosen row gives for one output. */
export function outcomeOf(table: Table, output: number, row: SqlExpression, scope: Numbers): SqlExpression {
  const declared = table.outputs[output];
  const unit = declared === undefined ? null : unitOfType(declared.cells);
  const branches = table.rows.flatMap((candidate, index) => {
    const constant = candidate.outcomes[output] ?? null;
    return constant === null
      ? []
      : [{ when: operator(row, '=', literal(index + 1)), then: compileConstant(constant, unit, scope) }];
  });
  return cases(branches);
}
