import type { Fix } from '../diagnostics/diagnostic.js';
import type { TableRow } from '../model/decision-table.js';
import type { InputColumn } from './decision.js';

/**
 * The repair that says what a gap says without a word: whoever is left gets nothing. Only where a table looks at one thing: elsewhere a row
 * `else` is about one column, and the gap may be one of several together.
 */
export function elseRow(columns: readonly InputColumn[], rows: readonly TableRow<unknown>[]): { fix?: Fix } {
  const last = rows.at(-1);
  if (columns.length !== 1 || columns[0]?.isPeriod || last === undefined) return {};
  const cells = ['else', ...last.outcomes.map(() => '-')];
  const { end } = last.span;
  return { fix: { span: { start: end, end }, replacement: `\n  | ${cells.join(' | ')} |` } };
}
