import { textOf, type DecisionTable, type Model } from '@benchbook/dsl';
import { whereOf } from '../notices/where.js';
import type { RuleRow } from '../results.js';
import { movedIn } from './moved.js';

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
  return {
    declaration: declared.name,
    header: headerText(model, table),
    text: row.text,
    cell: table.outputs[outcome]?.column ?? 0,
    moved: movedIn(model, declared.name, row.key, table.outputs[outcome]?.name ?? ''),
    ...whereOf(model, row),
  };
}

/** The header row of a table as written. */
export function headerText(model: Model, { span }: DecisionTable<unknown>): string {
  const [header = ''] = textOf(model.files, span).trimStart().split('\n', 1);
  return header.trim();
}
