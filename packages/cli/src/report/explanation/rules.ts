import type { MovedNumber, RuleRow } from '@benchbook/engine';
import { cell, list, type Block, type Cell } from '../../document/block.js';
import type { Words } from '../../language/words.js';
import { movedBy } from '../sections/scenario.js';

/** Rows of the rulebook as written, with the place they stand in. */
export function ruleTable(rules: readonly RuleRow[], words: Words): Block[] {
  if (rules.length === 0) return [];
  const moved = rules.flatMap((rule) => rule.moved);
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
    ...(moved.length > 0 ? [list(moved.map((move) => movedLine(move, words.report)))] : []),
  ];
}

/** `generic.decision_share: >= 15% → >= 25%, stricter coverage.bench:12`. */
const movedLine = (move: MovedNumber, words: Words['report']): Cell =>
  cell(`${move.path}${words.colon}${move.from} → ${move.to}, ${movedBy(move, words).text}`);
