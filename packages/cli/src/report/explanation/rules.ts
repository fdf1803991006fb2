import type { RuleRow } from '@benchbook/engine';
import { cell, type Block } from '../../document/block.js';
import type { Words } from '../../language/words.js';

/** Rows of the rulebook as written, with the place they stand in. */
export function ruleTable(rules: readonly RuleRow[], words: Words): Block[] {
  if (rules.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [{ label: words.explain.declaration }, { label: words.explain.rule }, { label: words.explain.where }],
      rows: rules.map((rule) => [
        cell(rule.declaration),
        cell(rule.text),
        cell(words.report.at(rule.file, rule.line), 'quiet'),
      ]),
    },
  ];
}
