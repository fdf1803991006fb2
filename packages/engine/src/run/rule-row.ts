import type { DecisionTable, Model } from '@benchbook/dsl';
import type { RuleRow } from '../results.js';

/** A row of a decision table as a reader finds it in the rulebook, under the table's header. */
export function ruleRow(
  model: Model,
  declared: { readonly name: string; readonly table: DecisionTable<unknown> },
  index: number,
  outcome: number,
): RuleRow | null {
  const { table } = declared;
  const row = table.rows[index];
  if (row === undefined) return null;
  const [header = ''] = model.text.slice(table.span.start, table.span.end).trimStart().split('\n', 1);
  return {
    declaration: declared.name,
    header: header.trim(),
    text: row.text,
    cell: table.inputs.length + outcome,
    file: model.file,
    line: row.line,
  };
}
