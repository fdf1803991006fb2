import type { Report, ShowResult } from '@benchbook/engine';
import { cell, type Table } from '../../document/block.js';
import type { Words } from '../../language/words.js';
import { columnDisplay } from './show-cell.js';

/** More columns than this are a list again. */
const MOST_COLUMNS = 8;

/**
 * Something shown by two things as a table of one against the other: `risk by industry` has a row an industry and a
 * column a label. Null when it is not shown by two things, or the second has too many values.
 */
export function crossTable(show: ShowResult, report: Report, words: Words['report']): Table | null {
  const [down, across, value] = show.columns;
  const crossed = down?.kind === 'text' && across?.kind === 'text' && value !== undefined && value.kind !== 'text';
  if (!crossed || show.form === 'table') return null;
  const name = (text: ShowResult['rows'][number][number] | undefined): string => String(text ?? words.none);
  const heads = inLevelOrder([...new Set(show.rows.map((row) => name(row[1])))], across.name, report);
  if (heads.length > MOST_COLUMNS) return null;
  const display = columnDisplay(show, 2, words);
  const lines = new Map<string, Map<string, string>>();
  for (const row of show.rows) {
    const line = lines.get(name(row[0])) ?? new Map<string, string>();
    lines.set(name(row[0]), line.set(name(row[1]), display(row[2] ?? null)));
  }
  const absent = value.kind === 'count' ? '0' : words.none;
  return {
    kind: 'table',
    columns: [{ label: down.label, flexible: true }, ...heads.map((label) => ({ label, align: 'right' as const }))],
    rows: [...lines].map(([label, line]) => [cell(label), ...heads.map((head) => cell(line.get(head) ?? absent))]),
  };
}

/** Labels of a level in the order of the rulebook's rows; other values, and `unknown`, as they come. */
function inLevelOrder(values: readonly string[], name: string, report: Report): string[] {
  const labels = report.level_details.find((level) => level.name === name)?.labels.map(({ label }) => label) ?? [];
  const known = labels.filter((label) => values.includes(label));
  return [...known, ...values.filter((value) => !labels.includes(value))];
}
