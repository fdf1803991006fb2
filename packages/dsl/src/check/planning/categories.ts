import { clauseOf } from '../../syntax/clauses.js';
import type { Word } from '../../syntax/nodes.js';
import { closest } from '../../text/closest.js';
import { cellText } from '../cells.js';
import { replaceBy } from '../scope.js';
import type { Scope } from '../scope.js';

/** A category that some budget has a row for; null when none has (reported). Budgets are not checked from here. */
export function categoryNamed(scope: Scope, word: Word): string | null {
  const categories = scope.entries('budget').flatMap(({ declaration }) => {
    const table = clauseOf(declaration, 'table')?.table;
    const at = table?.header.cells.findIndex((cell) => cellText(cell) === 'category') ?? -1;
    return table?.rows.flatMap((row) => (row.cells[at] ? [cellText(row.cells[at])] : [])) ?? [];
  });
  if (categories.includes(word.text)) return word.text;
  const suggestion = closest(word.text, categories);
  const data = { category: word.text, categories, suggestion };
  return scope.report('B634', word.span, data, replaceBy(word.span, suggestion));
}
